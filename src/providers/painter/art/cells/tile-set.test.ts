import { describe, expect, test } from 'vitest';
import type { Raster } from '../../../../raster/raster.ts';
import type { ImageJob } from '../../../provider.ts';
import { BASE, canvasOf, paint } from '../paint-samples.ts';
import { STYLE_NAMES } from '../../../../pack/pack.ts';
import { depthIn } from './edged-tile.ts';
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

type Pair = readonly [here: number, there: number];

/** Every pair of masks that can lie side by side in some map, the second to the east (or the south) of the first. */
function neighbours(axis: 'x' | 'y'): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (let bits = 0; bits < 1 << 12; bits++) {
    // Three rows of four cells, or turned: the two in the middle are of the ground.
    const isGround = (along: number, across: number): boolean => {
      const isMiddle = across === 1 && (along === 1 || along === 2);
      return isMiddle || (bits & (1 << (across * 4 + along))) !== 0;
    };
    const at = (x: number, y: number): boolean => (axis === 'x' ? isGround(x, y) : isGround(y, x));
    const pair: Pair = axis === 'x' ? [maskAt(at, 1, 1), maskAt(at, 2, 1)] : [maskAt(at, 1, 1), maskAt(at, 1, 2)];
    pairs.set(pair.join(), pair);
  }
  return [...pairs.values()];
}

function maskAt(isGround: (x: number, y: number) => boolean, x: number, y: number): number {
  const { n, ne, e, se, s, sw, w, nw } = NEIGHBOURS;
  const [toN, toE, toS, toW] = [isGround(x, y - 1), isGround(x + 1, y), isGround(x, y + 1), isGround(x - 1, y)];
  const corner = (bit: number, a: boolean, b: boolean, c: boolean): number => (a && b && c ? bit : 0);
  return (
    (toN ? n : 0) +
    (toE ? e : 0) +
    (toS ? s : 0) +
    (toW ? w : 0) +
    corner(ne, toN, toE, isGround(x + 1, y - 1)) +
    corner(se, toS, toE, isGround(x + 1, y + 1)) +
    corner(sw, toS, toW, isGround(x - 1, y + 1)) +
    corner(nw, toN, toW, isGround(x - 1, y - 1))
  );
}

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

const SIZE = 24;
const GROUNDS = ['grass', 'stone', 'sand', 'lava', 'wooden planks', 'water', 'snow on dirt'];

function sheetOf(seed: number): Raster {
  const cells = Array.from({ length: 48 }, (_, index) => ({
    key: `tile_${index}`,
    words: '',
    rect: { x: (index % 8) * SIZE, y: Math.floor(index / 8) * SIZE, width: SIZE, height: SIZE },
    tile: { index, count: 48 },
  }));
  const job: ImageJob = {
    ...BASE,
    type: 'sheet',
    seed,
    subject: GROUNDS[seed % GROUNDS.length] ?? '',
    style: { name: STYLE_NAMES[seed % STYLE_NAMES.length] ?? 'cartoon', words: '' },
    transparent: false,
    canvas: canvasOf(8 * SIZE, 6 * SIZE),
    composition: { kind: 'cells', sheet: 'tile', cells },
  };
  return paint(job);
}

/** The mean colour step between two lines of pixels, `at` giving the byte of the i-th of each. */
function step({ rgba }: Raster, at: (i: number) => Pair): number {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) {
    const [a, b] = at(i);
    for (let channel = 0; channel < 3; channel++) sum += Math.abs((rgba[a + channel] ?? 0) - (rgba[b + channel] ?? 0));
  }
  return sum / SIZE / 3;
}

test('no seam stands out where tiles meet', () => {
  const index = ([a, b]: Pair): Pair => [BLOB.indexOf(a), BLOB.indexOf(b)];
  const [across, down] = [neighbours('x').map(index), neighbours('y').map(index)];
  expect(Math.min(across.length, down.length)).toBeGreaterThan(100);
  for (let seed = 0; seed < 200; seed++) {
    const sheet = sheetOf(seed);
    const byte = (tile: number, x: number, y: number): number =>
      ((Math.floor(tile / 8) * SIZE + y) * sheet.width + (tile % 8) * SIZE + x) * 4;
    const column = (a: number, x: number, b: number, x2: number): number =>
      step(sheet, (y) => [byte(a, x, y), byte(b, x2, y)]);
    const row = (a: number, y: number, b: number, y2: number): number =>
      step(sheet, (x) => [byte(a, x, y), byte(b, x, y2)]);
    const inner: number[] = [];
    for (let tile = 0; tile < 47; tile++)
      for (let i = 0; i + 1 < SIZE; i++) inner.push(column(tile, i, tile, i + 1), row(tile, i, tile, i + 1));
    const limit = inner.toSorted((a, b) => a - b)[Math.ceil(inner.length * 0.99)] ?? 0;
    const worst = (axis: string, pairs: readonly Pair[], seam: (a: number, b: number) => number): void => {
      const steps = pairs.map(([a, b]) => ({ at: `${a} ${axis} ${b}, seed ${seed}`, step: seam(a, b) }));
      for (const { at, step: found } of steps) if (found > limit) expect({ at, found }).toEqual({ at, found: limit });
    };
    worst('|', across, (a, b) => column(a, SIZE - 1, b, 0));
    worst('/', down, (a, b) => row(a, SIZE - 1, b, 0));
  }
});
