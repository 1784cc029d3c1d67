import { describe, expect, it } from 'vitest';
import type { Metric } from '../../measure/metric.ts';
import { bestOf, differenceOf } from './better.ts';

const metric = (better: Metric['better']): Metric => ({
  name: 'seam',
  title: 'Seam',
  unit: 'ΔE',
  range: [0, Infinity],
  better,
  about: '',
  source: '',
});

describe('bestOf', () => {
  it('follows the way that is better', () => {
    expect(bestOf([1, 3, 2], metric('more'))).toBe(1);
    expect(bestOf([1, 3, 2], metric('less'))).toBe(0);
    expect(bestOf([1, 3, 2], metric('neither'))).toBeUndefined();
  });

  it('skips what is not there, and crowns nobody alone', () => {
    expect(bestOf([undefined, 3, 2], metric('less'))).toBe(2);
    expect(bestOf([undefined, 3], metric('less'))).toBeUndefined();
  });

  it('calls equal what reads equal', () => expect(bestOf([3.1401, 3.1402], metric('less'))).toBeUndefined());
});

describe('differenceOf', () => {
  it('ranks metrics of all units', () => {
    expect(differenceOf([100, 110])).toBeCloseTo(0.0909, 3);
    expect(differenceOf([0.1, 0.2])).toBe(0.5);
    expect(differenceOf([0, 0])).toBe(0);
    expect(differenceOf([4, undefined])).toBe(0);
  });
});
