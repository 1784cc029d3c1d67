import { describe, expect, test } from 'vitest';
import { sampleComparison } from './comparison-sample.ts';
import { listPairs, picturesOf } from './pairs.ts';
import type { JudgedComparison, JudgedSample } from './read-comparison.ts';

/** Asset, run number and providers of each pair, in its order. */
const told = (comparison: JudgedComparison): readonly string[] =>
  listPairs(comparison).map(({ asset, samples: [one, other] }) =>
    [asset, one.number, one.provider, other.provider].join('/'),
  );
const keys = (comparison: JudgedComparison): readonly string[] => listPairs(comparison).map(({ key }) => key);

/** With some samples told otherwise. */
function retold(
  comparison: JudgedComparison,
  change: (sample: JudgedSample) => Partial<JudgedSample>,
): JudgedComparison {
  return { ...comparison, samples: comparison.samples.map((sample) => ({ ...sample, ...change(sample) })) };
}

describe('pairs', () => {
  test('are the same asset and run of two providers, each two once', () => {
    const comparison = sampleComparison({ providers: ['x', 'b', 'a'], assets: { slime: 'entity' }, numbers: [1, 2] });
    expect(told(comparison)).toEqual([
      'slime/1/x/b',
      'slime/1/x/a',
      'slime/1/b/a',
      'slime/2/x/b',
      'slime/2/x/a',
      'slime/2/b/a',
    ]);
  });

  test('have keys that hang neither on the order of the samples nor on that of the providers', () => {
    const comparison = sampleComparison({ providers: ['x', 'b', 'a'] });
    const { providers, samples } = comparison;
    const turned = { ...comparison, providers: providers.toReversed(), samples: samples.toReversed() };
    expect(keys(turned).toSorted()).toEqual(keys(comparison).toSorted());
  });

  test('keep their keys when runs and providers are added, and change them with a picture', () => {
    const before = sampleComparison();
    const more = keys(sampleComparison({ providers: ['old', 'new', 'other'], numbers: [1, 2] }));
    expect(more).toEqual(expect.arrayContaining([...keys(before)]));
    const repainted = keys(
      retold(before, ({ id, files }) => ({
        files: files.map((file) => (id === 'bat' ? { ...file, sha256: `${file.sha256}, again` } : file)),
      })),
    );
    expect(repainted.map((key, index) => key === keys(before)[index])).toEqual([true, false, true]);
  });

  test('are shown once where two runs made the same two pictures', () => {
    const comparison = sampleComparison({ assets: { slime: 'entity' }, numbers: [1, 2] });
    const same = retold(comparison, ({ provider, files }) => ({
      files: files.map((file) => ({ ...file, sha256: provider })),
    }));
    expect(told(same)).toEqual(['slime/1/old/new']);
  });

  test('are never made of what was not made', () => {
    const failed = retold(sampleComparison(), ({ id, provider }) =>
      id === 'bat' && provider === 'new' ? { status: 'failed' } : {},
    );
    expect(told(failed)).toEqual(['slime/1/old/new', 'cave/1/old/new']);
    expect(told(retold(sampleComparison(), () => ({ files: [] })))).toEqual([]);
  });

  test('are never the same bytes twice, whatever is written beside them', () => {
    const same = retold(sampleComparison(), ({ id, provider, files }) => ({
      files: [
        ...files.map((file) => (id === 'slime' ? { ...file, sha256: 'same' } : file)),
        { path: `${provider}.json`, role: 'metadata', sha256: provider },
      ],
    }));
    expect(told(same)).toEqual(['bat/1/old/new', 'cave/1/old/new']);
  });

  test('differ when one of several layers does', () => {
    const layers = retold(sampleComparison({ assets: { wood: 'parallax' } }), ({ provider }) => ({
      files: [1, 0].map((layer) => ({
        path: `${layer}.png`,
        role: 'layer' as const,
        layer,
        sha256: layer === 0 ? 'sky' : provider,
      })),
    }));
    const [pair] = listPairs(layers);
    expect(pair?.samples.map((sample) => picturesOf(sample).map(({ sha256 }) => sha256))).toEqual([
      ['sky', 'old'],
      ['sky', 'new'],
    ]);
  });

  test('leave out providers that the comparison does not name', () => {
    expect(listPairs({ ...sampleComparison(), providers: [{ name: 'old' }] })).toEqual([]);
  });
});
