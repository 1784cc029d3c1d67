import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import { voteTests } from './vote-tests.ts';
import { sampleClaim as claim, spendingTests } from './spending-tests.ts';

/** What every ledger must do. `open` gives a fresh, empty one; it is closed after each test. */
export function ledgerContract(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });
    afterEach(async () => ledger.close());

    test('numbers the runs of each pack from 1', async () => {
      expect((await ledger.runs.start(run('a'))).id).toBe('a-1');
      expect((await ledger.runs.start(run('a'))).id).toBe('a-2');
      expect((await ledger.runs.start(run('b'))).id).toBe('b-1');
    });

    test('gives back a run as it was started, then as it ended', async () => {
      const { id } = await ledger.runs.start(run('a'));
      expect(await ledger.runs.get(id)).toEqual({ ...run('a'), id, status: 'running' });
      await ledger.runs.finish(id, { status: 'failed', finishedAt: 9, summary: { made: 1 } });
      expect(await ledger.runs.get(id)).toMatchObject({ status: 'failed', finishedAt: 9, summary: { made: 1 } });
      await ledger.runs.reopen(id);
      const reopened = await ledger.runs.get(id);
      expect(reopened?.status).toBe('running');
      expect(reopened).not.toHaveProperty('finishedAt');
    });

    test('lists the newest run first and filters by pack, folder and status', async () => {
      await ledger.runs.start({ ...run('a'), startedAt: 1 });
      await ledger.runs.start({ ...run('a'), startedAt: 2, out: '/else' });
      await ledger.runs.start({ ...run('b'), startedAt: 3 });
      await ledger.runs.finish('a-1', { status: 'done', finishedAt: 4, summary: {} });
      const ids = async (filter: object): Promise<string[]> =>
        (await ledger.runs.list({ limit: 10, ...filter })).map((row) => row.id);
      expect(await ids({})).toEqual(['b-1', 'a-2', 'a-1']);
      expect(await ids({ pack: 'a' })).toEqual(['a-2', 'a-1']);
      expect(await ids({ out: '/else' })).toEqual(['a-2']);
      expect(await ids({ packFile: '/elsewhere.yaml' })).toEqual([]);
      expect(await ids({ statuses: ['done'] })).toEqual(['a-1']);
      expect(await ids({ limit: 1 })).toEqual(['b-1']);
    });

    test('pages through the assets of a run in their order', async () => {
      const { id } = await ledger.runs.start(run('a'));
      for (const position of [2, 0, 1]) await ledger.runs.saveAsset(id, position, entry(`asset-${position}`));
      await ledger.runs.saveAsset(id, 1, entry('asset-1-again'));
      const page = await ledger.runs.assets(id, { after: 0, limit: 5 });
      expect(page.map((row) => [row.position, row.entry.id])).toEqual([
        [1, 'asset-1-again'],
        [2, 'asset-2'],
      ]);
      expect(await ledger.runs.assets(id, { after: -1, limit: 1 })).toHaveLength(1);
    });

    test('remembers the output of a step until the run is cleared', async () => {
      await ledger.steps.put('a-1', 'slime/finish', { files: [1] });
      await ledger.steps.put('a-10', 'slime/finish', 'other');
      expect(await ledger.steps.get('a-1', 'slime/finish')).toEqual({ files: [1] });
      expect(await ledger.steps.get('a-1', 'slime/store')).toBeUndefined();
      await ledger.steps.clear('a-1');
      expect(await ledger.steps.get('a-1', 'slime/finish')).toBeUndefined();
      expect(await ledger.steps.get('a-10', 'slime/finish')).toBe('other');
    });

    test('lets exactly one of many claimants have a call', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => ledger.calls.claim({ ...claim('c'), owner: `p${i}` })),
      );
      expect(results.filter((result) => result.outcome === 'claimed')).toHaveLength(1);
      expect(results.filter((result) => result.outcome === 'exists')).toHaveLength(19);
    });

    spendingTests(() => ledger);

    test('changes a call only out of an expected state', async () => {
      await ledger.calls.claim(claim('c'));
      expect(await ledger.calls.change(claim('c'), ['submitted'], { state: 'done' })).toBe(false);
      expect(
        await ledger.calls.change(claim('c'), ['claimed'], {
          state: 'submitted',
          ticket: { remoteId: 'r' },
          submittedAt: 3,
        }),
      ).toBe(true);
      expect(await ledger.calls.change(claim('c'), ['submitted'], { polls: 2 })).toBe(true);
      expect(await ledger.calls.get('c')).toMatchObject({
        state: 'submitted',
        ticket: { remoteId: 'r' },
        submittedAt: 3,
        polls: 2,
      });
      expect(await ledger.calls.change(claim('missing'), ['claimed'], { state: 'done' })).toBe(false);
    });

    test('lets a refused call be claimed again, by exactly one of many', async () => {
      await ledger.calls.claim(claim('c'));
      await ledger.calls.change(claim('c'), ['claimed'], {
        state: 'refused',
        error: { code: 'LIMNER_CALL_FAILED', message: 'busy', next: 'later' },
        usd: 0,
        finishedAt: 2,
      });
      const again = { ...claim('c'), claimedAt: 5, estimatedUsd: 2 };
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => ledger.calls.claim({ ...again, owner: `p${i}` })),
      );
      expect(results.filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'exists')).toHaveLength(19);
      const { caps: _caps, ...row } = again;
      expect(await ledger.calls.get('c')).toEqual({ ...row, owner: 'p0', state: 'claimed', polls: 0, attempts: 2 });
    });

    test('claims a refused call again only while the money suffices', async () => {
      const paid = { ...claim('c'), estimatedUsd: 1, caps: { runUsd: 1, dayStartsAt: 0 } };
      await ledger.calls.claim(paid);
      await ledger.calls.change(paid, ['claimed'], { state: 'refused' });
      await ledger.calls.claim({ ...claim('other'), estimatedUsd: 0.5 });
      expect(await ledger.calls.claim(paid)).toMatchObject({ outcome: 'over-budget' });
      expect(await ledger.calls.get('c')).toMatchObject({ state: 'refused' });
    });

    test('tells one claim of a call from the next, also within one millisecond', async () => {
      await ledger.calls.claim(claim('c'));
      await ledger.calls.change(claim('c'), ['claimed'], { state: 'refused' });
      const second = await ledger.calls.claim(claim('c'));
      expect(second).toMatchObject({ outcome: 'claimed', call: { id: 'c', claimedAt: 2, attempts: 2 } });
      expect(await ledger.calls.change(claim('c'), ['claimed'], { state: 'unknown' })).toBe(false);
      expect(await ledger.calls.change({ id: 'c', claimedAt: 2 }, ['claimed'], { state: 'unknown' })).toBe(true);
    });

    test('counts the attempts of each run by itself', async () => {
      await ledger.calls.claim(claim('c'));
      await ledger.calls.change(claim('c'), ['claimed'], { state: 'refused' });
      await ledger.calls.claim({ ...claim('c'), run: 'a-2', asset: 'bat', claimedAt: 9 });
      expect(await ledger.calls.get('c')).toMatchObject({ run: 'a-2', asset: 'bat', attempts: 1, claimedAt: 9 });
    });

    test('gives back all of a call as it was written', async () => {
      const { caps: _caps, ...row } = claim('c');
      await ledger.calls.claim(claim('c'));
      const change = {
        state: 'failed',
        owner: 'q',
        ticket: { remoteId: 'r', data: [null, { deep: true }] },
        result: [{ blob: 'b', layer: 0 }],
        error: { code: 'LIMNER_CALL_FAILED', message: 'no “memory”', next: 'again' },
        usd: 0.25,
        polls: 3,
        submittedAt: 4,
        finishedAt: 5,
      } as const;
      await ledger.calls.change(claim('c'), ['claimed'], change);
      expect(await ledger.calls.get('c')).toEqual({ ...row, attempts: 1, ...change });
    });

    test('remembers what a call asked for until it has ended', async () => {
      const job = { prompt: 'a “slime”', seed: 1 };
      await ledger.calls.claim({ ...claim('c'), job });
      await ledger.calls.change(claim('c'), ['claimed'], { state: 'unknown' });
      expect(await ledger.calls.get('c')).toMatchObject({ job });
      await ledger.calls.change(claim('c'), ['unknown'], { state: 'refused' });
      expect(await ledger.calls.get('c')).not.toHaveProperty('job');
      await ledger.calls.claim({ ...claim('c'), job });
      expect(await ledger.calls.get('c')).toMatchObject({ job });
    });

    test('keeps what it was given, whatever becomes of the object', async () => {
      const output = { files: ['a'], note: undefined as string | undefined };
      await ledger.steps.put('a-1', 's', output);
      output.files.push('b');
      const first = (await ledger.steps.get('a-1', 's')) as { files: string[] };
      expect(first).toStrictEqual({ files: ['a'] });
      first.files.push('c');
      expect(await ledger.steps.get('a-1', 's')).toStrictEqual({ files: ['a'] });
      await ledger.steps.put('a-1', 'nothing', null);
      expect(await ledger.steps.get('a-1', 'nothing')).toBeNull();
    });

    test('lists calls by run, asset and state in the order they were claimed', async () => {
      await ledger.calls.claim({ ...claim('c3'), claimedAt: 3, asset: 'bat' });
      await ledger.calls.claim({ ...claim('c2'), claimedAt: 2 });
      await ledger.calls.change({ id: 'c3', claimedAt: 3 }, ['claimed'], { state: 'unknown' });
      const ids = async (filter: object): Promise<string[]> =>
        (await ledger.calls.list({ limit: 10, ...filter })).map((row) => row.id);
      expect(await ids({ run: 'a-1' })).toEqual(['c2', 'c3']);
      expect(await ids({ run: 'b-1' })).toEqual([]);
      expect(await ids({ newestFirst: true })).toEqual(['c3', 'c2']);
      expect(await ids({ newestFirst: true, limit: 1 })).toEqual(['c3']);
      expect(await ids({ asset: 'bat' })).toEqual(['c3']);
      expect(await ids({ states: ['unknown', 'done'] })).toEqual(['c3']);
    });

    test('finds the artifacts of many requests at once', async () => {
      const artifact = { requestHash: 'h1', run: 'a-1', madeAt: 5, entry: entry('slime'), files: [] };
      await ledger.artifacts.save({ ...artifact, madeAt: 4 });
      await ledger.artifacts.save(artifact);
      const found = await ledger.artifacts.find(['h1', 'h2']);
      expect([...found]).toEqual([['h1', artifact]]);
    });

    voteTests(() => ledger);
  });
}

function run(pack: string) {
  return { pack, packFile: '/p/limner.yaml', out: '/out', planHash: 'h', snapshot: { deep: [1] }, startedAt: 1 };
}

function entry(id: string): ManifestAsset {
  return {
    id,
    type: 'entity',
    status: 'done',
    cached: false,
    provider: 'painter',
    seed: 1,
    prompt: '',
    negativePrompt: '',
    attempts: 1,
    calls: 1,
    polls: 1,
    cost: { usd: 0 },
    timings: {},
    gates: [],
    files: [],
  };
}
