import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { createHouseProvider } from '../docs/house-provider.ts';
import type { RunSummary } from '../src/pipeline/events.ts';
import { startHouse } from './house.ts';
import { fencedBlocks } from './markdown.ts';
import { freshFolder } from './run-limner.ts';
import { ROOT } from './source-files.ts';

/**
 * `docs/providers.md` as its readers would try it out: every block in a file of its own, in one folder. Only the package's
 * name leads to the sources here.
 */
const [provider, use, contract] = fencedBlocks(readFileSync(join(ROOT, 'docs/providers.md'), 'utf8'))
  .filter(({ language }) => language === 'ts')
  .map(({ text }) => text);
const folder = freshFolder();

const PACK = `
pack: house
assets:
  - { id: slime, type: entity, description: a slime, width: 32, height: 32 }
  - { id: hills, type: parallax, description: hills, width: 64, height: 64, layerCount: 2 }
  - { id: logo, type: title_hero, title: House, width: 64, height: 32 }
`;

test('the page shows docs/house-provider.ts as it is', () => {
  expect(provider).toBe(readFileSync(join(ROOT, 'docs/house-provider.ts'), 'utf8'));
});

test('the provider of the page makes a pack, and what it cannot make is refused', async () => {
  await using house = await startHouse();
  const code = use?.replace('https://pictures.house.example', house.url) ?? '';
  const file = place('use.ts', `const text = ${JSON.stringify(PACK)};\n${code}\nexport { summary };`);
  const { summary } = (await import(file)) as { summary: RunSummary };
  expect(summary).toMatchObject({ made: 2, refused: 1, failed: 0, calls: 2, exitCode: 3, cost: { usd: 0.004 } });
});

test('a job that the house refuses is one that costs nothing', async () => {
  const { createHouseProvider: create } = (await import(join(folder, 'house-provider.ts'))) as {
    createHouseProvider: typeof createHouseProvider;
  };
  const busy = create({ url: 'http://house', fetch: async () => new Response(null, { status: 429 }) });
  const signal = new AbortController().signal;
  const submitted = busy.submit({} as never, {
    callId: 'call',
    claimedAt: 0,
    signal,
    readBlob: async () => new Uint8Array(),
  });
  await expect(submitted).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED', refused: true, retryable: true });
});

place('house-provider.ts', provider ?? '');
place('house.ts', `export * from ${JSON.stringify(join(ROOT, 'test/house.ts'))};`);
await import(place('contract.ts', contract ?? ''));

function place(name: string, code: string): string {
  const path = join(folder, name);
  const source = (file: string): string => `from ${JSON.stringify(join(ROOT, file))}`;
  const text = code
    .replaceAll("from 'limner'", source('src/index.ts'))
    .replaceAll("from 'limner/testing'", source('src/testing/index.ts'));
  writeFileSync(path, text);
  return path;
}
