import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import { LimnerError } from '../errors.ts';
import type { Canvas } from '../guide/canvas.ts';
import { alphaBounds, hasAlpha } from '../raster/alpha.ts';
import { crop } from '../raster/crop.ts';
import { createRaster, type Raster, type Rect } from '../raster/raster.ts';
import { resize } from '../raster/resize.ts';
import { frameSubject } from './frame-subject.ts';

/** A canvas of 64 x 48 asked pixels with a margin of 16 canvas pixels left and above. */
function makeCanvas(scale: number): Canvas {
  const content = { x: 16, y: 16, width: 64 * scale, height: 48 * scale };
  return { width: content.width + 32, height: content.height + 32, scale, content };
}

/** A block of many colours, `box` in canvas pixels. */
function paintSubject({ width, height }: { width: number; height: number }, box: Rect): Raster {
  return paintRaster(width, height, (x, y) => {
    const isInside = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
    return isInside ? [(x * 7) & 255, (y * 11) & 255, (x * y) & 255, 255] : [0, 0, 0, 0];
  });
}

const asked = { width: 64, height: 48, resample: 'nearest' } as const;

describe('frameSubject leaves a well-placed subject alone', () => {
  const canvas = makeCanvas(1);

  test('at scale 1 to the pixel', () => {
    const painted = paintSubject(canvas, { x: 20, y: 20, width: 50, height: 30 });
    expect(frameSubject(painted, { ...asked, canvas, resample: 'smooth' })).toEqual(crop(painted, canvas.content));
  });

  test('and moves it back, unchanged, when it strays over the edge', () => {
    const painted = paintSubject(canvas, { x: 8, y: 40, width: 50, height: 30 });
    const framed = frameSubject(painted, { ...asked, canvas, resample: 'smooth' });
    expect(alphaBounds(framed, 8)).toEqual({ x: 0, y: 18, width: 50, height: 30 });
    expect(framed).toEqual(crop(painted, { x: 8, y: 22, width: 64, height: 48 }));
  });

  test('and keeps the pixel grid of enlarged pixel art when it moves it', () => {
    const large = makeCanvas(4);
    const small = paintSubject({ width: 72, height: 56 }, { x: 1, y: 10, width: 50, height: 30 });
    const painted = resize(small, 288, 224, 'nearest');
    const framed = frameSubject(painted, { ...asked, canvas: large });
    expect(framed).toEqual(crop(small, { x: 1, y: 4, width: 64, height: 48 }));
  });

  test('when a service painted it all at twice the size', () => {
    const painted = paintSubject(canvas, { x: 20, y: 20, width: 50, height: 30 });
    const twice = resize(painted, canvas.width * 2, canvas.height * 2, 'nearest');
    expect(frameSubject(twice, { ...asked, canvas })).toEqual(frameSubject(painted, { ...asked, canvas }));
  });
});

describe('frameSubject fills 90 % of the box, centred', () => {
  test.each<[string, Rect, Rect]>([
    [
      'with a subject that is too small',
      { x: 30, y: 30, width: 20, height: 10 },
      { x: 3, y: 9, width: 57, height: 29 },
    ],
    ['with one that is too large', { x: 0, y: 0, width: 96, height: 80 }, { x: 6, y: 2, width: 52, height: 43 }],
    ['with one that leaves nothing transparent', makeCanvas(1).content, { x: 3, y: 2, width: 57, height: 43 }],
  ])('%s', (_, box, expected) => {
    const canvas = makeCanvas(1);
    const framed = frameSubject(paintSubject(canvas, box), { ...asked, canvas });
    expect(alphaBounds(framed, 8)).toEqual(expected);
  });

  test('and is not squashed when a service painted another aspect', () => {
    const painted = paintSubject({ width: 100, height: 100 }, { x: 10, y: 10, width: 80, height: 80 });
    const bounds = alphaBounds(frameSubject(painted, { ...asked, canvas: makeCanvas(1) }), 8);
    expect(bounds).toEqual({ x: 10, y: 2, width: 43, height: 43 });
  });
});

test('frameSubject makes the strongest pixel of a ghost opaque', () => {
  const canvas = makeCanvas(1);
  const ghost = paintRaster(96, 80, (x, y) => [200, 220, 255, x > 20 && x < 76 && y > 20 && y < 60 ? 60 + x : 0]);
  const framed = frameSubject(ghost, { ...asked, canvas });
  expect(hasAlpha(framed, 255)).toBe(true);
  expect(framed.rgba[(20 * 64 + 10) * 4 + 3]).toBe(Math.round(((60 + 26) * 255) / 135));
});

test.each([createRaster(96, 80), createRaster(96, 80, [255, 0, 0, 7])])(
  'frameSubject refuses a picture with nothing to see',
  (empty) => {
    const options = { ...asked, canvas: makeCanvas(1) };
    expect(() => frameSubject(empty, options)).toThrow(expect.objectContaining({ code: 'LIMNER_PICTURE_UNUSABLE' }));
  },
);

const side = fc.integer({ min: 2, max: 40 });
const resample = fc.constantFrom('nearest' as const, 'smooth' as const);

test.prop([anyRaster(40), side, side, fc.integer({ min: 1, max: 3 }), resample])(
  'frameSubject gives the asked size with transparent and opaque pixels, whatever was painted',
  (painted, width, height, scale, how) => {
    const content = { x: 2, y: 1, width: width * scale, height: height * scale };
    const canvas = { width: content.width + 4, height: content.height + 2, scale, content };
    try {
      const framed = frameSubject(painted, { canvas, width, height, resample: how });
      expect([framed.width, framed.height, framed.rgba.length]).toEqual([width, height, width * height * 4]);
      expect([hasAlpha(framed, 0), hasAlpha(framed, 255)]).toEqual([true, true]);
    } catch (error) {
      if (!(error instanceof LimnerError)) throw error;
      expect(error.message).toMatch(/empty|too fine/);
    }
  },
);
