import { expect, test } from 'vitest';
import { STYLE_NAMES } from '../../src/pack/pack.ts';
import { BASE, canvasOf, paint } from '../../src/providers/painter/art/paint-samples.ts';
import { type Pair, neighbours } from '../../src/providers/painter/art/cells/tile-neighbours.ts';
import { BLOB } from '../../src/providers/painter/art/cells/tile-set.ts';
import type { ImageJob } from '../../src/providers/provider.ts';
import type { Raster } from '../../src/raster/raster.ts';

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
