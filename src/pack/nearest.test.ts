import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

const KEYS = ['width', 'height', 'description', 'cellWidth', 'layers', 'layerCount'];

describe('nearest', () => {
  it.each([
    ['widht', 'width'],
    ['hieght', 'height'],
    ['Description', 'description'],
    ['cell_width', 'cellWidth'],
    ['layer', 'layers'],
    ['layer-count', 'layerCount'],
  ])('finds what %s meant', (word, meant) => {
    expect(nearest(word, KEYS)).toBe(meant);
  });

  it.each(['colour', 'x', '', '   ', 'w'.repeat(100_000)])('offers nothing for a word that is near none', (word) => {
    expect(nearest(word, KEYS)).toBeUndefined();
  });

  it('takes no longer for a million candidates than for a few hundred', () => {
    let asked = 0;
    function* endless() {
      for (;;) yield `tile_${(asked += 1)}`;
    }
    nearest('tile_x', endless());
    expect(asked).toBeLessThan(1000);
  });
});

describe('editDistance', () => {
  it('counts a swap of neighbours as one', () => {
    expect(editDistance('widht', 'width')).toBe(1);
  });

  const word = fc.string({ maxLength: 12 });
  test.prop([word, word])('is the same both ways, zero for equals alone, and at most the longer length', (a, b) => {
    const distance = editDistance(a, b);
    expect(distance).toBe(editDistance(b, a));
    expect(distance === 0).toBe(a === b);
    expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
  });
});
