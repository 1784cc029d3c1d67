import { describe, expect, test } from 'vitest';
import { depthIn } from './edged-tile.ts';
import { neighbours } from './tile-neighbours.ts';
import { BLOB, NEIGHBOURS, maskOf, readTileSet } from './tile-set.ts';

const tiles = (count: number, words = ''): readonly { words: string }[] =>
  Array.from({ length: count }, () => ({ words }));

describe('a tile sheet is a set', () => {
  test.each([
    ['mossy grass', 16, 'edges'],
    ['mossy grass', 47, 'blob'],
    ['mossy grass', 48, 'blob'],
    ['mossy grass', 15, 'plain'],
    ['mossy grass', 25, 'plain'],
    ['a cave autotile', 20, 'edges'],
    ['a cave blob', 64, 'blob'],
    ['terrain of sand', 12, 'plain'],
    ['variations of grass', 16, 'plain'],
  ] as const)('by words and number: %j of %i tiles is %s', (words, count, set) => {
    expect(readTileSet(words, tiles(count))).toBe(set);
  });

  test('unless its tiles have words of their own', () => {
    expect(readTileSet('dungeon', [...tiles(15), { words: 'with a puddle' }])).toBe('plain');
    expect(readTileSet('dungeon terrain', [...tiles(15), { words: 'with a puddle' }])).toBe('edges');
  });

  test('of 47 masks in ascending order, or of 16 for the sides north, east, south, west', () => {
    expect(BLOB).toHaveLength(47);
    expect(BLOB.slice(0, 6)).toEqual([0, 1, 4, 5, 7, 16]);
    expect(maskOf('blob', 47)).toBe(255);
    expect(maskOf('edges', 0)).toBe(0);
    expect(maskOf('edges', 0b0110)).toBe(NEIGHBOURS.e | NEIGHBOURS.s | NEIGHBOURS.se);
    expect(maskOf('edges', 15)).toBe(255);
  });
});

/** What can be seen of a depth: all that is deep is the same ground. */
const seen = (depth: number): number => Math.round(Math.max(-0.1, Math.min(0.1, depth)) * 1e6);

test.each(['x', 'y'] as const)('tiles of the set of 47 meet all their neighbours along %s', (axis) => {
  const pairs = neighbours(axis);
  expect(new Set(pairs.flat()).size).toBeGreaterThan(36);
  for (const [here, there] of pairs)
    for (let i = 0; i <= 20; i++) {
      const along = i / 20;
      const [a, b] =
        axis === 'x'
          ? [depthIn(here, 1, along, 0.3), depthIn(there, 0, along, 0.3)]
          : [depthIn(here, along, 1, 0.3), depthIn(there, along, 0, 0.3)];
      expect(seen(a), `${here} | ${there} at ${along}`).toBe(seen(b));
    }
});
