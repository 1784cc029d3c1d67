import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { createRaster, type Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import { checkPaintedCutOff } from './cut-off.ts';
import { checkPicture, type ExpectedPicture } from './index.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A disc with a soft edge and a shade across it. */
function disc(size: number, { x: middleX, y: middleY, radius }: { x: number; y: number; radius: number }): Raster {
  return paintRaster(size, size, (x, y) => {
    const cover = Math.max(0, Math.min(1, radius - Math.hypot(x - middleX, y - middleY) + 0.5));
    return [200 - x, 90 + (y >> 1), 60, Math.round(cover * 255)];
  });
}

function gate(name: string, raster: Raster, expected: Partial<ExpectedPicture> = {}): GateResult | undefined {
  const { width, height } = raster;
  const gates = checkPicture({
    raster,
    width,
    height,
    alpha: 'cut-out',
    isPixelArt: false,
    loop: 'none',
    free: 'subject',
    ...expected,
  });
  return gates.find((result) => result.name === name);
}

const whole = disc(100, { x: 50, y: 50, radius: 40 });

test('a whole subject passes every gate, and each says what it measured', () => {
  const gates = ['size', 'transparency', 'blank', 'cut-off', 'subjects', 'halo'].map((name) => gate(name, whole));
  expect(gates.map((result) => result?.status)).toEqual(Array(6).fill('pass'));
  expect(gate('cut-off', whole)).toMatchObject({ value: 0, limit: 0.08 });
  expect(gate('halo', whole)?.value).toBeLessThan(1);
});

describe('a subject at the border', () => {
  test('fails where it is cut off, and the place is told', () => {
    const result = gate('cut-off', disc(100, { x: 20, y: 50, radius: 40 }));
    expect(result).toMatchObject({ status: 'fail', place: { x: 0, width: 1 } });
    expect(result?.message).toMatch(/cut off at the left: it ends there along \d+ straight pixels/);
    expect(result?.place?.height).toBeGreaterThan(60);
  });

  test.each([8, 14, 24, 40, 100])('passes where a disc of radius %i only touches', (radius) => {
    const size = radius * 2 + 9;
    expect(gate('cut-off', disc(size, { x: radius - 0.5, y: size / 2, radius }))?.status).toBe('pass');
  });

  test('fails where several thin parts are cut', () => {
    const fence = paintRaster(64, 64, (x, y) => [
      120,
      80,
      40,
      y > 20 && (x % 12 < 4 || y === 40) && x > 6 && x < 58 ? 255 : 0,
    ]);
    expect(gate('cut-off', fence)).toMatchObject({ status: 'fail', place: { y: 63 } });
  });

  test('fails where two legs of it are cut just below the body', () => {
    const legs = paintRaster(96, 96, (x, y) => {
      const isIn = Math.abs(x - 48) < 30 && y > 20 && (y < 94 || Math.abs(x - 48) > 3);
      return [120, 80 + (x >> 2), 40, isIn ? 255 : 0];
    });
    expect(gate('cut-off', legs)).toMatchObject({ status: 'fail', place: { y: 95 } });
  });

  test('passes where a box with its own line around fills the picture', () => {
    const box = paintRaster(64, 64, (x, y) => {
      const depth = Math.min(x - 10, 53 - x, y, 63 - y);
      if (depth < 0) return [0, 0, 0, 0];
      return depth < 2 ? [60, 40, 30, 255] : [180 + (x % 9), 130 + (y % 7), 70, 255];
    });
    expect(gate('cut-off', box)?.status).toBe('pass');
  });

  test('is no matter in layers and sheets', () => {
    const { free: _, ...layer } = { free: 'subject', alpha: 'any' } as const;
    expect(gate('cut-off', disc(100, { x: 20, y: 50, radius: 40 }), { ...layer, free: 'lettering' })?.status).toBe(
      'fail',
    );
    const { width, height } = whole;
    const gates = checkPicture({ raster: whole, width, height, alpha: 'cut-out', isPixelArt: false, loop: 'x' });
    expect(gates.map(({ name }) => name)).toEqual(['size', 'transparency', 'blank', 'halo', 'seam']);
  });

  test('is looked for in the painted picture, too', () => {
    expect(checkPaintedCutOff(whole).status).toBe('pass');
    const { status, message } = checkPaintedCutOff(disc(100, { x: 50, y: 90, radius: 40 }));
    expect([status, message.slice(0, 50)]).toEqual(['fail', 'As it was painted, the subject is cut off at the b']);
  });
});

describe('several parts', () => {
  const two = (radius: number): Raster =>
    paintRaster(100, 60, (x, y) => {
      const isIn = Math.hypot(x - 28, y - 30) < 20 || Math.hypot(x - 75, y - 30) < radius;
      return [200, 90 + y, 60, isIn ? 255 : 0];
    });

  test('of like size are warned of, and the place of the second is told', () => {
    expect(gate('subjects', two(18))).toMatchObject({ status: 'warn', place: { x: 58, width: 35 } });
  });

  test('pass where they are a detail, and in lettering', () => {
    expect(gate('subjects', two(10))?.status).toBe('pass');
    expect(gate('subjects', two(18), { free: 'lettering' })).toBeUndefined();
  });
});

describe('a fringe', () => {
  const ringed = (colour: Colour): Raster =>
    paintRaster(100, 100, (x, y) => {
      const distance = Math.hypot(x - 50, y - 50);
      const [red, green, blue] = distance > 40 ? colour : [200 - x, 90 + (y >> 1), 60];
      return [red, green, blue, distance < 42 ? 255 : 0];
    });

  test.each<[string, Colour]>([
    ['white', [255, 255, 255]],
    ['green', [0, 255, 0]],
    ['magenta', [255, 0, 255]],
    ['light grey', [200, 200, 205]],
  ])('of %s fails', (_, colour) => {
    expect(gate('halo', ringed(colour))?.status).toBe('fail');
  });

  test('that is a dark outline passes', () => {
    expect(gate('halo', ringed([30, 15, 40]))?.status).toBe('pass');
  });

  test('is not looked for in opaque pictures', () => {
    const scene = paintRaster(40, 40, (x, y) => [x * 6, y * 6, 90, 255]);
    expect(gate('halo', scene, { alpha: 'opaque' })).toBeUndefined();
  });
});

describe('transparency', () => {
  test('fails where the subject is nearly gone', () => {
    expect(gate('transparency', disc(100, { x: 50, y: 50, radius: 4 }))).toMatchObject({ status: 'fail', limit: 0.01 });
  });

  test('fails where the background is nearly whole', () => {
    const holed = paintRaster(100, 100, (x, y) => [x, y, 90, x < 10 && y < 10 ? 0 : 255]);
    expect(gate('transparency', holed)).toMatchObject({ status: 'fail', limit: 0.97, value: 0.99 });
    expect(gate('transparency', { ...holed }, { alpha: 'any' })).toBeUndefined();
  });

  test('warns where nearly all is a shade', () => {
    const ghost = paintRaster(100, 100, (x, y) => [x, y, 90, x < 40 ? 0 : x === 50 ? 255 : 120]);
    expect(gate('transparency', ghost)).toMatchObject({ status: 'warn', limit: 0.1 });
  });
});

describe('blank', () => {
  test('warns of a scene in which hardly anything stands out', () => {
    const fog = paintRaster(60, 60, (x, y) => [120 + ((x * 3 + y) % 5), 130 + (y % 4), 140, 255]);
    expect(gate('blank', fog, { alpha: 'opaque' })).toMatchObject({ status: 'warn', limit: 0.75 });
    expect(gate('blank', fog, { alpha: 'any' })).toMatchObject({ status: 'warn', limit: 0.75 });
  });

  test('passes a flat silhouette', () => {
    const flat = paintRaster(60, 60, (x) => [20, 20, 30, x < 30 ? 0 : 255]);
    expect(gate('blank', flat, { alpha: 'any' })?.status).toBe('pass');
  });

  test('passes a plain surface with some grain', () => {
    const sand = paintRaster(60, 60, (x, y) => [200 + ((x * 7 + y * 13) % 31), 170 + ((x * 5 + y * 3) % 29), 120, 255]);
    expect(gate('blank', sand, { alpha: 'opaque' })?.status).toBe('pass');
  });
});

describe('palette', () => {
  const smooth = paintRaster(64, 64, (x, y) => [x * 4, y * 4, 255 - x * 2, 255]);

  test('warns of more colours than there may be', () => {
    const result = gate('palette', smooth, { alpha: 'opaque', mostColours: 64 });
    expect(result).toMatchObject({ status: 'warn', limit: 64 });
    expect(result?.value).toBeGreaterThan(64);
  });

  const slime = (edge: (depth: number) => number): Raster =>
    paintRaster(64, 64, (x, y) => [60, (y >> 4) * 50, 90, Math.round(255 * edge(28 - Math.hypot(x - 32, y - 32)))]);
  const soften = (depth: number): number => Math.max(0, Math.min(1, depth / 3));

  test('warns of few colours with soft edges', () => {
    const result = gate('palette', slime(soften), { mostColours: 64 });
    expect(result).toMatchObject({ status: 'warn', limit: 0.25, message: expect.stringContaining('edges are soft') });
    expect(result?.value).toBeGreaterThan(0.9);
  });

  test('warns of them however large the picture is', () => {
    const large = paintRaster(400, 400, (x, y) => {
      const depth = 190 - Math.hypot(x - 200, y - 200);
      return [60, 120, 90, Math.round(255 * Math.max(0, Math.min(1, depth)))];
    });
    expect(gate('palette', large, { mostColours: 64 })?.status).toBe('warn');
  });

  test('passes hard edges, and glass of a few levels of opacity', () => {
    expect(
      gate(
        'palette',
        slime((depth) => Number(depth > 0)),
        { mostColours: 64 },
      )?.status,
    ).toBe('pass');
    const glass = slime((depth) => (depth < 0 ? 0 : depth < 9 ? 0.5 : 1));
    expect(gate('palette', glass, { mostColours: 64 })?.status).toBe('pass');
  });

  test('passes as many, and is not asked where any number will do', () => {
    const pixels = paintRaster(64, 64, (x, y) => [(x >> 4) * 60, (y >> 4) * 60, 90, 255]);
    expect(gate('palette', pixels, { mostColours: 16, alpha: 'opaque' })?.status).toBe('pass');
    expect(gate('palette', smooth, { alpha: 'opaque' })).toBeUndefined();
  });
});

test('an empty cut-out is told as such, and nothing breaks', () => {
  expect(gate('blank', createRaster(8, 8))?.status).toBe('fail');
  expect(gate('transparency', createRaster(1, 1))?.status).toBe('fail');
});

test('dark lines that are left of a subject warn, unless something slight was asked for', () => {
  const lines = paintRaster(100, 100, (x, y) => [
    20,
    20,
    20,
    Math.abs(Math.hypot(x - 50, y - 50) - 40) < 1.5 ? 255 : 0,
  ]);
  expect(gate('transparency', lines)).toMatchObject({ status: 'warn', message: expect.stringContaining('dark lines') });
  expect(gate('transparency', lines, { isSlight: true })?.status).toBe('pass');
  expect(gate('transparency', lines, { free: 'lettering' })?.status).toBe('pass');
});

test('two figures of several parts each are two, and one of them is one', () => {
  const figures = (count: number): Raster =>
    paintRaster(100, 100, (x, y) => {
      const [across, column] = [x % 50, Math.floor(x / 50)];
      const isBody = column < count && across > 15 && across < 35 && ((y > 30 && y < 50) || (y > 50 && y < 70));
      return [90 + x, 90 + y, 60, isBody ? 255 : 0];
    });
  expect(gate('subjects', figures(2))).toMatchObject({
    status: 'warn',
    place: { x: 66, y: 31, width: 19, height: 39 },
  });
  expect(gate('subjects', figures(1))).toMatchObject({ status: 'pass', value: 0 });
});

test('what is cut widens at one end where a leg begins behind the border', () => {
  const legged = paintRaster(200, 200, (x, y) => {
    const isBody = x < 90 && y > 60 && y < 120;
    const isLeg = x >= 3 && x < 40 && y >= 120 && y < 158;
    return [120 + (x % 9), 90 + (y % 7), 60, isBody || isLeg ? 255 : 0];
  });
  expect(gate('cut-off', legged)).toMatchObject({ status: 'fail', place: { x: 0, y: 61, height: 59 } });
});

test('a soft fringe of one colour warns, unless light was asked for', () => {
  const fringed = paintRaster(128, 128, (x, y) => {
    const depth = 36 - Math.hypot(x - 64, y - 64);
    const alpha = Math.round(255 * Math.max(0, Math.min(1, 1 + depth / 6)));
    return depth >= 0 ? [200 - x, 60 + (y >> 1), 60, alpha] : [250, 250, 246, alpha];
  });
  expect(gate('halo', fringed)).toMatchObject({ status: 'warn', limit: 0.6 });
  expect(gate('halo', fringed, { isAglow: true })).toBeUndefined();
  expect(gate('halo', fringed, { free: 'lettering' })).toBeUndefined();
});

test('a wide ring around the outline warns, unless it was asked for', () => {
  const ringed = paintRaster(96, 96, (x, y) => {
    const depth = 42 - Math.hypot(x - 48, y - 48);
    const [red, green, blue] = depth < 6 ? [250, 250, 246] : depth < 9 ? [28, 26, 30] : [200 - x, 70, 60];
    return [red ?? 0, green ?? 0, blue ?? 0, depth < 0 ? 0 : 255];
  });
  expect(gate('halo', ringed)).toMatchObject({ status: 'warn', message: expect.stringContaining('sticker') });
  expect(gate('halo', ringed, { isRimmed: true })?.status).toBe('pass');
});
