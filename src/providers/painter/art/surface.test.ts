import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Raster } from '../../../raster/raster.ts';
import { createRaster } from '../../../raster/raster.ts';
import type { Rgb } from './colour.ts';
import { blend, fillRows, fillStencil } from './surface.ts';

const WIDTH = 12;
const HEIGHT = 3;
const STENCIL = { x: 2, y: 1, width: 8, height: 2 };

const byte = fc.oneof(fc.constantFrom(0, 255), fc.integer({ min: 0, max: 255 }));
const colour = fc.tuple(byte, byte, byte);
/** Few different pixels, so that neighbours are often alike. */
const ground = fc.tuple(
  fc.tuple(byte, byte, byte, byte),
  fc.tuple(byte, byte, byte, byte),
  fc.infiniteStream(fc.boolean()),
);
const coverage = fc.uint8Array({ minLength: 16, maxLength: 16 });
const runs = fc
  .array(fc.constantFrom(0, 90, 255, 255), { minLength: 16, maxLength: 16 })
  .map((all) => Uint8Array.from(all));

function surfaceOf([one, other, choices]: readonly [readonly number[], readonly number[], Iterator<boolean>]): Raster {
  const surface = createRaster(WIDTH, HEIGHT);
  for (let at = 0; at < surface.rgba.length; at += 4) surface.rgba.set(choices.next().value ? one : other, at);
  return surface;
}

/** Pixel by pixel. */
function blended(surface: Raster, cover: Uint8Array, colourOf: (y: number) => Rgb, opacity: number): Uint8Array {
  const rgba = surface.rgba.slice();
  cover.forEach((covered, index) => {
    const [x, y] = [STENCIL.x + (index % STENCIL.width), STENCIL.y + Math.floor(index / STENCIL.width)];
    blend(rgba, (y * WIDTH + x) * 4, colourOf(y), Math.round(covered * opacity));
  });
  return rgba;
}

test('a stencil is filled as if each of its pixels were blended alone, and nothing beside it', () => {
  const opacity = fc.constantFrom(1, 0.75, 0.13, 0.001);
  fc.assert(
    fc.property(ground, fc.oneof(coverage, runs), colour, opacity, (under, cover, tone, share) => {
      const surface = surfaceOf(under);
      const expected = blended(surface, cover, () => tone, share);
      fillStencil(surface, { ...STENCIL, coverage: cover }, tone, share);
      expect(surface.rgba).toEqual(expected);
    }),
  );
});

test('rows are filled each in its colour, counted from the top of the surface', () => {
  fc.assert(
    fc.property(ground, runs, fc.tuple(colour, colour, colour), (under, cover, tones) => {
      const surface = surfaceOf(under);
      const expected = blended(surface, cover, (y) => tones[y] ?? [0, 0, 0], 1);
      fillRows(surface, { ...STENCIL, coverage: cover }, tones);
      expect(surface.rgba).toEqual(expected);
    }),
  );
});
