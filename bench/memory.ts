import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';
import { packOf } from './pack-of.ts';
import { watchResident } from './resident.ts';

const LIMNER = fileURLToPath(new URL('../bin/limner.js', import.meta.url));
const COUNT = 10_000;
const MOST_MB = 300;
/** Flat: the run ends with at most this many times the memory that it had after a tenth of its time. */
const FLAT = 1.25;

/** The resident memory of a whole run, seen from outside. */
export async function measureMemory(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'limner-bench-'));
  writeFileSync(join(home, 'limner.yaml'), packOf(COUNT, 16));
  const child = spawn(process.execPath, [LIMNER, 'generate', home, '--out', join(home, 'out')], { stdio: 'ignore' });
  const startedAt = performance.now();
  const resident = watchResident(child.pid);
  const [code] = (await once(child, 'close')) as [number];
  const samples = resident.stop();
  const perAsset = (performance.now() - startedAt) / COUNT;
  rmSync(home, { recursive: true });
  if (code !== 0) throw new Error(`The run ended with ${code}.`);
  const at = (share: number): number => samples[Math.floor((samples.length - 1) * share)]?.nowMb ?? 0;
  const [early, half, end] = [at(0.1), at(0.5), at(1)];
  const most = samples.at(-1)?.mostMb ?? Number.POSITIVE_INFINITY;
  return [
    {
      subject: `memory of \`limner generate\` making ${COUNT.toLocaleString('en')} assets`,
      measured: `${Math.round(most)} MB at most; ${Math.round(early)} MB after a tenth of its time, ${Math.round(half)} MB after half, ${Math.round(end)} MB at its end`,
      target: `${MOST_MB} MB, flat`,
      met: most <= MOST_MB && end <= FLAT * early,
    },
    {
      subject: 'wall time an asset in that run (16×16 sprites: paint, files and ledger)',
      measured: `${perAsset.toFixed(1)} ms`,
      target: '—',
      met: true,
    },
  ];
}
