import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '../src/compare/comparison.ts';
import type { Figure } from './figure.ts';
import { packOf } from './pack-of.ts';
import { watchResident } from './resident.ts';

const [LIMNER, SERVER] = ['../bin/limner.js', 'runpod-server.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
) as [string, string];
const COUNT = 500;
const MOST_SECONDS = 60;
/** Flat: all pictures together take no more than this times the memory that making them took. */
const FLAT = 1.25;

/** What `limner compare` takes beside generation: measuring, judging and writing 500 assets of two providers. */
export async function measureCompare(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'limner-bench-'));
  writeFileSync(join(home, 'limner.yaml'), packOf(COUNT, 64));
  const server = spawn(process.execPath, [SERVER, '20', '100'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    return figuresOf(await compare(home, line.toString().trim()));
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(home, { recursive: true });
  }
}

interface Compared {
  readonly beyondMs: number;
  readonly mostMb: number;
  /** At the end of generation and at the end of all. */
  readonly generatedMb: number;
}

async function compare(home: string, baseUrl: string): Promise<Compared> {
  const providers = ['--providers', 'painter,comfyui-custom'];
  const places = ['--out', join(home, 'out'), '--state', join(home, 'state')];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [LIMNER, 'compare', home, ...providers, ...places, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      RUNPOD_ENDPOINT_BASE_URL: baseUrl,
      RUNPOD_API_KEY: 'bench',
      RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: 'custom',
    },
  });
  const resident = watchResident(child.pid);
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) last = line;
  if (child.exitCode === null) await once(child, 'close');
  const wallMs = performance.now() - startedAt;
  const samples = resident.stop();
  if (child.exitCode !== 0) throw new Error(`The comparison ended with ${child.exitCode}.`);
  const done = JSON.parse(last) as Pick<Comparison, 'providers' | 'groups'>;
  const made = done.groups.filter(({ type }) => type === 'all').map(({ works }) => works.made);
  if (made.join() !== `${COUNT},${COUNT}`) throw new Error(`Only ${made.join(' and ')} were made.`);
  const generatedMs = done.providers.flatMap(({ runs }) => runs).reduce((sum, run) => sum + run.wallMs, 0);
  const generated = samples[Math.floor((samples.length - 1) * Math.min(1, generatedMs / wallMs))];
  return {
    beyondMs: wallMs - generatedMs,
    mostMb: samples.at(-1)?.mostMb ?? Number.POSITIVE_INFINITY,
    generatedMb: generated?.mostMb ?? Number.NaN,
  };
}

function figuresOf({ beyondMs, mostMb, generatedMb }: Compared): readonly Figure[] {
  return [
    {
      subject: `\`limner compare\` of ${COUNT} assets × 2 providers, beyond generation`,
      measured: `${(beyondMs / 1000).toFixed(1)} s`,
      target: `${MOST_SECONDS} s`,
      met: beyondMs <= MOST_SECONDS * 1000,
    },
    {
      subject: 'memory in that run',
      measured: `${Math.round(mostMb)} MB at most; ${Math.round(generatedMb)} MB by the end of generation`,
      target: 'flat',
      met: mostMb <= FLAT * generatedMb,
    },
  ];
}
