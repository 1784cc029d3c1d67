import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster } from '../raster/raster.ts';
import { resize } from '../raster/resize.ts';
import type { Rgb } from './count-palette.ts';
import { measureHalo } from './halo.ts';
import { studyPicture } from './study.ts';

const SIZE = 96;
const RADIUS = 36.5;
/** From the edge, positive inside. */
type Paint = (depth: number, x: number, y: number) => Rgb;

/** A disc with a soft step of `fade` pixels at its edge. */
function disc(paint: Paint, fade = 1, size = SIZE): Raster {
  return paintRaster(size, size, (x, y) => {
    const depth = (RADIUS / SIZE) * size - Math.hypot(x - size / 2, y - size / 2);
    return [...paint(depth, x, y), Math.round(255 * Math.max(0, Math.min(1, depth / fade)))];
  });
}

function halo(raster: Raster): number {
  const study = studyPicture({ raster, alpha: 'cut-out', isPixelArt: false, loop: 'none' });
  return measureHalo(study)['halo'] ?? NaN;
}

const ringed =
  (ring: Rgb, wide: number, inside: Paint = () => [200, 60, 40]): Paint =>
  (depth, x, y) =>
    depth < wide ? ring : inside(depth, x, y);
const slope: Paint = (_, x, y) => [60 + x * 2, 200 - y * 2, 40 + x + (y >> 1)];
const gold: Paint = (_, x) => [250, 200 - x / 4, 60];

describe('no halo is seen', () => {
  test.each<[string, Raster]>([
    ['around a flat disc', disc(() => [200, 60, 40])],
    ['around a shaded disc', disc(slope)],
    ['around a cel-shaded disc', disc((_, x, y) => (x + y < 90 ? [240, 180, 90] : [150, 70, 50]))],
    ['where a dark line is drawn around', disc(ringed([20, 10, 30], 3, gold))],
    ['where that line has a soft end', disc(ringed([20, 10, 30], 9, gold), 3, 384)],
    [
      'where a thin line is mixed with what it surrounds',
      disc((d) => (d < 0.6 ? [82, 57, 77] : d < 1.4 ? [140, 115, 118] : [230, 212, 172]), 1, 32),
    ],
    ['where the line is a darker shade of the inside', disc(ringed([160, 100, 20], 2, gold))],
    ['where a pale thing has a line of its own tint', disc(ringed([216, 203, 178], 3, () => [245, 239, 226]))],
    ['where the line is grey and so is the inside', disc(ringed([130, 132, 126], 2, () => [240, 240, 236]))],
    ['where a light frame is wider than a fringe', disc(ringed([250, 250, 250], 6, () => [50, 50, 60]))],
    ['where the rim is lit on one side', disc((d, x, y) => (d < 2 && x < y ? [255, 250, 220] : [90, 60, 40]))],
    [
      'where the rim has many colours',
      disc((d, x, y) => (d < 2 ? [(x * 37) % 256, (y * 53) % 256, 90] : [90, 90, 90])),
    ],
    ['around pixel art', resize(disc(slope, 0.01, 24), SIZE, SIZE, 'nearest')],
  ])('%s', (_, raster) => expect(halo(raster)).toBeLessThan(1.5));
});

describe('a halo is seen', () => {
  test.each<[string, Raster]>([
    ['of white', disc(ringed([255, 255, 255], 1.5))],
    ['of green', disc(ringed([20, 200, 60], 1.5, slope))],
    ['of magenta around what is light', disc(ringed([255, 0, 255], 1.5, () => [240, 240, 230]))],
    ['of grey around what is colourful', disc(ringed([140, 140, 140], 1.5, gold))],
    ['of a black that fades', disc(ringed([12, 12, 14], 3, gold), 3)],
    ['that is soft and wide, in a large picture', disc(ringed([255, 255, 255], 5), 5, 384)],
    ['that is one pixel wide, in a small picture', disc(ringed([255, 255, 255], 1.2), 1, 32)],
  ])('%s', (_, raster) => expect(halo(raster)).toBeGreaterThan(15));

  test('the more, the farther its colour is from what lies inside', () => {
    const [near, far] = [disc(ringed([230, 120, 100], 2)), disc(ringed([255, 255, 255], 2))];
    expect(halo(far)).toBeGreaterThan(2 * halo(near));
  });
});

test('what is translucent or opaque has no edge to ask', () => {
  const glow = disc(() => [255, 200, 80], 40);
  expect(halo(glow)).toBeNaN();
  const scene = paintRaster(32, 32, (x, y) => [x * 8, y * 8, 90, 255]);
  expect(measureHalo(studyPicture({ raster: scene, alpha: 'opaque', isPixelArt: false, loop: 'none' }))).toEqual({});
});
