import { describe, expect, it } from 'vitest';
import { METRICS_SAMPLE } from './metrics-sample.ts';
import { money, percent } from '../figures.ts';
import { measure, perAsset } from './numbers.ts';

describe('percent', () => {
  it.each([
    [0.934, '93 %'],
    [1, '100 %'],
    [0.9974, '99.7 %'],
    [0, '0 %'],
    [0.004, '0.4 %'],
    [-0.125, '−13 %'],
    [-0.0001, '0.0 %'],
  ])('reads %d as %s', (share, text) => expect(percent(share)).toBe(text));
});

describe('measure', () => {
  const metric = (name: string): (typeof METRICS_SAMPLE)[number] | undefined =>
    METRICS_SAMPLE.find((known) => known.name === name);

  it('keeps three digits', () => {
    expect(measure(3.21987, metric('seam'))).toBe('3.22');
    expect(measure(412.3, metric('sharpness'))).toBe('412');
    expect(measure(0.01234, metric('seam'))).toBe('0.0123');
    expect(measure(48, undefined)).toBe('48');
  });

  it('shows shares as percent', () => expect(measure(0.86, metric('silhouette'))).toBe('86 %'));
});

it.each([
  [0, '$0'],
  [0.01234, '$0.0123'],
  [0.00004211, '$0.000042'],
  [0.5, '$0.50'],
  [1234.5, '$1,234.50'],
])('reads %d dollars as %s', (usd, text) => expect(money(usd)).toBe(text));

it('leaves a zero after the point away', () => expect([perAsset(2), perAsset(5.25)]).toEqual(['2', '5.3']));
