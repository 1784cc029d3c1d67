import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import { crop } from '../raster/crop.ts';
import { resize } from '../raster/resize.ts';
import { fitPicture } from './fit-picture.ts';

const canvas = { width: 96, height: 64, scale: 2, content: { x: 8, y: 4, width: 80, height: 56 } };
const scene = paintRaster(96, 64, (x, y) => [x * 2, y * 4, (x * y) & 255, 255]);

test('cuts the canvas away and brings the rest to the asked size', () => {
  const expected = resize(crop(scene, canvas.content), 40, 28, 'smooth');
  expect(fitPicture(scene, { canvas, width: 40, height: 28, resample: 'smooth' })).toEqual(expected);
});

test('finds the same scene when the service painted it larger', () => {
  const larger = resize(scene, 288, 192, 'nearest');
  const options = { canvas, width: 80, height: 56, resample: 'nearest' } as const;
  expect(fitPicture(larger, options)).toEqual(fitPicture(scene, options));
});

const side = fc.integer({ min: 1, max: 50 });

test.prop([anyRaster(), side, side])('gives exactly the asked size, whatever was painted', (painted, width, height) => {
  const fitted = fitPicture(painted, { canvas, width, height, resample: 'smooth' });
  expect([fitted.width, fitted.height, fitted.rgba.length]).toEqual([width, height, width * height * 4]);
});
