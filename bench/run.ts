import { availableParallelism, cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { measureCompare } from './compare.ts';
import { measureGates } from './gates.ts';
import { measureHelp } from './help.ts';
import { measureMemory } from './memory.ts';
import { measurePainter } from './painter.ts';
import { measurePlan } from './plan.ts';
import { measurePng } from './png.ts';
import { measureRunpod } from './runpod.ts';
import { measureWorkflow } from './workflow.ts';
import type { Figure } from './figure.ts';

/** `npm run bench`: measures what the design sets targets for, and writes the figures down. */
const SUBJECTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  help: measureHelp,
  plan: measurePlan,
  painter: measurePainter,
  png: measurePng,
  workflow: measureWorkflow,
  memory: measureMemory,
  runpod: measureRunpod,
  compare: measureCompare,
  gates: measureGates,
};

const wanted = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(SUBJECTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await measure()) {
    figures.push(figure);
    console.log(`${figure.subject}: ${figure.measured} (target: ${figure.target})`);
  }
}
if (wanted.length === 0) writeFileSync(new URL('RESULTS.md', import.meta.url), report(figures));

function report(rows: readonly Figure[]): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`;
  const sections = [...Map.groupBy(rows, ({ section = '' }) => section)];
  return [
    '# Measured',
    '',
    `Written by \`npm run bench\` on ${machine}. Every figure is a ratio or a bound within one run; times of different`,
    'machines do not compare.',
    '',
    ...sections.flatMap(([title, own]) => [...(title ? [`## ${title}`, '', ...aboutOf(title)] : []), ...table(own)]),
  ].join('\n');
}

function aboutOf(title: string): readonly string[] {
  return title === 'Gates'
    ? [
        'By `node bench/run.ts gates`, on `test/corpus` with seeds on which no gate was tuned. After each group: which gates spoke.',
        '',
      ]
    : [];
}

function table(rows: readonly Figure[]): readonly string[] {
  const lines = rows.map(
    ({ subject, measured, target, met }) => `| ${subject} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} |`,
  );
  return ['| what | measured | target | met |', '|---|---|---|---|', ...lines, ''];
}
