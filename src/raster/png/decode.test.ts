import { fc, test } from '@fast-check/vitest';
import { zlibSync } from 'fflate';
import { describe, expect } from 'vitest';
import { LimnerError } from '../../errors.ts';
import { paintRaster } from '../../../test/rasters.ts';
import { writeChunks, type NewChunk } from './chunks.ts';
import { decodePng } from './decode.ts';
import { encodePng } from './encode.ts';

const picture = paintRaster(40, 30, (x, y) => [x * 6, y * 8, (x * y) & 255, x < 20 ? 255 : y * 8]);
const good = encodePng(picture);

function header(width: number, height: number, [depth, type, interlace] = [8, 6, 0]): NewChunk {
  const data = new Uint8Array(13);
  new DataView(data.buffer).setUint32(0, width);
  new DataView(data.buffer).setUint32(4, height);
  data.set([depth ?? 0, type ?? 0, 0, 0, interlace ?? 0], 8);
  return { type: 'IHDR', data };
}

function pixels(bytes: number): NewChunk {
  return { type: 'IDAT', data: zlibSync(new Uint8Array(bytes), { level: 9 }) };
}

function failureOf(bytes: Uint8Array): LimnerError {
  try {
    decodePng(bytes);
  } catch (error) {
    if (error instanceof LimnerError) return error;
    throw error;
  }
  throw new Error('it was decoded');
}

describe('decodePng refuses', () => {
  test.each<[string, Uint8Array, string]>([
    ['no bytes at all', new Uint8Array(0), 'not a PNG'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'not a PNG'],
    ['a file without a header', writeChunks([pixels(100)]), 'no PNG header'],
    ['no width', writeChunks([header(0, 5), pixels(100)]), 'impossible size of 0 x 5'],
    ['a giant', writeChunks([header(50_000, 50_000), pixels(100)]), 'claims 50000 x 50000 pixels'],
    ['a size beyond the format', writeChunks([header(0xffffffff, 1), pixels(100)]), 'impossible size'],
    ['an unknown depth', writeChunks([header(5, 5, [3, 0, 0]), pixels(100)]), 'unknown pixel format (type 0, 3 bits)'],
    ['an unknown interlace', writeChunks([header(5, 5, [8, 6, 2]), pixels(105)]), 'interlace method'],
    ['a palette picture without one', writeChunks([header(5, 5, [8, 3, 0]), pixels(30)]), 'no palette'],
    ['no pixels', writeChunks([header(5, 5)]), 'fewer pixels'],
    ['too few pixels', writeChunks([header(5, 5), pixels(104)]), 'fewer pixels'],
    ['far too few pixels', writeChunks([header(8000, 8000), pixels(100)]), 'fewer pixels'],
    [
      'garbage for pixels',
      writeChunks([header(5, 5), { type: 'IDAT', data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7) }]),
      'unpack',
    ],
    [
      'an unknown filter',
      writeChunks([header(1, 1), { type: 'IDAT', data: zlibSync(Uint8Array.of(9, 0, 0, 0, 0)) }]),
      'filter',
    ],
    ['a wrong checksum', good.map((byte, i) => (i === 60 ? byte ^ 1 : byte)), 'checksum of its IDAT'],
  ])('%s', (_, bytes, message) => {
    expect(failureOf(bytes)).toMatchObject({
      code: 'LIMNER_PICTURE_INVALID',
      message: expect.stringContaining(message),
    });
  });

  test('a picture above the given limit', () => {
    expect(() => decodePng(good, { maxPixels: 1199 })).toThrow('more than the 1199');
    expect(decodePng(good, { maxPixels: 1200 }).width).toBe(40);
  });

  test.prop([fc.nat(good.length - 1)])('a file that is cut off anywhere', (length) => {
    expect(failureOf(good.subarray(0, length)).code).toBe('LIMNER_PICTURE_INVALID');
  });
});

describe('decodePng survives', () => {
  test.prop([fc.uint8Array({ maxLength: 300 })])('any bytes', (bytes) => {
    expect(failureOf(bytes).code).toBe('LIMNER_PICTURE_INVALID');
  });

  const chunk = fc.record({ type: fc.constantFrom('PLTE', 'tRNS', 'IDAT', 'iCCP', 'fdAT'), data: fc.uint8Array() });
  const side = fc.integer({ min: 1, max: 40 });
  const format = fc.constantFrom<[number, number, number]>(
    [1, 0, 1],
    [2, 3, 0],
    [4, 3, 1],
    [8, 2, 0],
    [16, 4, 1],
    [16, 6, 0],
    [8, 6, 1],
  );
  const rows = fc.uint8Array({ maxLength: 4000 }).map((data) => ({ type: 'IDAT', data: zlibSync(data) }));
  const broken = rows.chain(({ data }) =>
    fc.tuple(fc.nat(data.length), fc.nat(255)).map(([at, value]) => ({
      type: 'IDAT',
      data: data.map((byte, i) => (i === at ? value : byte)),
    })),
  );

  test.prop([side, side, format, fc.array(fc.oneof(chunk, rows, broken), { maxLength: 5 })], { numRuns: 400 })(
    'well-formed files with senseless contents',
    (width, height, kind, chunks) => {
      const bytes = writeChunks([header(width, height, kind), ...chunks]);
      try {
        expect(decodePng(bytes)).toMatchObject({ width, height });
      } catch (error) {
        expect(error).toMatchObject({ code: 'LIMNER_PICTURE_INVALID' });
      }
    },
  );
});

describe('decodePng reads', () => {
  test('pixels that are spread over many chunks, at any place in a larger buffer', () => {
    const idat = zlibSync(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    const parts = [...idat].map((byte) => ({ type: 'IDAT', data: Uint8Array.of(byte) }));
    const bytes = writeChunks([header(2, 1), ...parts]);
    const shifted = new Uint8Array([9, 9, 9, ...bytes]).subarray(3);
    expect([...decodePng(shifted).rgba]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('an index that the palette does not define as black', () => {
    const palette = { type: 'PLTE', data: Uint8Array.of(10, 20, 30) };
    const bytes = writeChunks([
      header(2, 1, [8, 3, 0]),
      palette,
      { type: 'IDAT', data: zlibSync(Uint8Array.of(0, 0, 200)) },
    ]);
    expect([...decodePng(bytes).rgba]).toEqual([10, 20, 30, 255, 0, 0, 0, 255]);
  });
});
