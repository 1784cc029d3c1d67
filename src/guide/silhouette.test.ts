import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../pack/pack.ts';
import type { Mask } from '../raster/mask.ts';
import { createRaster, type Raster, type Rgba } from '../raster/raster.ts';
import { createSilhouette } from './create-silhouette.ts';
import { fillRect } from './fill-rect.ts';
import { fitCanvas } from './fit-canvas.ts';
import { silhouetteMask } from './silhouette.ts';

const POLICY = { multipleOf: 16, minSide: 16, maxSide: 1024 };
const NO_IMAGES = new Map<string, Raster>();
const FLAT: Shape = {
  kind: 'polygon',
  points: [
    [0, 0.5],
    [1, 0.5],
    [0.5, 0.5],
  ],
};
const STAR: Shape = {
  kind: 'polygon',
  points: [
    [0.5, 0],
    [0.65, 0.4],
    [1, 0.4],
    [0.7, 0.6],
    [0.8, 1],
    [0.5, 0.75],
    [0.2, 1],
    [0.3, 0.6],
    [0, 0.4],
    [0.35, 0.4],
  ],
};

function draw(shape: Shape, width: number, height: number): Mask {
  return silhouetteMask(shape, fitCanvas({ width, height }, POLICY), NO_IMAGES);
}

/** The columns and rows with anything in them, as `[first, last]`. */
function extent({ width, coverage }: Mask): { across: number[]; down: number[] } {
  const covered = [...coverage.keys()].filter((index) => (coverage[index] ?? 0) > 0);
  const columns = covered.map((index) => index % width);
  const rows = covered.map((index) => Math.floor(index / width));
  return { across: range(columns), down: range(rows) };
}

function range(values: readonly number[]): number[] {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
}

function strongest({ coverage }: Mask): number {
  return coverage.reduce((a, b) => Math.max(a, b), 0);
}

describe('silhouetteMask', () => {
  test.each(['box', 'ellipse', 'capsule', 'triangle', 'diamond'] as const)(
    'fills 90 %% of the picture with a %s',
    (kind) => {
      expect(extent(draw({ kind }, 160, 80))).toEqual({ across: [8, 151], down: [4, 75] });
    },
  );

  test('draws a true circle, 90 % of the shorter side', () => {
    expect(extent(draw({ kind: 'circle' }, 160, 80))).toEqual({ across: [44, 115], down: [4, 75] });
    const area = draw({ kind: 'circle' }, 160, 80).coverage.reduce((sum, covered) => sum + covered / 255, 0);
    expect(area / (Math.PI * 36 * 36)).toBeCloseTo(1, 3);
  });

  test('stays inside the content of a larger canvas', () => {
    const mask = draw({ kind: 'box' }, 50, 20);
    expect([mask.width, mask.height]).toEqual([64, 32]);
    expect(extent(mask)).toEqual({ across: [9, 54], down: [7, 24] });
  });

  test('fits a path of any view box, with its proportions', () => {
    const tall = draw({ kind: 'path', path: 'M1000 2000h10v40h-10z' }, 160, 80);
    expect(extent(tall)).toEqual({ across: [71, 88], down: [4, 75] });
    expect(draw({ kind: 'path', path: 'M-.1-.2h.001v.004h-.001z' }, 160, 80)).toEqual(tall);
  });

  test.each<[name: string, shape: Shape, width: number, height: number]>([
    ['a horizontal line', { kind: 'path', path: 'M0 0H9' }, 64, 64],
    ['a vertical line', { kind: 'path', path: 'M0 0V9' }, 64, 64],
    ['a slanted line', { kind: 'path', path: 'M0 0L9 4' }, 64, 64],
    ['a dot', { kind: 'path', path: 'M3 3h0' }, 64, 64],
    ['a flat polygon', FLAT, 64, 64],
    ['a very wide box', { kind: 'box' }, 400, 2],
    ['a very tall ellipse', { kind: 'ellipse' }, 1, 300],
    ['a circle of one pixel', { kind: 'circle' }, 1, 1],
  ])('keeps %s visible', (_, shape, width, height) => {
    const mask = draw(shape, width, height);
    expect(strongest(mask)).toBe(255);
    const { across, down } = extent(mask);
    for (const [first = 0, last = 0] of [across, down]) expect(last - first + 1).toBeGreaterThanOrEqual(2);
  });

  test('shows every shape of any size inside the canvas, with some pixel fully covered', () => {
    const shapes = fc.constantFrom<Shape>(
      { kind: 'box' },
      { kind: 'circle' },
      { kind: 'ellipse' },
      { kind: 'capsule' },
      { kind: 'triangle' },
      { kind: 'diamond' },
      STAR,
      { kind: 'path', path: 'M0 0Q5 9 9 0T30-4' },
    );
    const sides = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(shapes, sides, sides, (shape, width, height) => {
        expect(strongest(draw(shape, width, height))).toBeGreaterThan(200);
      }),
    );
  });

  test('says what is wrong with a path', () => {
    expect(() => draw({ kind: 'path', path: 'M0 0 L' }, 9, 9)).toThrow(/expected a number at character 7/);
  });

  test('gives the same bytes everywhere', () => {
    const shapes: Shape[] = [
      { kind: 'circle' },
      { kind: 'capsule' },
      STAR,
      { kind: 'path', path: 'M10 30A20 20 37 0150 30Q45 60 30 90T10 30zM25 20c4-4 8 4 0 8z' },
    ];
    const digest = sha256.create();
    for (const shape of shapes) digest.update(draw(shape, 123, 217).coverage);
    expect(bytesToHex(digest.digest())).toBe('bd33cc72059452af90f06bc792a8be8b926443554b41f79019ff0f8237e1d9ae');
  });
});

type Fill = readonly [x: number, y: number, width: number, height: number, color: Rgba];

function picture(background: Rgba, ...fills: readonly Fill[]): Raster {
  const raster = createRaster(60, 60, background);
  for (const [x, y, width, height, color] of fills) fillRect(raster, { x, y, width, height }, color);
  return raster;
}

describe('silhouetteMask of a picture', () => {
  const CANVAS = fitCanvas({ width: 160, height: 80 }, POLICY);
  const fromImage = (image: Raster): Mask =>
    silhouetteMask({ kind: 'image', image: 'file' }, CANVAS, new Map([['file', image]]));
  test('takes its alpha, fits what is visible, and keeps its proportions', () => {
    const mask = fromImage(picture([9, 9, 9, 0], [10, 40, 20, 10, [255, 255, 255, 255]]));
    expect(extent(mask)).toEqual({ across: [8, 151], down: [4, 75] });
    expect(mask.coverage.filter((covered) => covered === 255)).toHaveLength(144 * 72);
  });

  test('takes what differs from the corner when there is no alpha', () => {
    const mask = fromImage(
      picture([250, 250, 240, 255], [20, 10, 20, 40, [90, 20, 20, 255]], [25, 20, 5, 5, [0, 0, 0, 255]]),
    );
    expect(extent(mask)).toEqual({ across: [62, 97], down: [4, 75] });
  });

  test('keeps hairlines when it is drawn smaller', () => {
    const image = createRaster(900, 900);
    fillRect(image, { x: 0, y: 450, width: 900, height: 1 }, [0, 0, 0, 255]);
    fillRect(image, { x: 200, y: 0, width: 1, height: 900 }, [0, 0, 0, 255]);
    const mask = fromImage(image);
    const column = Array.from({ length: 80 }, (_, y) => mask.coverage[y * 160 + 110] ?? 0);
    expect(column.reduce((sum, covered) => sum + covered, 0) / 255).toBeGreaterThanOrEqual(1.9);
  });

  test('refuses one in which nothing stands out', () => {
    expect(() => fromImage(picture([200, 200, 200, 255]))).toThrow(/shows no subject/);
    expect(() => fromImage(picture([0, 0, 0, 0]))).toThrow(/shows no subject/);
  });
});

describe('createSilhouette', () => {
  test('takes a simple shape by its name', () => {
    const size = { width: 64, height: 64 };
    expect(createSilhouette({ shape: 'box', ...size })).toEqual(createSilhouette({ shape: { kind: 'box' }, ...size }));
  });

  test('names the nearest shape for one that it does not know', () => {
    const wrong = 'boxx' as 'box';
    expect(() => createSilhouette({ shape: wrong, width: 64, height: 64 })).toThrow(
      expect.objectContaining({ code: 'LIMNER_PACK_INVALID', next: 'Did you mean "box"?' }),
    );
  });
});
