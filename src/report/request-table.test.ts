import { expect, test } from 'vitest';
import type { ManifestAsset } from './manifest.ts';
import { requestTable } from './request-table.ts';

const ASSET: ManifestAsset = {
  id: 'a',
  type: 'entity',
  status: 'done',
  cached: false,
  provider: 'scenario',
  seed: 1,
  prompt: '',
  negativePrompt: '',
  attempts: 2,
  calls: 2,
  polls: 5,
  requests: { upload: 1, generate: 2, download: 2, store: 1, total: 6 },
  cost: { usd: 0.1375 },
  timings: {},
  gates: [],
  files: [],
};

const cells = (text: string): readonly string[] =>
  [...text.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell ?? '');

test('tells the calls of one asset of each type and provider, polls apart', () => {
  const one = { upload: 0, generate: 1, download: 0, store: 1, total: 2 };
  const other = { ...ASSET, provider: 'comfyui-custom', requests: one, polls: 1, cost: { usd: 0.001 } };
  const text = requestTable([ASSET, { ...ASSET, polls: 6 }, other])?.text ?? '';
  expect(cells(text)).toEqual([
    '2',
    '1',
    '2',
    '2',
    '1',
    '6',
    '5.5',
    '$0.14',
    '1',
    '0',
    '1',
    '0',
    '1',
    '2',
    '1',
    '$0.001',
  ]);
});

test('says nothing of what came from the cache, failed, or was made before calls were counted', () => {
  const { requests: _requests, ...old } = ASSET;
  expect(requestTable([{ ...ASSET, cached: true }, { ...ASSET, status: 'failed' }, old])).toBeUndefined();
});
