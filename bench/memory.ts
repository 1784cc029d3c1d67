import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';
import { packOf } from './pack-of.ts';

const LIMNER = fileURLToPath(new URL('../bin/limner.js', import.meta.url));
const COUNT = 10_000;

/** The resident memory of a whole run, looked at from outside every 200 ms. */
export async function measureMemory(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'limner-bench-'));
  writeFileSync(join(home, 'limner.yaml'), packOf(COUNT, 16));
  const child = spawn(process.execPath, [LIMNER, 'generate', home, '--out', join(home, 'out')], { stdio: 'ignore' });
  const startedAt = performance.now();
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentMb(child.pid)), 200);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(timer);
  const perAsset = (performance.now() - startedAt) / COUNT;
  rmSync(home, { recursive: true });
  if (code !== 0) throw new Error(`The run ended with ${code}.`);
  const at = (share: number): number => samples[Math.floor(samples.length * share)] ?? 0;
  const most = Math.max(...samples);
  return [
    {
      subject: `memory of a run of ${COUNT.toLocaleString('en')} assets`,
      measured: `${Math.round(most)} MB at most; ${Math.round(at(0.25))} MB after a quarter, ${Math.round(at(0.75))} MB after three`,
      target: '300 MB, flat',
      met: most <= 300,
    },
    {
      subject: 'wall time an asset in that run (16×16 sprites: paint, files and ledger)',
      measured: `${perAsset.toFixed(1)} ms`,
      target: '—',
      met: true,
    },
  ];
}

function residentMb(pid: number | undefined): number {
  try {
    const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(match?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
