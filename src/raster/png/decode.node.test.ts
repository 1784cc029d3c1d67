import { fc, test } from '@fast-check/vitest';
import { zlibSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { Raster } from '../raster.ts';
import { anyRaster } from '../../../test/rasters.ts';
import { writeChunks } from './chunks.ts';
import { decodePng } from './decode.ts';
import { encodePng } from './encode.ts';
import { CHANNELS, type PngHeader } from './header.ts';
import { listPasses } from './passes.ts';

const TYPES = { grey: 0, rgb: 2, palette: 3, 'grey-alpha': 4, rgba: 6 } as const;

const formats = (
  [
    ['grey', 1],
    ['grey', 2],
    ['grey', 4],
    ['grey', 8],
    ['grey', 16],
    ['rgb', 8],
    ['rgb', 16],
    ['palette', 1],
    ['palette', 2],
    ['palette', 4],
    ['palette', 8],
    ['grey-alpha', 8],
    ['grey-alpha', 16],
    ['rgba', 8],
    ['rgba', 16],
  ] as const
).flatMap(([colour, depth]) => [false, true].map((interlaced) => ({ colour, depth, interlaced })));

/** A file whose rows are random bytes under random filters: libpng's reading of it is the truth. */
function makeFile(header: PngHeader, random: Uint8Array, hasKey: boolean): Uint8Array {
  const bits = CHANNELS[header.colour] * header.depth;
  let next = 0;
  const take = (): number => random[next++ % random.length] ?? 0;
  const rows = listPasses(header).flatMap(({ width, height }) =>
    Array.from({ length: height }, () => [take() % 5, ...Array.from({ length: Math.ceil((width * bits) / 8) }, take)]),
  );
  const data = new Uint8Array(13);
  new DataView(data.buffer).setUint32(0, header.width);
  new DataView(data.buffer).setUint32(4, header.height);
  data.set([header.depth, TYPES[header.colour], 0, 0, Number(header.interlaced)], 8);
  const palette = Uint8Array.from({ length: 3 * 2 ** Math.min(8, header.depth) }, take);
  const keyLength = header.colour === 'palette' ? 2 : CHANNELS[header.colour] * 2;
  const key = Uint8Array.from({ length: keyLength }, (_, i) => (header.depth < 16 && i % 2 === 0 ? 0 : 1));
  return writeChunks([
    { type: 'IHDR', data },
    ...(header.colour === 'palette' ? [{ type: 'PLTE', data: palette }] : []),
    ...(hasKey && CHANNELS[header.colour] % 2 === 1 ? [{ type: 'tRNS', data: key }] : []),
    { type: 'IDAT', data: zlibSync(Uint8Array.from(rows.flat())) },
  ]);
}

async function readBySharp(png: Uint8Array): Promise<Uint8Array> {
  return sharp(png).toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer();
}

function greatestDifference(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((greatest, value, i) => Math.max(greatest, Math.abs(value - (b[i] ?? 0))), 0);
}

describe.each(formats)('decodePng of $colour, $depth bits, interlaced: $interlaced', (format) => {
  const side = fc.integer({ min: 1, max: 19 });
  const random = fc.uint8Array({ minLength: 50, maxLength: 400 });

  test.prop([side, side, random, fc.boolean()], { numRuns: 12 })(
    'reads what libpng reads',
    async (width, height, bytes, hasKey) => {
      const png = makeFile({ width, height, ...format }, bytes, hasKey);
      // libvips drops the low byte of 16-bit values where we round.
      const tolerance = format.depth === 16 ? 1 : 0;
      expect(greatestDifference(decodePng(png).rgba, await readBySharp(png))).toBeLessThanOrEqual(tolerance);
    },
  );
});

test.prop([anyRaster()], { numRuns: 30 })('libpng reads what encodePng writes', async (raster: Raster) => {
  const read = await readBySharp(encodePng(raster));
  expect(greatestDifference(raster.rgba, read)).toBe(0);
});
