import type { Missing } from '../../workflow/look-for.ts';
import type { Timing } from '../time-provider.ts';
import { duration } from './figures.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** `probe --json`. */
export interface ProbeReport {
  readonly provider: string;
  readonly outcome: 'A' | 'B' | 'C';
  readonly words: string;
  readonly assets: Readonly<Record<string, ProbedAsset>>;
  /** The files that each loader lists, by `Class.input`. */
  readonly models: Readonly<Record<string, readonly string[]>>;
  readonly nodes: readonly string[];
  readonly time?: Timing;
}

export interface ProbedAsset {
  readonly ok: boolean;
  readonly profile?: string;
  readonly removal?: string;
  readonly missing: readonly Missing[];
}

const COLOURS = { A: 'green', B: 'yellow', C: 'red' } as const;

export function reportProbe({ provider, outcome, words, assets, time }: ProbeReport): void {
  print(`${paintText('bold', provider)}: outcome ${paintText(COLOURS[outcome], outcome)}`);
  print(wrap(words, columns()));
  print();
  const rows = Object.entries(assets).map(([type, { ok, profile = '', removal = '' }]) => [
    ok ? paintText('green', '✓') : paintText('red', '✗'),
    type,
    profile,
    removal === 'none' && ok ? '' : removal,
  ]);
  for (const line of table({ columns: COLUMNS, rows })) print(line);
  const missing = distinctWords(Object.values(assets).flatMap((asset) => asset.missing));
  if (missing.length > 0) {
    print();
    print('Missing:');
    for (const line of missing) print(wrap(line, columns(), '  '));
  }
  if (!time) return;
  print();
  print(`A small picture took ${duration(time.firstMs)} at first and ${duration(time.secondMs)} at once after.`);
}

const COLUMNS = [
  { title: '' },
  { title: 'type' },
  { title: 'profile', least: 10 },
  { title: 'removal', drop: 1 },
] as const;

function distinctWords(missing: readonly Missing[]): readonly string[] {
  return [...new Set(missing.map(describe))];
}

function describe(part: Missing): string {
  if (part.kind === 'model') {
    const near = part.nearest === undefined ? '' : `; there is ${part.nearest}`;
    return `the model ${part.name} in models/${part.folder}${near}`;
  }
  const from = part.pack === undefined ? '' : ` of ${part.pack}${part.link === undefined ? '' : `, ${part.link}`}`;
  return `the node ${part.name}${from}`;
}
