import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rgba } from '../raster/raster.ts';
import { findRemains } from './find-remains.ts';
import { studyPicture } from './study.ts';

const SIZE = 96;
const INK = [24, 18, 20] as const;

function remainsOf(paint: (x: number, y: number) => Rgba): string | undefined {
  const raster = paintRaster(SIZE, SIZE, paint);
  const { opacity } = studyPicture({ raster, alpha: 'cut-out', isPixelArt: false, loop: 'none' });
  return findRemains(raster, opacity());
}

const ink = (isIn: boolean): Rgba => [...INK, isIn ? 255 : 0];
const fromMiddle = (x: number, y: number): number => Math.hypot(x - SIZE / 2, y - SIZE / 2);
/** Soft, and lower than wide. */
const shadow = (x: number, y: number): number => Math.max(0, 1 - Math.hypot((x - 48) / 40, (y - 84) / 6));

describe('nothing is left but', () => {
  test.each<[string, string, (x: number, y: number) => Rgba]>([
    ['a shadow', 'shadow', (x, y) => [...INK, Math.round(200 * shadow(x, y))]],
    ['a closed outline', 'outline', (x, y) => ink(Math.abs(fromMiddle(x, y) - 40) < 1.5)],
    ['an outline with gaps', 'outline', (x, y) => ink(Math.abs(fromMiddle(x, y) - 40) < 1.5 && (x < 30 || y > 40))],
  ])('%s', (_, remains, paint) => expect(remainsOf(paint)).toBe(remains));
});

describe('a subject is there', () => {
  test.each<[string, (x: number, y: number) => Rgba]>([
    ['filled and black', (x, y) => ink(fromMiddle(x, y) < 40)],
    ['of thin lines in a colour', (x, y) => [190, 150, 40, Math.abs(fromMiddle(x, y) - 40) < 1.5 ? 255 : 0]],
    ['with strokes that are no lines', (x, y) => ink(Math.abs(fromMiddle(x, y) - 40) < 6)],
    ['black, and long and thin', (x, y) => ink(Math.abs(x - y) < 3 && x > 20 && x < 30)],
    ['low and opaque', (x, y) => ink(shadow(x, y) > 0)],
    [
      'and its shadow',
      (x, y) => (fromMiddle(x, y) < 20 ? [200, 90, 60, 255] : [...INK, Math.round(200 * shadow(x, y))]),
    ],
  ])('%s', (_, paint) => expect(remainsOf(paint)).toBeUndefined());
});

test('nothing at all is no remains', () => expect(remainsOf(() => [0, 0, 0, 0])).toBeUndefined());
