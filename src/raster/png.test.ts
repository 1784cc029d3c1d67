import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decodePng, encodePng, readPngSize, stripPngText } from './png.ts';
import { readChunks, writeChunks } from './png/chunks.ts';
import type { PngLevel } from './png/encode.ts';
import { createRaster, type Raster } from './raster.ts';
import { anyRaster, paintRaster } from '../../test/rasters.ts';

function formatOf(png: Uint8Array): { depth: number | undefined; type: number | undefined } {
  return { depth: png[24], type: png[25] };
}

/** Each colour appears, in an order that no filter foresees. */
function withColours(count: number): Raster {
  return paintRaster(64, 64, (x, y) => {
    const place = y * 64 + x;
    const index = (place < 512 ? place : Math.imul(place * place, 2654435761) >>> 16) % count;
    return [index & 255, (index * 89) & 255, (index * 57 + (index >> 8)) & 255, 255];
  });
}

const noise = paintRaster(64, 64, (x, y) => [(x * 37 + y * 91) & 255, (x * y * 13) & 255, (x * x + y * 5) & 255, 255]);

describe('encodePng', () => {
  test.prop([anyRaster(), fc.constantFrom<PngLevel>(1, 6, 9)])(
    'gives back every byte, also under alpha 0',
    (raster, level) => {
      expect(decodePng(encodePng(raster, { level }))).toEqual(raster);
    },
  );

  test.each([
    [2, 1],
    [4, 2],
    [16, 4],
    [17, 8],
    [256, 8],
  ])('stores %i colours by palette with %i bits', (count, depth) => {
    expect(formatOf(encodePng(withColours(count)))).toEqual({ depth, type: 3 });
  });

  test('stores more than 256 colours as RGB when opaque and as RGBA when not', () => {
    expect(formatOf(encodePng(withColours(257)))).toEqual({ depth: 8, type: 2 });
    const rgba = noise.rgba.slice();
    rgba[3] = 254;
    expect(formatOf(encodePng({ ...noise, rgba }))).toEqual({ depth: 8, type: 6 });
  });

  test('keeps true colour where a palette would be larger', () => {
    const ramp = paintRaster(16, 16, (x, y) => [y * 16 + x, y * 16 + x, y * 16 + x, 255]);
    expect(formatOf(encodePng(ramp))).toEqual({ depth: 8, type: 2 });
  });

  test('lists transparency only for the colours that have it', () => {
    const png = encodePng(paintRaster(64, 64, (x) => (x < 40 ? [x, 0, 0, 255] : [0, 0, 0, 0])));
    const chunk = [...readChunks(png)].find(({ type }) => type === 'tRNS');
    expect(chunk && png.subarray(chunk.start, chunk.end)).toEqual(Uint8Array.of(0));
  });

  test('writes nothing but pixels', () => {
    expect([...readChunks(encodePng(noise))].map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  test('makes smooth pictures smaller by filtering', () => {
    const slope = paintRaster(128, 128, (x, y) => [(x * 3 + y) & 255, (x + y * 2) & 255, (x * y) >> 6, 255]);
    expect(encodePng(slope).length).toBeLessThan(128 * 128 * 0.3);
  });

  test('refuses what is no picture', () => {
    expect(() => encodePng(createRaster(0, 4))).toThrow('no picture');
    expect(() => encodePng({ width: 2, height: 2, rgba: new Uint8Array(15) })).toThrow('no picture');
  });
});

test.prop([anyRaster()])('readPngSize tells the size without decoding', (raster) => {
  expect(readPngSize(encodePng(raster))).toEqual({ width: raster.width, height: raster.height });
});

function dataOf(png: Uint8Array): { type: string; data: Uint8Array }[] {
  const chunks = [...readChunks(png)].filter(({ type }) => type !== 'IEND');
  return chunks.map(({ type, start, end }) => ({ type, data: png.slice(start, end) }));
}

describe('stripPngText', () => {
  const text = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].map((type) => ({ type, data: Uint8Array.of(65, 0, 66) }));

  test('drops all that was written about a picture and keeps the rest byte for byte', () => {
    const clean = encodePng(noise);
    const [header, ...pixels] = dataOf(clean);
    const written = writeChunks([...(header ? [header] : []), ...text, ...pixels, ...text]);
    expect(stripPngText(written)).toEqual(clean);
  });

  test('keeps chunks that change how pixels look', () => {
    const gamma = { type: 'gAMA', data: Uint8Array.of(0, 0, 1, 0) };
    const png = writeChunks([...dataOf(encodePng(noise)).slice(0, 1), gamma, ...dataOf(encodePng(noise)).slice(1)]);
    expect(stripPngText(png)).toEqual(png);
  });

  test('drops what is hidden behind the end of the picture', () => {
    const clean = encodePng(noise);
    expect(stripPngText(Uint8Array.of(...clean, 1, 2, 3))).toEqual(clean);
  });
});
