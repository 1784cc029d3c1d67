import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';
import { type RunningRehearsal, startRehearsal } from '../start-rehearsal.ts';

const PACK = join(ROOT, 'examples/slime-quest');

let rehearsal: RunningRehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

async function strike(
  fault: string,
  service: 'RUNPOD_ENDPOINT_BASE_URL' | 'SCENARIO_BASE_URL' = 'RUNPOD_ENDPOINT_BASE_URL',
): Promise<void> {
  const base = rehearsal.environment[service] ?? '';
  const body = JSON.stringify({ faults: [{ fault, next: 1 }] });
  const answer = await fetch(new URL('/admin/faults', base), { method: 'POST', body });
  expect(answer.status).toBe(200);
}

/** A folder whose endpoint was asked already what it has. */
async function scene() {
  const home = freshFolder();
  const limner = (args: readonly string[], options: Parameters<typeof runLimner>[1] = {}) =>
    runLimner([...args, '--state', join(home, 'state')], { env: rehearsal.environment, ...options });
  const making = [PACK, '--provider', 'comfyui-custom', '--only', 'slime'];
  await limner(['plan', ...making]);
  const generate = (env: Readonly<Record<string, string>> = {}) =>
    limner(['generate', ...making, '--out', join(home, 'out'), '--json'], {
      env: { ...rehearsal.environment, ...env },
    });
  const submits = async () => (await rehearsal.counters()).endpoints['custom']?.submitsAccepted ?? 0;
  return { limner, generate, submits };
}

interface Listed {
  readonly call: string;
  readonly state: string;
  readonly remoteId?: string;
  readonly isSettled?: boolean;
}

describe('a call whose answer was lost', () => {
  test('is listed, stays unknown as long as nobody can tell, and is settled by hand', async () => {
    const { limner, generate, submits } = await scene();
    const before = await submits();
    await strike('reset-after-accept');
    expect((await generate()).code).toBe(1);
    const [lost, ...others] = JSON.parse((await limner(['calls', '--json'])).stdout) as readonly Listed[];
    expect(others).toEqual([]);
    expect(lost).toMatchObject({ state: 'unknown', asset: 'slime', provider: 'comfyui-custom', isEstimate: true });
    expect((await limner(['calls'])).stdout).toMatch(/unknown: may have been sent[\s\S]*calls resolve --all/);
    const asked = await limner(['calls', 'resolve', '--all']);
    expect(asked).toMatchObject({ code: 1, stderr: '' });
    expect(asked.stdout).toContain('--as lost');
    const id = lost?.call.slice(0, 12) ?? '';
    expect(await limner(['calls', 'resolve', id, '--as', 'lost'])).toMatchObject({ code: 0, stderr: '' });
    expect((await limner(['calls'])).stdout).toBe('Every call has ended.\n');
    expect((await limner(['calls', '--all'])).stdout).toContain('failed');
    expect((await limner(['calls', 'resolve', id])).code).toBe(2);
    expect((await generate()).code).toBe(0);
    expect(await submits()).toBe(before + 2);
  });
});

test('a call that was refused is among those that have ended, and cost nothing', async () => {
  const { limner } = await scene();
  await strike('out-of-credits', 'SCENARIO_BASE_URL');
  const making = [PACK, '--provider', 'scenario', '--only', 'cave'];
  expect((await limner(['generate', ...making, '--out', join(freshFolder(), 'out')])).code).toBe(3);
  const { stdout } = await limner(['calls', '--all']);
  expect(stdout).toMatch(/ refused .*\$0(\s|$)/m);
  expect(stdout).not.toContain('may have cost');
  expect(JSON.parse((await limner(['calls', '--all', '--json'])).stdout)).toMatchObject([
    { state: 'refused', usd: 0, isEstimate: false },
  ]);
});

test('a job whose process was killed is collected, and the next run uses it without paying', async () => {
  const { limner, generate, submits } = await scene();
  const before = await submits();
  await strike('slow-queue=12000');
  // Said of a job that was taken, after five seconds; `resolve` waits for up to fifteen.
  const killed = await generate(atWord({ word: '"phase":"queued"', what: 'SIGKILL' }));
  expect(killed.signal).toBe('SIGKILL');
  const [open] = JSON.parse((await limner(['calls', '--json'])).stdout) as readonly Listed[];
  expect(open).toMatchObject({ state: 'submitted', remoteId: expect.any(String) as string });
  const resolved = await limner(['calls', 'resolve', '--all', '--json']);
  expect(resolved).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(resolved.stdout)).toMatchObject([{ state: 'done', isSettled: true, isEstimate: false }]);
  const last = readLines<RunEvent>((await generate()).stdout).at(-1);
  expect(last).toMatchObject({ type: 'run-done', made: 1, exitCode: 0 });
  expect(await submits()).toBe(before + 1);
});

test('resolving nothing in particular is a mistake in the command', async () => {
  const { limner, generate } = await scene();
  await generate();
  const { code, stderr } = await limner(['calls', 'resolve']);
  expect(code).toBe(2);
  expect(stderr).toContain('No call is named');
});
