import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { findValueParts } from './find-value-parts.ts';
import { glyphOf } from './glyphs.ts';
import { lightnessLevels } from './lightness-levels.ts';
import { findLines } from './text-lines.ts';

/** How many marks each line has, of dark dots in rows of text. */
function lines(...rows: readonly string[]): readonly number[] {
  const [width, height] = [(rows[0]?.length ?? 0) + 4, rows.length + 4];
  const raster = paintRaster(width, height, (x, y) =>
    rows[y - 2]?.[x - 2] === '#' ? [10, 10, 10, 255] : [220, 220, 220, 255],
  );
  for (const level of lightnessLevels(raster, { scale: 1, longest: 12 })) {
    const parts = findValueParts(level.map, width, { x: 0, y: 0, width, height });
    return findLines(parts.flatMap((part) => glyphOf(level, part, 12) ?? [])).map(({ marks }) => marks.length);
  }
  return [];
}

const side = (...glyphs: readonly (readonly string[])[]): readonly string[] =>
  [0, 1, 2, 3, 4].map((row) => glyphs.map((glyph) => glyph[row] ?? '').join('.'));
const A = ['.#.', '#.#', '###', '#.#', '#.#'];
const E = ['###', '#..', '##.', '#..', '###'];
const S = ['###', '#..', '###', '..#', '###'];
const Y = ['#.#', '#.#', '.#.', '.#.', '.#.'];
const BAR = ['#', '#', '#', '#', '#'];
const BLOCK = ['###', '###', '###', '###', '###'];
const GAP = ['....', '....', '....', '....', '....'];

test('finds letters in a row', () => expect(lines(...side(A, E, S, Y))).toEqual([4]));

test('finds them although a rule runs along below them', () => {
  const word = side(A, E, S, Y);
  expect(lines(...word, '#'.repeat(word[0]?.length ?? 0))).toEqual([4]);
});

describe('takes for none', () => {
  test.each([
    ['two marks', side(A, E)],
    ['one form again and again', side(S, S, S, S, S)],
    ['two forms again and again', side(S, E, S, E, S, E)],
    ['bars', side(BAR, BAR, BAR, BAR)],
    ['blocks', side(BLOCK, BLOCK, BLOCK)],
    ['strokes beside blocks', side(A, BLOCK, S, BLOCK)],
    ['marks far from each other', side(A, GAP, E, GAP, S)],
    ['what a mirror image surrounds', side(Y, A, Y)],
  ])('%s', (_, rows) => expect(lines(...rows)).toEqual([]));
});

test('finds a word that begins as it ends', () => expect(lines(...side(S, Y, S))).toEqual([3]));
