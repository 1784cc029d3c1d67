import { type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import type { ScenarioReport } from '../../src/rehearsal/scenario/counters.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { startRehearsal } from '../start-rehearsal.ts';

const ASSETS = 28;
const DONE_BEFORE = 6;
/** Who takes over, with two paid calls for each asset: painting, and cutting out or parting into layers. */
const OTHER = 'scenario';
const CALLS_EACH = 2;
/** For polls that are given up after some seconds and a few submissions in vain, on a slow machine too; a call's own deadline is longer. */
const PATIENCE_MS = 600_000;

/** A submission that the kill cuts off on its way is of unknown fate: that asset is told, and nobody else makes it. */
test('a run survives the death of its endpoint, and then its own, and Scenario is paid once for what it makes', async () => {
  await using rehearsal = await startRehearsal(['--execution', '300', '--workers', '3']);
  await using other = await startRehearsal(['--execution', '100']);
  const scenario = Object.entries(other.environment).filter(([name]) => name.startsWith('SCENARIO_'));
  const env = { ...rehearsal.environment, ...Object.fromEntries(scenario), IMAGE_GENERATION_PROVIDER: 'comfyui' };
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(ASSETS));
  const run = (onStart?: (child: ChildProcess) => void) =>
    runLimner(['generate', '.', '--json', '--out', 'out'], { cwd: home, env, ...(onStart ? { onStart } : {}) });

  let diedAt = 0;
  const first = await run((child) => {
    const events = watch(child);
    child.stdout?.on('data', () => {
      if (diedAt === 0 && events.count('asset-done') >= DONE_BEFORE) {
        diedAt = Date.now();
        rehearsal.child.kill('SIGKILL');
      }
      if (events.count('fallback') >= 3) child.kill('SIGKILL');
    });
  });
  expect(first.signal).toBe('SIGKILL');
  const fellBack = new Set(fallbacksIn(first.stdout));
  expect(fellBack.size).toBeGreaterThanOrEqual(3);

  const last = await run();
  expect(Date.now() - diedAt).toBeLessThan(PATIENCE_MS);
  expect(readLines<RunEvent>(last.stdout)[0]).toMatchObject({ type: 'run-start', resumed: true });

  const { assets } = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as Manifest;
  const calls = callsOf(join(home, '.limner'));
  const lost = new Set(calls.filter(({ state }) => state === 'unknown').map(({ asset }) => asset));
  expect(assets).toHaveLength(ASSETS);
  for (const { id, status, provider, fallback, error } of assets) {
    if (lost.has(id)) expect({ id, code: error?.code }).toEqual({ id, code: 'LIMNER_CALL_UNKNOWN' });
    else expect({ id, status }).toEqual({ id, status: 'done' });
    if (provider === OTHER) expect(fallback).toMatchObject({ from: 'comfyui-custom' });
    else expect({ id, fallback }).toEqual({ id, fallback: undefined });
  }
  expect(last.code).toBe(lost.size === 0 ? 0 : 1);
  const madeBy = new Map(assets.map(({ id, provider }) => [id, provider]));
  for (const id of fellBack) expect({ id, provider: madeBy.get(id) }).toEqual({ id, provider: OTHER });
  for (const { id } of assets) {
    const done = calls.filter(({ asset, state, provider }) => asset === id && state === 'done' && provider === OTHER);
    expect({ id, times: done.length }).toEqual({ id, times: madeBy.get(id) === OTHER ? CALLS_EACH : 0 });
  }
  const taken = await paidJobs(other.environment['SCENARIO_BASE_URL'] ?? '');
  expect(taken).toBe(calls.filter(({ provider, state }) => provider === OTHER && state === 'done').length);
});

/** By the service's own count. */
async function paidJobs(baseUrl: string): Promise<number> {
  const answer = await fetch(new URL('/admin/counters', baseUrl));
  return ((await answer.json()) as ScenarioReport).total.submitsAccepted;
}

function watch(child: ChildProcess): { count(type: RunEvent['type']): number } {
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  return { count: (type) => said.split(`"type":"${type}"`).length - 1 };
}

/** Assets of whole lines: the last one may have been cut off. */
function fallbacksIn(stdout: string): readonly string[] {
  const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1);
  return readLines<RunEvent>(whole).flatMap((event) => (event.type === 'fallback' ? [event.id] : []));
}

interface CallOnDisk {
  readonly asset: string;
  readonly provider: string;
  readonly state: string;
}

function callsOf(state: string): readonly CallOnDisk[] {
  const database = new DatabaseSync(join(state, 'ledger.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT asset, provider, state FROM call').all() as unknown as CallOnDisk[];
  database.close();
  return rows;
}

function packOf(count: number): string {
  const assets = Array.from({ length: count }, (_, i) =>
    i % 8 === 5
      ? `  - { id: hills${i}, type: parallax, description: hills number ${i}, width: 128, height: 64, layers: [sky, hills, grass] }`
      : `  - { id: thing${i}, type: entity, description: a potion number ${i}, width: 64, height: 64 }`,
  );
  return `pack: dies\nseed: 3\nfallback: [${OTHER}]\nassets:\n${assets.join('\n')}\n`;
}
