import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fillContours } from './fill-contours.ts';
import { flatten } from './flatten.ts';
import { parsePath } from './svg-path.ts';

const SIDE = 96;

interface Pair {
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

async function drawTwice(path: string): Promise<Pair> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><path d="${path}"/></svg>`;
  const theirs = await sharp(Buffer.from(svg)).ensureAlpha().extractChannel(3).raw().toBuffer();
  const size = { width: SIDE, height: SIDE };
  return { ours: fillContours(flatten(parsePath(path)), size, { x: 0, y: 0, ...size }).coverage, theirs };
}

function mean(ours: Uint8Array, measure: (covered: number, index: number) => number): number {
  return ours.reduce((sum, covered, index) => sum + measure(covered, index), 0) / ours.length;
}

/** Is everything around a pixel fully covered, so that it is no hairline? */
function isSolid(mask: Uint8Array, index: number): boolean {
  for (let y = -3; y <= 3; y++) for (let x = -3; x <= 3; x++) if (mask[index + y * SIDE + x] !== 255) return false;
  return true;
}

test.each([
  'M48 85.4l-5.8-5.28C21.6 61.44 8 49.12 8 34 8 21.68 17.68 12 30 12c6.96 0 13.64 3.24 18 8.36C52.36 15.24 59.04 12 66 12 78.32 12 88 21.68 88 34c0 15.12-13.6 27.44-34.2 46.16L48 85.4z',
  'M48 5A43 43 0 1 1 47.9 5zM48 25A23 23 0 1 0 48.1 25z',
  'M10 50 Q 27 10, 45 50 T 80 50 V90 H10z',
  'M10 80C20 10 35 10 47 50S75 90 90 30L60 90z',
  'M25 25a30 20 30 0130 5a10 20-45 1010 30a1 1 0 01-35 10z',
])('fills %s as another renderer does', async (path) => {
  const { ours, theirs } = await drawTwice(path);
  expect(mean(ours, (covered, index) => Math.abs(covered - (theirs[index] ?? 0)))).toBeLessThan(0.5);
});

test('fills any wild path as another renderer does, but for what it keeps visible', async () => {
  const place = fc.integer({ min: 4, max: 92 });
  const commands = fc.oneof(
    fc.tuple(place, place).map(([x, y]) => `L${x} ${y}`),
    fc.tuple(place, place, place, place).map((numbers) => `Q${numbers.join(' ')}`),
    fc.tuple(place, place, place, place, place, place).map((numbers) => `C${numbers.join(' ')}`),
    fc
      .tuple(place, place, fc.integer({ min: -90, max: 90 }), fc.boolean(), fc.boolean(), place, place)
      .map(
        ([rx, ry, turn, isLarge, isClockwise, x, y]) => `A${rx} ${ry} ${turn} ${+isLarge} ${+isClockwise} ${x} ${y}`,
      ),
  );
  const paths = fc.array(commands, { minLength: 3, maxLength: 8 }).map((texts) => `M48 10${texts.join('')}z`);
  await fc.assert(
    fc.asyncProperty(paths, async (path) => {
      const { ours, theirs } = await drawTwice(path);
      expect(mean(ours, (covered, index) => Math.max(0, (theirs[index] ?? 0) - covered))).toBeLessThan(0.5);
      const invented = [...ours.keys()].filter((index) => isSolid(ours, index) && (theirs[index] ?? 0) < 128);
      expect(invented).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
