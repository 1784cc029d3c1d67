import { expect, test } from 'vitest';
import type { PaintedImage } from '../providers/provider.ts';
import { encodePng } from '../raster/png.ts';
import { createRaster } from '../raster/raster.ts';
import { sampleJob } from '../testing/sample-jobs.ts';
import { inspectPictures, tooSmall } from './inspect-pictures.ts';

const POLICY = { multipleOf: 16, minSide: 16, maxSide: 4096 };
const png = encodePng(createRaster(16, 8));
const image = (bytes: Uint8Array): PaintedImage => ({ role: 'image', bytes, mimeType: 'text/html' });
const layer = (index: number): PaintedImage => ({ role: 'layer', layer: index, bytes: png, mimeType: 'image/png' });

test('goes by the bytes, not by the label', () => {
  const [picture] = inspectPictures([image(png)], sampleJob('entity', POLICY));
  expect(picture).toMatchObject({ mimeType: 'image/png', raster: { width: 16, height: 8 } });
});

test('refuses a PNG that is whole on the outside and damaged within', () => {
  const damaged = png.slice();
  const data = 8 + 25 + 8 + 4;
  damaged[data] = (damaged[data] ?? 0) ^ 0xff;
  expect(() => inspectPictures([image(damaged)], sampleJob('entity', POLICY))).toThrow(/damaged/);
});

test('refuses too many pixels before they are decoded', () => {
  const claim = png.slice();
  const view = new DataView(claim.buffer);
  view.setUint32(16, 50_000);
  view.setUint32(20, 50_000);
  expect(() => inspectPictures([image(claim)], sampleJob('entity', POLICY))).toThrow();
  const large = encodePng(createRaster(4096, 2048), { level: 1 });
  expect(() => inspectPictures([image(large)], sampleJob('entity', POLICY))).toThrow(/4096 x 2048 pixels/);
});

test('wants every layer, in any order', () => {
  const job = sampleJob('parallax', POLICY);
  expect(inspectPictures([2, 0, 1].map(layer), job)).toHaveLength(3);
  expect(() => inspectPictures([0, 2].map(layer), job)).toThrow(/lacks layer 1/);
  expect(() => inspectPictures([image(png)], job)).toThrow(/lacks layer 0/);
});

test('wants a picture where one was asked for', () => {
  expect(() => inspectPictures([layer(0)], sampleJob('entity', POLICY))).toThrow(/only layers came/);
});

test('finds a picture that is far smaller than its canvas, and lets larger ones and small differences pass', () => {
  const job = sampleJob('entity', POLICY);
  const { width, height } = job.canvas;
  const size = (across: number, down: number) =>
    tooSmall(inspectPictures([image(encodePng(createRaster(across, down)))], job), job)?.message;
  expect(size(width >> 1, height >> 1)).toContain(
    `has ${width >> 1} x ${height >> 1} pixels where ${width} x ${height}`,
  );
  expect(size(width, height >> 1)).toBeDefined();
  expect([size(width, height), size(width - 8, height - 8), size(width * 2, height * 2)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
