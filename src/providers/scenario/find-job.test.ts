import { describe, expect, test } from 'vitest';
import type { JobPage } from './api.ts';
import { type FindOptions, type LostJob, findJob } from './find-job.ts';
import { readRemoteJob } from './remote-job.ts';

const CLAIMED = Date.parse('2026-11-23T12:00:00Z');
const LOST: LostJob = { body: { prompt: 'a slime', seed: 7, width: 512 }, claimedAt: CLAIMED };
const { signal } = new AbortController();

interface Row {
  readonly id: string;
  /** Seconds after the claim, by the service's clock. */
  readonly after: number;
  readonly input?: Readonly<Record<string, unknown>>;
}

const OURS = { prompt: 'a slime', seed: 7, width: 512, guidance: 3.5 };

function find(
  pages: readonly (readonly Row[])[],
  { lost = LOST, ...options }: Partial<FindOptions> & { lost?: LostJob } = {},
) {
  let waitedMs = 0;
  const page = (index: number): JobPage => ({
    at: CLAIMED + 60_000,
    ...(index + 1 < pages.length ? { next: String(index + 1) } : {}),
    jobs: (pages[index] ?? []).flatMap(({ id, after, input }) => {
      const createdAt = new Date(CLAIMED + after * 1000).toISOString();
      return readRemoteJob({ jobId: id, status: 'queued', createdAt, metadata: input ? { input } : {} }) ?? [];
    }),
  });
  const found = findJob(
    lost,
    {
      api: { jobs: async (token) => page(Number(token ?? 0)), job: async () => undefined },
      isTaken: () => false,
      settleMs: 500,
      now: () => CLAIMED + 60_000,
      sleep: async (ms) => void (waitedMs += ms),
      ...options,
    },
    signal,
  );
  return found.then((result) => ({ result: typeof result === 'string' ? result : result.id, waitedMs }));
}

describe('a lost submission', () => {
  test('is the one job that was given what was sent, whatever the service added', async () => {
    const others = [
      { id: 'another', after: 2, input: { ...OURS, prompt: 'a bat' } },
      { id: 'seed', after: 2, input: { ...OURS, seed: 8 } },
    ];
    expect(await find([[...others, { id: 'ours', after: 1, input: OURS }]])).toMatchObject({ result: 'ours' });
  });

  test('never arrived when the list, looked at twice, reaches back to the claim without it', async () => {
    const rows = [{ id: 'old', after: -600, input: OURS }];
    expect(await find([rows])).toEqual({ result: 'never-arrived', waitedMs: 500 });
  });

  test('is not an earlier job with the same words', async () => {
    expect(await find([[{ id: 'before', after: -10, input: OURS }]])).toMatchObject({ result: 'never-arrived' });
  });

  test('is not the job of another call', async () => {
    const rows = [[{ id: 'theirs', after: 1, input: OURS }]];
    expect(await find(rows, { isTaken: (id) => id === 'theirs' })).toMatchObject({ result: 'never-arrived' });
  });

  test('is found on a later page, in whatever order the list is', async () => {
    const shuffled = [
      [
        { id: 'a', after: -900, input: OURS },
        { id: 'b', after: 5, input: { ...OURS, seed: 1 } },
      ],
      [{ id: 'ours', after: 1, input: OURS }],
    ];
    expect(await find(shuffled)).toMatchObject({ result: 'ours' });
  });

  test('is looked for by the clock of the service', async () => {
    const rows = [[{ id: 'ours', after: 3600, input: OURS }]];
    const now = () => CLAIMED + 60_000 - 3600_000;
    const lost = { ...LOST, claimedAt: CLAIMED - 3600_000 };
    expect(await find(rows, { now, lost })).toMatchObject({ result: 'ours' });
    expect(await find([[{ id: 'before', after: -60, input: OURS }]], { now, lost })).toMatchObject({
      result: 'never-arrived',
    });
  });
});

describe('nobody can tell', () => {
  test('which of two such jobs is ours', async () => {
    const twins = ['a', 'b'].map((id) => ({ id, after: 1, input: OURS }));
    expect(await find([twins])).toMatchObject({ result: 'cannot-tell' });
  });

  test('about a job that does not say what it was given', async () => {
    expect(await find([[{ id: 'mute', after: 1 }]])).toMatchObject({ result: 'cannot-tell' });
    expect(await find([[{ id: 'curt', after: 1, input: { width: 512 } }]])).toMatchObject({ result: 'cannot-tell' });
  });

  test('when the list has no end', async () => {
    const endless = Array.from({ length: 30 }, (_, i) => [{ id: `${i}`, after: 1, input: { ...OURS, seed: i + 100 } }]);
    expect(await find(endless)).toMatchObject({ result: 'cannot-tell' });
  });

  test('about a job that was given a picture whose id is not known', async () => {
    const lost = { body: {}, hidden: 'image', claimedAt: CLAIMED };
    expect(await find([[{ id: 'cut', after: 1, input: { image: 'asset_1' } }]], { lost })).toMatchObject({
      result: 'cannot-tell',
    });
    expect(await find([[{ id: 'paint', after: 1, input: OURS }]], { lost })).toMatchObject({ result: 'never-arrived' });
  });
});

test('a removal is known by its picture, a painting is none of it', async () => {
  const lost = { body: { image: 'asset_1' }, claimedAt: CLAIMED };
  const rows = [
    { id: 'paint', after: 3, input: OURS },
    { id: 'other', after: 2, input: { image: 'asset_2' } },
    { id: 'ours', after: 1, input: { image: 'asset_1', shadowMode: '' } },
  ];
  expect(await find([rows], { lost })).toMatchObject({ result: 'ours' });
  expect(await find([rows.slice(0, 2)], { lost })).toMatchObject({ result: 'never-arrived' });
});
