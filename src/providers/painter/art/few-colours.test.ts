import { expect, test } from 'vitest';
import { createRaster } from '../../../raster/raster.ts';
import { MOST_COLOURS, reduceColours } from './few-colours.ts';

test('makes half transparent pixels whole or nothing at all', () => {
  const raster = createRaster(2, 1);
  raster.rgba.set([200, 100, 50, 127, 200, 100, 50, 128]);
  reduceColours(raster);
  expect([...raster.rgba]).toEqual([0, 0, 0, 0, 200, 100, 50, 255]);
});

test('moves rare colours to the nearest frequent one', () => {
  const raster = createRaster(256, 4);
  for (let i = 0; i < 1024; i++)
    raster.rgba.set(i < 900 ? [10, 20, 30, 255] : [i & 255, 255 - (i & 255), 7, 255], i * 4);
  reduceColours(raster);
  const colours = new Set(Array.from({ length: 1024 }, (_, i) => raster.rgba.slice(i * 4, i * 4 + 4).join()));
  expect(colours.size).toBeLessThanOrEqual(MOST_COLOURS);
  expect(colours.size).toBeGreaterThan(4);
  expect(raster.rgba.slice(0, 4)).toEqual(Uint8Array.of(10, 20, 30, 255));
});

test('leaves few colours as they are', () => {
  const raster = createRaster(MOST_COLOURS, 1);
  for (let i = 0; i < MOST_COLOURS; i++) raster.rgba.set([i, 0, 0, 255], i * 4);
  const before = raster.rgba.slice();
  reduceColours(raster);
  expect(raster.rgba).toEqual(before);
});
