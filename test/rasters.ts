import { fc } from '@fast-check/vitest';
import type { Raster, Rgba } from '../src/raster/raster.ts';

/** For tests: a picture painted pixel by pixel. */
export function paintRaster(width: number, height: number, colour: (x: number, y: number) => Rgba): Raster {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) rgba.set(colour(i % width, Math.floor(i / width)), i * 4);
  return { width, height, rgba };
}

/** For tests: small pictures of any bytes, often with few colours and with repeated rows. */
export function anyRaster(maxSide = 24): fc.Arbitrary<Raster> {
  const side = fc.integer({ min: 1, max: maxSide });
  const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constantFrom(0, 0, 1, 90, 254, 255, 255));
  return fc
    .tuple(side, side, fc.array(colour, { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 9999 }))
    .map(([width, height, colours, stride]) =>
      paintRaster(width, height, (x, y) => colours[(x + y * stride) % colours.length] ?? [0, 0, 0, 0]),
    );
}
