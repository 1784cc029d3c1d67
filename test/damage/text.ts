import type { Raster, Rect } from '../../src/raster/raster.ts';
import { createRandom } from './random.ts';
import { copyOf, onePerPlace, type SheetDamage } from './sheet-damage.ts';

/** Three by five dots each, row by row. */
const GLYPHS = [
  0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001011001111, 0b101101111001001, 0b111100111001111,
  0b010101111101101, 0b110101110101110, 0b111100100100111, 0b111100110100111, 0b101110100110101, 0b110101110101101,
  0b111010010010010, 0b101101010101101, 0b111001010100111,
];

/** Writes short labels at the lower or upper border of cells; full strength labels every cell. */
export const text: SheetDamage = (raster, cells, strength, seed) => {
  const next = createRandom(seed);
  const spoiled = copyOf(raster);
  const colour = next() < 0.5 ? 20 : 240;
  const places = onePerPlace(cells)
    .map((cell) => ({ cell, rank: next(), letters: Array.from({ length: 4 }, () => next()) }))
    .sort((a, b) => a.rank - b.rank);
  const isTop = next() < 0.3;
  for (const { cell, letters } of places.slice(0, Math.round(strength * places.length))) {
    const dot = Math.max(1, Math.round(cell.width / 32));
    const y = isTop ? cell.y + dot : cell.y + cell.height - 6 * dot;
    const count = Math.min(letters.length, Math.floor(cell.width / (4 * dot)));
    const x = cell.x + Math.max(0, Math.floor((cell.width - count * 4 * dot) / 2));
    for (let i = 0; i < count; i++) {
      const glyph = GLYPHS[Math.floor((letters[i] ?? 0) * GLYPHS.length)] ?? 0;
      stamp(spoiled, glyph, { x: x + i * 4 * dot, y, width: dot, height: dot }, colour);
    }
  }
  return spoiled;
};

function stamp({ width, height, rgba }: Raster, glyph: number, at: Rect, colour: number): void {
  for (let i = 0; i < 15; i++) {
    if (((glyph >> (14 - i)) & 1) === 0) continue;
    const [left, top] = [at.x + (i % 3) * at.width, at.y + Math.floor(i / 3) * at.height];
    for (let y = top; y < Math.min(height, top + at.height); y++)
      for (let x = left; x < Math.min(width, left + at.width); x++)
        rgba.set([colour, colour, colour, 255], (y * width + x) * 4);
  }
}
