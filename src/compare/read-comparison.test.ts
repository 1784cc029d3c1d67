import { describe, expect, test } from 'vitest';
import { sampleComparison } from './comparison-sample.ts';
import { readComparison } from './read-comparison.ts';

describe('compare.json', () => {
  test('is read with what judging needs, whatever else stands in it', () => {
    const comparison = { ...sampleComparison(), background: 'cave.png' };
    expect(readComparison(JSON.stringify({ ...comparison, limner: '9.0.0', groups: 7 }))).toEqual(comparison);
  });

  test.each(['', 'null', '[]', '{}', '{"id":"c-1"}', JSON.stringify({ ...sampleComparison(), samples: [{}] })])(
    'is not %s',
    (text) => expect(readComparison(text)).toBeUndefined(),
  );
});
