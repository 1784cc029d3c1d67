import { request } from 'node:http';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCompareFolder } from '../../../test/compare-folder.ts';
import { type Judging, call, openJudging, pairOf } from '../../../test/judging.ts';
import { sha256 } from '../../hash.ts';
import { addPngText } from '../../raster/png/add-text.ts';
import { createRandom } from '../../providers/painter/art/random.ts';
import type { PairView } from './views.ts';

let judging: Judging;
beforeAll(async () => {
  judging = await openJudging();
});
afterAll(async () => judging[Symbol.asyncDispose]());

const url = (path: string): string => judging.server.url + path;
const vote = (voter: string, pair: string | undefined, choice: string): Promise<Response> =>
  call(url('/api/votes'), 'POST', { voter, pair, choice });

describe('what the page is told', () => {
  test('names no provider, no folder and no file, in no answer', async () => {
    const { pair, background } = await pairOf(judging.server);
    expect(pair?.left.pictures).toHaveLength(pair?.right.pictures.length ?? 0);
    const addresses = [
      '/',
      '/api/pair?voter=me',
      ...(pair?.left.pictures ?? []),
      ...(pair?.right.pictures ?? []),
      background ?? '',
    ];
    for (const address of addresses) {
      const response = await fetch(url(address));
      expect(response.status).toBe(200);
      const text = JSON.stringify([...response.headers]) + Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect(text).not.toMatch(/alpha|beta|limner-test|slime\.png|manifest/);
    }
    const headers = async (address = ''): Promise<readonly string[]> => [...(await fetch(url(address))).headers.keys()];
    expect(await headers(pair?.left.pictures[0])).toEqual(await headers(pair?.right.pictures[0]));
  });

  test('has other names for pairs and pictures each time the server is started', async () => {
    await using other = await openJudging(judging);
    const [here, there] = [await pairOf(judging.server), await pairOf(other.server)];
    expect(here.pair?.asset).toBe(there.pair?.asset);
    expect(here.pair?.id).not.toBe(there.pair?.id);
    expect(here.pair?.left).not.toEqual(there.pair?.left);
  });

  test('leaves out what is written inside a picture', async () => {
    const made = await makeCompareFolder();
    const bytes = addPngText(readFileSync(join(made.folder, 'alpha/1/slime.png')), { Software: 'by alpha' });
    writeFileSync(join(made.folder, 'alpha/1/slime.png'), bytes);
    const samples = made.comparison.samples.map(({ files, ...sample }) => ({
      ...sample,
      files: files.map((file) => (file.path === 'alpha/1/slime.png' ? { ...file, sha256: sha256(bytes) } : file)),
    }));
    await using told = await openJudging({ ...made, comparison: { ...made.comparison, samples } });
    expect(told.server).toMatchObject({ pairs: 6, missing: 0 });
    const addresses = (await walk(told)).flatMap(({ left, right }) => [...left.pictures, ...right.pictures]);
    expect(await Promise.all(addresses.map((address) => told.makerOf(address)))).not.toContain('nobody');
  });
});

describe('files', () => {
  test.each([
    '/pictures/../compare.json',
    '/compare.json',
    '/alpha/1/slime.png',
    `/pictures/${'0'.repeat(32)}.png`,
    '//',
    '/constructor',
  ])('are not served at %s', async (path) => expect((await raw(path)).status).toBeGreaterThanOrEqual(400));

  test('that are others than those that were compared take their pairs with them', async () => {
    const made = await makeCompareFolder();
    writeFileSync(join(made.folder, 'alpha/1/slime.png'), readFileSync(join(made.folder, 'beta/1/potion.png')));
    await using less = await openJudging(made);
    expect(less.server).toMatchObject({ pairs: 5, missing: 1 });
    expect((await walk(less)).map(({ asset }) => asset)).not.toContain('slime');
  });

  test('that lead out of the folder, or nowhere, take their pairs with them', async () => {
    const made = await makeCompareFolder();
    const { folder } = made;
    writeFileSync(join(folder, '..', 'elsewhere.png'), 'secret');
    rmSync(join(folder, 'alpha/1/slime.png'));
    symlinkSync(join(folder, '..', 'elsewhere.png'), join(folder, 'alpha/1/slime.png'));
    rmSync(join(folder, 'beta/1/potion.png'));
    const samples = made.comparison.samples.map((sample) =>
      sample.id === 'cave'
        ? { ...sample, files: sample.files.map((file) => ({ ...file, path: '../elsewhere.png' })) }
        : sample,
    );
    await using less = await openJudging({ folder, comparison: { ...made.comparison, samples } });
    expect(less.server).toMatchObject({ pairs: 3, missing: 4 });
    expect((await walk(less)).map(({ asset }) => asset).toSorted()).toEqual(['forest', 'hero', 'logo']);
  });
});

describe('requests', () => {
  test.each([
    ['from pages of other sites', 'POST', { origin: 'https://evil.example' }, 403],
    ['by a name that was bent to us', 'GET', { host: 'evil.example' }, 403],
    ['that no form should be able to send', 'POST', { 'content-type': 'text/plain' }, 415],
    ['of another method', 'PUT', {}, 405],
  ])('%s are refused', async (_which, method, headers, status) => {
    expect((await raw('/api/votes', method, headers)).status).toBe(status);
  });

  test('that are too large are refused, also when they do not say so', async () => {
    expect((await raw('/api/votes', 'POST', { 'content-length': '20000' })).status).toBe(413);
    const unsaid = await raw('/api/votes', 'POST', { 'transfer-encoding': 'chunked' }, 'x'.repeat(20_000));
    expect(unsaid.status).toBe(413);
  });

  test('come with a policy that lets nothing else run, and no permission for others', async () => {
    const { headers } = await fetch(url('/'));
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(['', '%20', 'a'.repeat(61), 'a%0Ab'])('of a voter called "%s" are refused', async (voter) =>
    expect((await fetch(url(`/api/pair?voter=${voter}`))).status).toBe(400),
  );

  test('for votes that mean nothing are refused', async () => {
    const { pair } = await pairOf(judging.server);
    expect((await vote('me', pair?.id, 'alpha')).status).toBe(400);
    expect((await vote('me', undefined, 'left')).status).toBe(400);
    expect((await vote('me', 'slime/1/alpha/beta', 'left')).status).toBe(409);
  });
});

describe('a voter', () => {
  test('sees each pair once, takes votes back, and finds the place again after a restart', async () => {
    const { pair: first } = await pairOf(judging.server, 'ana');
    const second = (await (await vote('ana', first?.id, 'left')).json()) as PairView;
    expect(second).toMatchObject({ done: 1, total: 6 });
    await vote('ana', second.pair?.id, 'tie');
    const undone = (await (await call(url('/api/votes/last?voter=ana'), 'DELETE')).json()) as PairView;
    expect(undone).toEqual(second);
    await judging.restart();
    expect(await pairOf(judging.server, 'ana')).toMatchObject({ done: 1, pair: { asset: second.pair?.asset } });
    expect((await vote('ana', second.pair?.id, 'left')).status).toBe(409);
    expect(await judging.votes.list({ pack: judging.comparison.pack, voter: 'ana' })).toHaveLength(1);
  });

  test('neither takes back nor counts what was said of pictures that are not shown here', async () => {
    const { pack } = judging.comparison;
    await judging.votes.save({
      pack,
      pair: 'slime/alpha@gone/beta@gone',
      voter: 'eva',
      choice: 'alpha',
      at: Date.now(),
    });
    expect(await (await call(url('/api/votes/last?voter=eva'), 'DELETE')).json()).toMatchObject({ done: 0 });
    await call(url('/api/finish?voter=eva'), 'POST', {});
    const before = await (await fetch(url('/api/results?voter=eva'))).json();
    const { votes } = before as { votes: number };
    expect(await judging.votes.list({ pack })).toHaveLength(votes + 1);
  });

  test('takes back nothing where nothing was said', async () => {
    const response = await call(url('/api/votes/last?voter=nobody'), 'DELETE');
    expect(await response.json()).toMatchObject({ done: 0 });
  });

  test('sees the results only when all is seen, or no more is wanted', async () => {
    const results = async (voter: string): Promise<number> => (await fetch(url(`/api/results?voter=${voter}`))).status;
    expect(await results('ben')).toBe(403);
    await call(url('/api/finish?voter=ben'), 'POST', {});
    expect(await results('ben')).toBe(200);
    for (let view = await pairOf(judging.server, 'cem'); view.pair;) {
      expect(await results('cem')).toBe(403);
      view = (await (await vote('cem', view.pair.id, 'tie')).json()) as PairView;
    }
    expect(await results('cem')).toBe(200);
  });
});

test('50 votes of three voters who look closely, but not always, bring the known ranking', async () => {
  await using race = await openJudging(['alpha', 'beta', 'gamma']);
  const worth = new Map([
    ['alpha', 2],
    ['beta', 1],
    ['gamma', 3],
  ]);
  const random = createRandom(5);
  const { url: base } = race.server;
  for (let index = 0; index < 50; index += 1) {
    const voter = `voter-${index % 3}`;
    const { pair } = await pairOf(race.server, voter);
    if (!pair) throw new Error('There are too few pairs.');
    const [left = 0, right = 0] = await Promise.all(
      [pair.left, pair.right].map(async ({ pictures }) => worth.get(await race.makerOf(pictures.at(-1) ?? ''))),
    );
    const isErring = random.next() < 0.15;
    const choice = left > right !== isErring ? 'left' : 'right';
    expect((await call(`${base}/api/votes`, 'POST', { voter, pair: pair.id, choice })).status).toBe(200);
  }
  await call(`${base}/api/finish?voter=voter-0`, 'POST', {});
  const answer = (await (await fetch(`${base}/api/results?voter=voter-0`)).json()) as {
    readonly votes: number;
    readonly voters: number;
    readonly types: readonly {
      readonly title: string;
      readonly rows: readonly { provider: string; score: number }[];
    }[];
  };
  expect(answer).toMatchObject({ votes: 50, voters: 3 });
  expect(answer.types.map(({ title }) => title)).toEqual([
    'All types',
    'Entity',
    'Background',
    'Title',
    'Parallax',
    'Sheet',
  ]);
  const ranking = answer.types[0]?.rows.toSorted((a, b) => b.score - a.score).map(({ provider }) => provider);
  expect(ranking).toEqual(['gamma', 'alpha', 'beta']);
});

test('a folder in which nothing was made twice is refused', async () => {
  const made = await makeCompareFolder(['alpha']);
  await expect(openJudging(made)).rejects.toMatchObject({ code: 'LIMNER_COMPARISON_UNREADABLE' });
});

/** A request as no browser would send it. */
function raw(
  path: string,
  method = 'GET',
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<{ readonly status: number }> {
  const { hostname, port } = new URL(judging.server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0 });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** All pairs, as one voter meets them. */
async function walk({ server }: Judging): Promise<readonly NonNullable<PairView['pair']>[]> {
  const found: NonNullable<PairView['pair']>[] = [];
  for (let view = await pairOf(server); view.pair;) {
    found.push(view.pair);
    const body = { voter: 'me', pair: view.pair.id, choice: 'tie' };
    view = (await (await call(`${server.url}/api/votes`, 'POST', body)).json()) as PairView;
  }
  return found;
}
