import { expect, test } from 'vitest';
import type { Raster } from '../../../raster/raster.ts';
import { canvasOf, paint, styled } from './paint-samples.ts';
import { MOST_COLOURS } from './few-colours.ts';
import { NOUNS } from './vocabulary/nouns.ts';
import { SYNONYMS } from './vocabulary/adjectives.ts';

const SEEDS = 200;
const FAMILIES = Object.keys(NOUNS);
const ADJECTIVES = [...SYNONYMS.keys()];

/** Another family, adjective and size for each seed, so that all of them get their turn. */
function drawing(seed: number): { readonly subject: string; readonly side: number } {
  const family = FAMILIES[seed % FAMILIES.length] ?? 'slime';
  const adjective = ADJECTIVES[(seed * 7) % ADJECTIVES.length] ?? 'tiny';
  return { subject: `a ${seed % 3 === 0 ? '' : adjective} ${family}`, side: [64, 128, 192, 256][seed % 4] ?? 64 };
}

test(`the pixel style keeps to its grid, hard edges and ${MOST_COLOURS} colours over ${SEEDS} seeds`, () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const { subject, side } = drawing(seed);
    const picture = paint({ ...styled('pixel'), subject, seed, canvas: canvasOf(side, side) });
    const label = `${subject}, seed ${seed}, ${side} px`;
    expect(tornPixels(picture, side / 64), label).toBe(0);
    expect(coloursOf(picture), label).toBeLessThanOrEqual(MOST_COLOURS);
  }
});

test('every family and every adjective has its turn', () => {
  const subjects = Array.from({ length: SEEDS }, (_, seed) => drawing(seed).subject.split(' '));
  const unseen = [...FAMILIES, ...ADJECTIVES].filter((word) => !subjects.some((words) => words.includes(word)));
  expect(unseen).toEqual([]);
});

/** Pixels that differ from the corner of their cell, or are half transparent. */
function tornPixels({ width, height, rgba }: Raster, cell: number): number {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  let torn = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const corner = (y - (y % cell)) * width + x - (x % cell);
      const alpha = rgba[(y * width + x) * 4 + 3] ?? 0;
      if (pixels[y * width + x] !== pixels[corner] || (alpha !== 0 && alpha !== 255)) torn++;
    }
  return torn;
}

function coloursOf({ rgba }: Raster): number {
  const colours = new Set<number>();
  for (let i = 0; i < rgba.length; i += 4)
    if (rgba[i + 3] !== 0) colours.add(((rgba[i] ?? 0) << 16) | ((rgba[i + 1] ?? 0) << 8) | (rgba[i + 2] ?? 0));
  return colours.size;
}
