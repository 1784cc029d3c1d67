import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { type FrameDrift, measureFrameDrift } from './frame-drift.ts';
import type { MeasuredSheet } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';

const SIDE = 64;
type Place = readonly [x: number, y: number];

/** A figure of 16 × 24 pixels in cells side by side, in each at its place. */
function drift(places: readonly Place[], loop = false, animation = 'move'): FrameDrift | undefined {
  return driftOf(
    places.length,
    (frame, x, y) => {
      const [left, top] = places[frame] ?? [0, 0];
      return x >= left && x < left + 16 && y >= top && y < top + 24;
    },
    { loop, animation },
  );
}

/** Of frames side by side in which is drawn what `isInk` says of each pixel. */
function driftOf(
  count: number,
  isInk: (frame: number, x: number, y: number) => boolean,
  { loop, animation }: { readonly loop: boolean; readonly animation: string },
): FrameDrift | undefined {
  const sheet: MeasuredSheet = {
    kind: 'sprite',
    cells: Array.from({ length: count }, (_, index) => ({
      key: `${animation}_${index}`,
      rect: { x: index * SIDE, y: 0, width: SIDE, height: SIDE },
      frame: { animation, index, count, loop },
    })),
  };
  const raster = paintRaster(count * SIDE, SIDE, (x, y) => {
    return [180, 60, 60, isInk(Math.floor(x / SIDE), x % SIDE, y) ? 255 : 0];
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

/** Out of step with each other, as frames that were painted one by one are. */
const UNEVEN = [0, 5, 1, 4, 0, 5];

describe.each(['idle', 'Walk_left', 'run'])('in an animation called %s', (animation) => {
  test.each<[string, (step: number) => Place]>([
    ['up and down', (step) => [24, 36 - step]],
    ['sideways', (step) => [24 + step, 36]],
  ])('what trembles %s drifts', (_way, place) => {
    expect(drift(UNEVEN.map(place), true, animation)?.drift).toBeGreaterThan(0.04);
  });

  test('what changes its size from frame to frame drifts, and the smallest is told', () => {
    const found = driftOf(
      6,
      (frame, x, y) => {
        const side = [30, 31, 30, 20, 30, 30][frame] ?? 0;
        return Math.abs(x - 32) < side / 2 && y < 60 && y >= 60 - side;
      },
      { loop: true, animation },
    );
    expect(found?.drift).toBeGreaterThan(0.04);
    expect(found?.worstKey).toBe(`${animation}_3`);
  });

  test('a body may bob over feet that stand, and arms and legs may swing', () => {
    const found = driftOf(
      4,
      (frame, x, y) => {
        const bob = [0, 2, 0, 2][frame] ?? 0;
        const swing = [-8, 0, 8, 0][frame] ?? 0;
        const isBody = Math.abs(x - 32) < 7 && y >= 20 - bob && y < 46 - bob;
        const isLeg = [-1, 1].some((way) => Math.abs(x - 32 - way * swing * ((y - 44) / 16)) < 3 && y >= 44 && y < 60);
        return isBody || isLeg;
      },
      { loop: true, animation },
    );
    expect(found?.drift).toBeLessThan(0.02);
  });

  test('breathing keeps the body as large as it is: wider where it is lower', () => {
    const found = driftOf(
      4,
      (frame, x, y) => {
        const height = [30, 28, 30, 32][frame] ?? 0;
        return y < 60 && y >= 60 - height && Math.abs(x - 32) < 450 / height;
      },
      { loop: true, animation },
    );
    expect(found?.drift).toBeLessThan(0.02);
  });
});

test('what leaps may go up and down as it likes', () => {
  const leap = UNEVEN.map((step): Place => [24, 36 - step]);
  expect(drift(leap, true, 'jump')?.drift).toBeLessThan(0.02);
});
