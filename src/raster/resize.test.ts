import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import { createRaster } from './raster.ts';
import { resize } from './resize.ts';

const side = fc.integer({ min: 1, max: 60 });
const method = fc.constantFrom('nearest' as const, 'smooth' as const);
const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 255 }));

describe('resize', () => {
  test.prop([anyRaster(), method])('returns a picture of the right size as it is', (raster, how) => {
    expect(resize(raster, raster.width, raster.height, how)).toBe(raster);
  });

  test.prop([side, side, side, side, colour, method])(
    'keeps one colour that colour',
    (w, h, width, height, fill, how) => {
      const flat = resize(createRaster(w, h, fill), width, height, how);
      expect(flat.rgba.length).toBe(width * height * 4);
      const expected = createRaster(width, height, fill).rgba;
      // Premultiplied 16-bit arithmetic may cost faint colours a step, never alpha.
      const slack = fill[3] === 255 ? 0 : 1 + Math.floor(2 / fill[3]);
      expect(flat.rgba.every((value, i) => Math.abs(value - (expected[i] ?? 0)) <= (i % 4 === 3 ? 0 : slack))).toBe(
        true,
      );
    },
  );
});

describe('nearest', () => {
  test.prop([anyRaster(12), fc.integer({ min: 1, max: 7 })])(
    'undoes a whole-number enlargement exactly',
    (raster, times) => {
      const large = resize(raster, raster.width * times, raster.height * times, 'nearest');
      expect(resize(large, raster.width, raster.height, 'nearest')).toEqual(raster);
    },
  );

  test('makes equal blocks', () => {
    const pair = paintRaster(2, 1, (x) => [x * 9, 0, 0, 255]);
    expect(resize(pair, 6, 1, 'nearest').rgba.filter((_, i) => i % 4 === 0)).toEqual(Uint8Array.of(0, 0, 0, 9, 9, 9));
  });

  test('reads pixels that lie unaligned in memory', () => {
    const rgba = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8]).subarray(1);
    expect([...resize({ width: 2, height: 1, rgba }, 1, 1, 'nearest').rgba]).toEqual([5, 6, 7, 8]);
  });
});

describe('smooth', () => {
  test('averages the area when shrinking', () => {
    const greys = paintRaster(4, 2, (x, y) => [x * 10 + y * 100, 0, 0, 255]);
    expect(resize(greys, 2, 1, 'smooth').rgba.filter((_, i) => i % 4 === 0)).toEqual(Uint8Array.of(55, 75));
  });

  test('weighs a pixel that lies in two areas by its share in each', () => {
    const three = paintRaster(3, 1, (x) => [x * 90, 0, 0, 255]);
    expect(resize(three, 2, 1, 'smooth').rgba.filter((_, i) => i % 4 === 0)).toEqual(Uint8Array.of(30, 150));
  });

  test('takes no colour from transparent pixels', () => {
    const edge = paintRaster(8, 8, (x) => (x < 3 ? [200, 100, 50, 255] : [0, 255, 0, 0]));
    for (const size of [2, 3, 5, 13, 40]) {
      const { rgba } = resize(edge, size, size, 'smooth');
      for (let i = 0; i < rgba.length; i += 4) {
        const isClear = rgba[i + 3] === 0;
        expect(Math.abs((rgba[i] ?? 0) - (isClear ? 0 : 200))).toBeLessThanOrEqual(2);
        expect(Math.abs((rgba[i + 1] ?? 0) - (isClear ? 0 : 100))).toBeLessThanOrEqual(2);
      }
    }
  });

  test('draws no halo around a cut-out that it enlarges', () => {
    const disc = paintRaster(16, 16, (x) => [9, 9, 9, x >= 4 && x < 12 ? 255 : 0]);
    const row = resize(disc, 64, 16, 'smooth')
      .rgba.filter((_, i) => i % 4 === 3)
      .slice(0, 64);
    expect(row.subarray(0, 13).every((alpha) => alpha === 0)).toBe(true);
    expect(row.subarray(19, 45).every((alpha) => alpha === 255)).toBe(true);
    const [half = 0, next = 0] = [row[15], row[16]];
    expect(half).toBeGreaterThan(60);
    expect(next).toBeLessThan(200);
  });

  test.prop([anyRaster(16), side, side])('is the same seen in a mirror', (raster, width, height) => {
    const there = resize(mirror(raster), width, height, 'smooth').rgba;
    const back = mirror(resize(raster, width, height, 'smooth')).rgba;
    const faint = (i: number): boolean => Math.min(there[i | 3] ?? 0, back[i | 3] ?? 0) < 64;
    expect(there.every((value, i) => faint(i) || Math.abs(value - (back[i] ?? 0)) <= 2)).toBe(true);
  });

  test('gives these very bytes on every machine', () => {
    const picture = paintRaster(7, 5, (x, y) => [x * 36, y * 60, (x * y * 11) & 255, 255 - x * 20]);
    const bytes = [...resize(picture, 18, 13, 'smooth').rgba, ...resize(picture, 3, 2, 'smooth').rgba];
    expect(bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) >>> 0, 7)).toBe(183941685);
  });
});

function mirror(raster: { width: number; height: number; rgba: Uint8Array }): typeof raster {
  const at = (x: number, y: number, c: number): number =>
    raster.rgba[(y * raster.width + raster.width - 1 - x) * 4 + c] ?? 0;
  return paintRaster(raster.width, raster.height, (x, y) => [at(x, y, 0), at(x, y, 1), at(x, y, 2), at(x, y, 3)]);
}
