import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import type { Mask } from '../raster/mask.ts';
import { resize } from '../raster/resize.ts';
import { measurePicture } from './measure-picture.ts';
import type { Measures } from './metric.ts';
import { METRICS } from './metrics.ts';
import type { MeasuredPicture } from './picture.ts';
import { silhouetteOf } from './silhouette-of.ts';

type Colour = readonly [red: number, green: number, blue: number];

function measure(raster: MeasuredPicture['raster'], more: Partial<MeasuredPicture> = {}): Measures {
  return measurePicture({ raster, alpha: 'cut-out', isPixelArt: false, loop: 'none', ...more });
}

const SIZE = 96;
const distance = (x: number, y: number): number => Math.hypot(x - 47.5, y - 47.5);
const cover = (x: number, y: number): number => Math.round(255 * Math.max(0, Math.min(1, 36.5 - distance(x, y))));
const discOf = (colour: (x: number, y: number) => Colour): MeasuredPicture['raster'] =>
  paintRaster(SIZE, SIZE, (x, y) => [...colour(x, y), cover(x, y)]);

const flat = discOf(() => [200, 60, 40]);
const slope = discOf((x, y) => [60 + x * 2, 200 - y * 2, 40 + x + (y >> 1)]);
const cel = discOf((x, y) => (x + y < 80 ? [240, 180, 90] : x + y < 120 ? [205, 120, 60] : [150, 70, 50]));

describe('metrics', () => {
  test('are each described once, and every number has its description', () => {
    const names = METRICS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const silhouette: Mask = { width: SIZE, height: SIZE, coverage: new Uint8Array(SIZE * SIZE).fill(255) };
    const measured = measure(slope, { silhouette, palette: [[200, 60, 40]] });
    expect(names).toEqual(expect.arrayContaining(Object.keys(measured)));
  });

  property.prop([anyRaster(20), fc.constantFrom('cut-out', 'opaque', 'any'), fc.boolean()])(
    'stay in their range, whatever the picture',
    (raster, alpha, isPixelArt) => {
      const measured = measure(raster, { alpha, isPixelArt, palette: [[9, 99, 199]] });
      for (const { name, range } of METRICS) {
        const value = measured[name];
        if (value === undefined) continue;
        expect(value, name).toBeGreaterThanOrEqual(range[0]);
        expect(value, name).toBeLessThanOrEqual(range[1]);
      }
    },
  );

  test('leave out what makes no sense for an opaque picture', () => {
    const scene = paintRaster(32, 32, (x, y) => [x * 8, y * 8, 90, 255]);
    const names = Object.keys(measure(scene, { alpha: 'opaque' }));
    expect(names).toEqual(['sharpness', 'contrast', 'banding', 'noise', 'palette-size', 'flatness']);
  });
});

describe('banding', () => {
  test('is none in slopes, cel shading and pixel art', () => {
    expect(measure(slope)['banding']).toBeLessThan(0.1);
    expect(measure(cel)['banding']).toBe(0);
    expect(
      measure(
        discOf((x) => [(x >> 3) * 20, (x >> 3) * 20, 90]),
        { isPixelArt: true },
      )['banding'],
    ).toBe(0);
  });

  test('is seen in a grey slope that was cut into steps', () => {
    const steps = discOf((x) => [(x >> 3) * 20, (x >> 3) * 20, (x >> 3) * 20]);
    expect(measure(steps)['banding']).toBeGreaterThan(5);
  });
});

describe('sharpness', () => {
  test('is the same for pixel art of any scale', () => {
    const small = measure(resize(cel, 32, 32, 'nearest'), { isPixelArt: true })['sharpness'] ?? 0;
    const large =
      measure(resize(resize(cel, 32, 32, 'nearest'), 256, 256, 'nearest'), { isPixelArt: true })['sharpness'] ?? 0;
    expect(Math.abs(small - large)).toBeLessThan(0.05);
    expect(large).toBeGreaterThan(0.85);
  });

  test('is low for what was enlarged smoothly', () => {
    expect(measure(resize(resize(cel, 12, 12, 'smooth'), SIZE, SIZE, 'smooth'))['sharpness']).toBeLessThan(0.5);
  });
});

describe('parts', () => {
  const crumbs = paintRaster(60, 60, (x, y) => {
    const isCrumb = x % 20 === 3 && y % 20 === 3;
    const isRing = Math.hypot(x - 32, y - 32) < 20 && Math.hypot(x - 32, y - 32) > 8;
    return [200, 90, 60, isCrumb || isRing ? 255 : 0];
  });

  test('too small to be part of the subject are stray islands', () => {
    expect(measure(crumbs)).toMatchObject({ 'stray-islands': 5 });
    expect(measure(flat)).toMatchObject({ 'stray-islands': 0, 'stray-area': 0 });
  });

  test('leave a hole where they have no way out', () => {
    const measured = measure(crumbs);
    expect(measured['hole-count']).toBe(1);
    expect(measured['holes']).toBeCloseTo(64 / 400, 1);
    expect(measure(flat)).toMatchObject({ holes: 0, 'hole-count': 0 });
  });
});

describe('colours', () => {
  test('are counted as they are told apart, and never more than there are', () => {
    expect(measure(flat)['palette-size']).toBe(1);
    expect(measure(cel)['palette-size']).toBe(3);
    expect(measure(slope)['palette-size']).toBeGreaterThan(20);
  });

  test('are as far from the palette as they look', () => {
    expect(
      measure(flat, {
        palette: [
          [9, 9, 9],
          [200, 60, 40],
        ],
      })['palette-distance'],
    ).toBe(0);
    const far = measure(flat, { palette: [[40, 60, 200]] })['palette-distance'];
    expect(far).toBeGreaterThan(20);
  });
});

describe('the silhouette', () => {
  const content = { x: 32, y: 32, width: 192, height: 192 };
  const canvas = { width: 256, height: 256, scale: 2, content };
  const guide = { kind: 'silhouette', canvas, shape: { kind: 'circle' }, chosen: true } as const;

  test('lies in the pixels of the finished picture', () => {
    const silhouette = silhouetteOf(guide, { width: SIZE, height: SIZE }, new Map());
    expect(silhouette).toMatchObject({ width: SIZE, height: SIZE });
    const wide = paintRaster(SIZE, SIZE, (x, y) => [9, 9, 9, distance(x, y) < 43.2 ? 255 : 0]);
    const measured = measure(wide, silhouette ? { silhouette } : {});
    expect(measured['silhouette-iou']).toBeGreaterThan(0.97);
    expect(measured['shift']).toBeLessThan(0.005);
  });

  test('is none where the user chose none', () => {
    expect(silhouetteOf({ ...guide, chosen: false }, { width: 9, height: 9 }, new Map())).toBeUndefined();
    expect(silhouetteOf(undefined, { width: 9, height: 9 }, new Map())).toBeUndefined();
  });
});
