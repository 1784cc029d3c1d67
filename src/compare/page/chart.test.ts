import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { axisOf, chart } from './chart.ts';

describe('axisOf', () => {
  test.prop([fc.double({ min: 1e-6, max: 1e9, noNaN: true })])('reaches what it must in a few round steps', (most) => {
    const { end, ticks } = axisOf(most);
    expect(end).toBeGreaterThanOrEqual(most * (1 - 1e-6));
    expect(end).toBeLessThan(most * 2);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThan(9);
  });

  it('has an end where there is nothing to show', () => expect(axisOf(0).end).toBe(1));
});

describe('chart', () => {
  it('places marks by their share of the axis, and names itself', () => {
    const { text } = chart({
      title: 'Time & more',
      description: 'Dots.',
      most: 40,
      format: (value) => `${value} s`,
      rows: [{ label: 'a', value: 'b', hue: 1, marks: (share) => share(10) }],
      lines: [{ at: 30, label: '30 s', kind: 'limit', side: 'left' }],
    });
    expect(text).toContain('25.00%');
    expect(text).toContain('<line x1="75.00%" x2="75.00%"');
    expect(text).toContain('<title>Time &amp; more</title>');
    expect(text).toContain('<desc>Dots.</desc>');
  });
});
