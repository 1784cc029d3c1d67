import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { createRaster, type Raster } from '../raster/raster.ts';
import { checkPicture, type ExpectedPicture } from './index.ts';

const disc = paintRaster(20, 20, (x, y) => [x * 9, y * 9, 90, (x - 10) ** 2 + (y - 10) ** 2 < 50 ? 255 : 0]);
const scene = paintRaster(20, 20, (x, y) => [x * 9, y * 9, 90, 255]);

function plain(raster: Raster): ExpectedPicture {
  return { raster, width: 20, height: 20, alpha: 'any', isPixelArt: false, loop: 'none' };
}

function failures(raster: Raster, expected: Partial<ExpectedPicture>): string[] {
  const gates = checkPicture({ ...plain(raster), ...expected });
  return gates.filter(({ status }) => status !== 'pass').map(({ name, message }) => `${name}: ${message}`);
}

describe('checkPicture', () => {
  test('passes a cut-out, a scene and a picture of any alpha', () => {
    expect(failures(disc, { alpha: 'cut-out' })).toEqual([]);
    expect(failures(scene, { alpha: 'opaque' })).toEqual([]);
    expect([...failures(disc, {}), ...failures(scene, {})]).toEqual([]);
  });

  test('reports every gate that it asked, in one order', () => {
    const names = checkPicture({ ...plain(disc), alpha: 'cut-out', free: 'subject' }).map(({ name }) => name);
    expect(names).toEqual(['size', 'transparency', 'blank', 'cut-off', 'subjects']);
    expect(checkPicture(plain(disc)).map(({ name }) => name)).toEqual(['size', 'blank']);
  });

  test('fails a picture that is one pixel off', () => {
    expect(failures(scene, { width: 21 })).toEqual(['size: The picture is 20 x 20 pixels; 21 x 20 were asked for.']);
    expect(failures(scene, { height: 19 })).toHaveLength(1);
  });

  test('fails a cut-out whose background is still there', () => {
    expect(failures(scene, { alpha: 'cut-out' })).toEqual([expect.stringContaining('the background was not removed')]);
  });

  test('fails a cut-out that is only a shade', () => {
    const shade = paintRaster(20, 20, (x) => [x, x, x, x < 10 ? 0 : 254]);
    expect(failures(shade, { alpha: 'cut-out' })).toEqual([expect.stringContaining('No pixel is fully opaque')]);
  });

  test('fails a scene with a single transparent pixel', () => {
    const rgba = scene.rgba.slice();
    rgba[799] = 254;
    expect(failures({ ...scene, rgba }, { alpha: 'opaque' })).toEqual([expect.stringContaining('must be opaque')]);
  });

  test.each<[string, Raster, string]>([
    ['an empty picture, whatever colours it hides', paintRaster(20, 20, (x) => [x * 9, 0, 0, 0]), 'transparent'],
    ['a black picture', createRaster(20, 20, [0, 0, 0, 255]), 'same colour'],
    [
      'one flat colour with a trace of noise',
      paintRaster(20, 20, (x, y) => [99 + ((x + y) % 3), 4, 5, 255]),
      'same colour',
    ],
  ])('fails %s as blank', (_, raster, words) => {
    expect(failures(raster, {})).toEqual([expect.stringContaining(words)]);
  });

  test('takes a flat silhouette for a picture', () => {
    expect(
      failures(
        paintRaster(20, 20, (x) => [0, 0, 0, x < 10 ? 0 : 255]),
        { alpha: 'cut-out' },
      ),
    ).toEqual([]);
  });
});

describe('a crate that fills its picture to the last pixel', () => {
  const crate = paintRaster(64, 64, (x, y) => {
    const isFrame = Math.min(x, y, 63 - x, 63 - y) < 6;
    return isFrame ? [90, 55, 25, 255] : [190, 130, 70, 255];
  });
  const asked = { raster: crate, width: 64, height: 64, alpha: 'cut-out', isPixelArt: false, loop: 'none' } as const;
  const transparencyOf = (isBoxed: boolean): string | undefined =>
    checkPicture({ ...asked, free: 'subject', isBoxed }).find(({ name }) => name === 'transparency')?.status;

  test('is whole where a box was asked for', () => expect(transparencyOf(true)).toBe('pass'));
  test('is a background that was left where none was', () => expect(transparencyOf(false)).toBe('fail'));
});
