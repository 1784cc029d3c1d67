import { describe, expect, test } from 'vitest';
import { createRandom } from '../../damage/random.ts';
import { expectRising, STRENGTHS } from '../../damage/rising.ts';
import { brightnessSeam, hueSeam, type SeamDamage, structureSeam } from '../../damage/seam.ts';
import { paintLoopSample } from '../../measured-samples.ts';
import { paintRaster } from '../../rasters.ts';
import { createRaster, type Raster } from '../../../src/raster/raster.ts';
import { measureSeam } from '../../../src/measure/seam.ts';

const ratio = (raster: Raster, loop: 'x' | 'xy' = 'xy'): number => measureSeam(raster, loop)?.ratio ?? Number.NaN;

function rows(damage: SeamDamage): number[][] {
  return Array.from({ length: 36 }, (_, seed) => {
    const { raster, loop } = paintLoopSample(seed, 128, 96);
    const axis = loop === 'xy' && seed % 2 === 1 ? 'y' : 'x';
    // Beyond four everything is glaring, and dark pictures cannot become darker.
    return STRENGTHS.map((strength) => Math.min(4, ratio(damage(raster, axis, strength), loop === 'xy' ? 'xy' : 'x')));
  });
}

describe('a seam shows the more', () => {
  test('the darker one edge becomes', () => {
    expectRising(rows(brightnessSeam), { steps: 0.95, sources: 0.95, slack: 0.03 });
  });

  test('the more one edge turns in hue', () => {
    expectRising(rows(hueSeam), { steps: 0.95, sources: 0.9, slack: 0.03 });
  });

  test('the farther shapes at one edge move along it', () => {
    expectRising(rows(structureSeam), { steps: 0.7, sources: 0.75, slack: 0.05 });
  });
});

/** Numbers of 0..255 by place, each by chance. */
function makeNoise(side: number): (x: number, y: number) => number {
  const next = createRandom(7);
  const levels = Uint8Array.from({ length: side * side }, () => next() * 256);
  return (x, y) => levels[y * side + x] ?? 0;
}
const noise = makeNoise(128);

describe('nothing shows', () => {
  test('in one flat colour', () => expect(ratio(createRaster(40, 40, [90, 120, 40, 255]))).toBe(0));

  test('in nothing at all', () => expect(ratio(createRaster(40, 40))).toBe(0));

  test('in noise', () => {
    expect(ratio(paintRaster(64, 64, (x, y) => [noise(x, y), noise(y, x), 90, 255]))).toBeLessThan(1.2);
  });

  test('in colours that transparency hides', () => {
    expect(ratio(paintRaster(64, 32, (x) => [x * 4, 255 - x * 4, 0, 0]))).toBe(0);
  });

  test('in waves that close', () => {
    const wave = (x: number): number => 128 + 100 * Math.sin((x / 64) * 2 * Math.PI);
    expect(ratio(paintRaster(64, 64, (x, y) => [wave(x), wave(y), 60, 255]))).toBeLessThan(1.2);
  });

  test('in hard stripes of a pixel style', () => {
    expect(ratio(paintRaster(64, 64, (x) => ((x >> 3) % 2 ? [200, 60, 60, 255] : [60, 20, 20, 255])))).toBeLessThan(
      1.2,
    );
  });
});

test('a gradient that does not close stands out, along its own axis alone', () => {
  const gradient = paintRaster(64, 64, (x) => [x * 3, x * 3, x * 3, 255]);
  expect(measureSeam(gradient, 'xy')).toMatchObject({ axis: 'x', worst: { x: 63, y: 0, width: 1, height: 64 } });
  expect(ratio(gradient)).toBeGreaterThan(5);
  expect(
    ratio(
      paintRaster(64, 64, (_, y) => [y * 3, y * 3, y * 3, 255]),
      'x',
    ),
  ).toBeLessThan(1);
});

test('a light step in a rough texture is told by what it is on average', () => {
  const rough = (lift: number) =>
    paintRaster(128, 128, (x, y) => {
      const level = 60 + (noise(x, y) >> 1) + (x > 96 ? lift * ((x - 96) / 31) : 0);
      return [level, level, level, 255];
    });
  expect(ratio(rough(0))).toBeLessThan(1.2);
  expect(ratio(rough(40))).toBeGreaterThan(1.5);
});

test('the worst stretch of an edge is told where only a part of it shows', () => {
  const raster = paintRaster(128, 128, (x, y) =>
    x > 124 && y < 16 ? [255, 255, 255, 255] : [90, 90 + (noise(x, y) >> 5), 90, 255],
  );
  const seam = measureSeam(raster, 'x');
  expect(seam?.worst).toEqual({ x: 127, y: 0, width: 1, height: 16 });
  expect(seam?.ratio).toBeGreaterThan(1.5);
});

test('a picture of three lines cannot be told', () => expect(measureSeam(createRaster(3, 20), 'x')).toBeUndefined());
