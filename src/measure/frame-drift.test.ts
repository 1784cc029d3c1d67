import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { type FrameDrift, measureFrameDrift } from './frame-drift.ts';
import type { MeasuredSheet } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';

const SIDE = 64;
type Place = readonly [x: number, y: number];

type Size = readonly [width: number, height: number];

interface Wish {
  readonly animation?: string;
  readonly loop?: boolean;
  /** By frame; otherwise 16 × 24 pixels in all. */
  readonly sizes?: readonly Size[];
}

/** A figure in cells side by side, in each with its upper left corner at its place. */
function drift(
  places: readonly Place[],
  { animation = 'move', loop = false, sizes }: Wish = {},
): FrameDrift | undefined {
  const sheet: MeasuredSheet = {
    kind: 'sprite',
    cells: places.map((_, index) => ({
      key: `move_${index}`,
      rect: { x: index * SIDE, y: 0, width: SIDE, height: SIDE },
      frame: { animation, index, count: places.length, loop },
    })),
  };
  const raster = paintRaster(places.length * SIDE, SIDE, (x, y) => {
    const index = Math.floor(x / SIDE);
    const [left, top] = places[index] ?? [0, 0];
    const [width, height] = sizes?.[index] ?? [16, 24];
    const isFigure = x % SIDE >= left && x % SIDE < left + width && y >= top && y < top + height;
    return [180, 60, 60, isFigure ? 255 : 0];
  });
  return measureFrameDrift(readSheetInk({ raster, alpha: 'any', isPixelArt: false, loop: 'none', sheet }), sheet);
}

/** Of figures that stand on one line, in the middle of their cells. */
const driftOfSizes = (sizes: readonly Size[], animation?: string): FrameDrift | undefined =>
  drift(
    sizes.map(([width, height]) => [32 - width / 2, 60 - height]),
    { sizes, loop: true, ...(animation ? { animation } : {}) },
  );

test('what stands still does not drift', () => {
  expect(drift([1, 2, 3, 4].map(() => [24, 36]))?.drift).toBe(0);
});

test('what walks evenly, jumps in an arc or lunges drifts little', () => {
  expect(drift([8, 16, 24, 32, 40].map((x) => [x, 36]))?.drift).toBeLessThan(0.001);
  expect(drift([36, 22, 16, 16, 22, 36].map((y) => [24, y]))?.drift).toBeLessThan(0.03);
  expect(drift([24, 21, 30, 29, 24].map((x) => [x, 36]))?.drift).toBeLessThan(0.03);
  expect(
    drift(
      [36, 34, 36, 34].map((y) => [24, y]),
      { loop: true },
    )?.drift,
  ).toBeLessThan(0.03);
});

test('what trembles in both directions drifts, and the farthest frame is told', () => {
  const found = drift([
    [24, 36],
    [25, 35],
    [38, 24],
    [23, 37],
    [24, 36],
  ]);
  expect(found?.drift).toBeGreaterThan(0.06);
  expect(found).toMatchObject({ animation: 'move', worstKey: 'move_2', worst: { x: 128, y: 0 } });
});

test('a loop is judged from its last frame to its first, too', () => {
  const places: readonly Place[] = [
    [24, 36],
    [24, 36],
    [24, 36],
    [34, 26],
  ];
  expect(drift(places)?.drift).toBeLessThan(drift(places, { loop: true })?.drift ?? 0);
});

test('one frame cannot drift', () => expect(drift([[24, 36]])).toBeUndefined());

describe('what walks', () => {
  const walk = (places: readonly Place[]) => drift(places, { animation: 'walk left', loop: true })?.drift;

  test('bobs a little', () => expect(walk([36, 35, 36, 35].map((y) => [24, y]))).toBeLessThan(0.02));

  test('does not tremble along one line alone, as what leaps may', () => {
    const hops = [36, 31, 36, 31].map((y): Place => [24, y]);
    expect(walk(hops)).toBeGreaterThan(0.04);
    expect(drift(hops, { loop: true })?.drift).toBeLessThan(0.03);
    expect(walk([22, 26, 22, 27].map((x) => [x, 36]))).toBeGreaterThan(0.04);
  });
});

describe('a size that trembles', () => {
  const swelling: readonly Size[] = [
    [16, 30],
    [12, 23],
    [16, 30],
    [13, 24],
  ];

  test('is drift in any animation, and the more in one that keeps its size', () => {
    const found = driftOfSizes(swelling, 'attack');
    expect(found?.drift).toBeGreaterThan(0.05);
    expect(found).toMatchObject({ isSize: true });
    expect(driftOfSizes(swelling, 'idle')?.drift).toBeGreaterThan(found?.drift ?? 1);
  });

  test('is none where it bursts', () => expect(driftOfSizes(swelling, 'explode')?.drift).toBeLessThan(0.03));

  test('is none where the subject stretches, spreads its wings or lies down', () => {
    const stretches: readonly Size[] = [
      [16, 24],
      [12, 32],
      [16, 24],
      [20, 19],
    ];
    expect(driftOfSizes(stretches, 'hop')?.drift).toBeLessThan(0.03);
    expect(driftOfSizes([16, 36, 16, 36].map((width) => [width, 24]))?.drift).toBeLessThan(0.01);
    expect(driftOfSizes([30, 22, 14, 8].map((height) => [16, height]))?.drift).toBeLessThan(0.03);
  });

  test('is none by rounding to whole pixels', () => {
    expect(
      driftOfSizes(
        [8, 9, 8, 9].map((side) => [side, side]),
        'idle',
      )?.drift,
    ).toBeLessThan(0.03);
  });
});
