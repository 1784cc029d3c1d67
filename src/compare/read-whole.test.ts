import { describe, expect, test } from 'vitest';
import type { Comparison } from './comparison.ts';
import { compareSample } from './page/compare-sample.ts';
import { readWholeComparison } from './read-whole.ts';

const { comparison } = await compareSample({ providers: 3, isJudged: true });
const { verdict: _verdict, groups, ...findings } = comparison;

type Loose = { [key in keyof Comparison]?: unknown };
const [sample] = comparison.samples;

describe('a whole compare.json', () => {
  test('is read with all that it found', () => {
    const found = readWholeComparison(JSON.stringify(comparison));
    expect(found).toMatchObject(findings);
    expect(found?.groups.map(({ provider, type, quality }) => [provider, type, quality.set])).toEqual(
      groups.map(({ provider, type, quality }) => [provider, type, quality.set]),
    );
  });

  test.each<Loose>([
    { thresholds: undefined },
    { thresholds: { ...comparison.thresholds, seconds: undefined } },
    { thresholds: { ...comparison.thresholds, saving: 90 } },
    { providers: comparison.providers.slice(0, 1) },
    { samples: [{ ...sample, gates: undefined }] },
    { samples: [{ ...sample, usd: 'a lot' }] },
    { samples: [{ ...sample, measures: undefined }] },
    { samples: [{ ...sample, requests: null }] },
    { samples: [{ ...sample, phases: { totalMs: 1 } }] },
    { groups: [null] },
    { palette: ['red'] },
    { volume: 'much' },
  ])('is none that somebody has changed so that nothing can be concluded from it: %j', (change) => {
    expect(readWholeComparison(JSON.stringify({ ...comparison, ...change }))).toBeUndefined();
  });
});
