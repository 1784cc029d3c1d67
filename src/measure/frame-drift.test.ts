import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { type FrameDrift, measureFrameDrift } from './frame-drift.ts';
import type { MeasuredSheet } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';

const SIDE = 64;
type Place = readonly [x: number, y: number];

/** A figure of 16 × 24 pixels in cells side by side, in each at its place. */
function drift(places: readonly Place[], loop = false): FrameDrift | undefined {
  const sheet: MeasuredSheet = {
    kind: 'sprite',
    cells: places.map((_, index) => ({
      key: `move_${index}`,
      rect: { x: index * SIDE, y: 0, width: SIDE, height: SIDE },
      frame: { animation: 'move', index, count: places.length, loop },
    })),
  };
  const raster = paintRaster(places.length * SIDE, SIDE, (x, y) => {
    const [left, top] = places[Math.floor(x / SIDE)] ?? [0, 0];
    const isFigure = x % SIDE >= left && x % SIDE < left + 16 && y >= top && y < top + 24;
    return [180, 60, 60, isFigure ? 255 : 0];
  });
  return measureFrameDrift(readSheetInk({ raster, alpha: 'any', isPixelArt: false, loop: 'none', sheet }), sheet);
}

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
      true,
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
  expect(drift(places, false)?.drift).toBeLessThan(drift(places, true)?.drift ?? 0);
});

test('one frame cannot drift', () => expect(drift([[24, 36]])).toBeUndefined());
