import { expect, test } from 'vitest';
import { readPictureInfo } from '../../raster/picture-info.ts';
import { encodeWebp } from './webp.ts';

/** Made once and opened in a browser: a red, a green, a blue and a half transparent white pixel. */
const RGBW = {
  width: 2,
  height: 2,
  rgba: Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 128),
};

test('is a WebP of its size, with an even number of bytes', () => {
  const bytes = encodeWebp(RGBW);
  expect(readPictureInfo(bytes)).toEqual({ mimeType: 'image/webp', width: 2, height: 2 });
  expect(bytes.length % 2).toBe(0);
});

test('says the colours as they are', () => {
  expect(Buffer.from(encodeWebp(RGBW)).toString('base64')).toMatchInlineSnapshot(
    `"UklGRroAAABXRUJQVlA4TK4AAAAvAUAAEIBAAAAA4v////////////////////////////////////////8fAAAAAgEAAIj/////////////////////////////////////////fwgEAAAg/v////////////////////////////////////////8hEAAAgPj/////////////////////////////////////////D4B/gP9/AIB/AID//////wA="`,
  );
});
