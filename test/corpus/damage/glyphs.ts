import type { Raster } from '../../../src/raster/raster.ts';
import type { Rgb } from '../draw.ts';
import { stroke } from '../forms.ts';
import type { Dice } from '../dice.ts';
import { over, remade } from './pixels.ts';

/** Strokes between points of a 3 by 5 lattice: two digits, column and row, each. */
const LATIN = [
  '0004 0020 0222 2024',
  '0004 0024 2044',
  '0020 0004 0424',
  '0004 0020 2024 0424',
  '0020 0004 0222 0424',
  '0004 0020 0222',
  '0004 2024 0222',
  '1014',
  '0004 2004 0424 1122',
  '0004 0424',
  '0004 0011 1120 2024',
  '0004 0024 2420',
  '0004 0020 2024 0424',
  '0004 0020 2022 2202',
  '0004 0020 2022 2202 1224',
  '2000 0002 0222 2224 2404',
  '0020 1014',
  '0004 0424 2420',
  '0014 1420',
  '0024 2004',
  '0012 2012 1214',
  '0020 2004 0424',
];
const DIGITS = [
  '0020 2024 2404 0400',
  '0110 1014',
  '0020 2022 2202 0204 0424',
  '0020 2024 2404 0222',
  '0002 0222 2024',
  '2000 0002 0222 2224 2404',
  '2000 0004 0424 2422 2202',
  '0020 2014',
  '0020 2024 2404 0400 0222',
  '2202 0200 0020 2024',
];
const CYRILLIC = [
  '0004 2024 1014 0222',
  '0004 0020 0222 2224 0424',
  '0004 2024 0420',
  '0020 0004',
  '1014 0024 2004 0222',
  '0004 0424 2024 1014',
  '0410 1024 0212',
  '0020 2024 2404 0222',
];
const CHINESE = [
  '0020 1014 0222 0424 0323',
  '0004 0020 2024 0424 0222 1014',
  '0121 1014 1203 1223',
  '0020 0222 1014 0424 0014',
  '0004 0020 2024 0323 0121',
  '0121 0011 1004 1424 0323',
  '0022 2002 0424 0222 1014',
  '0020 0525 0222 1014 0313 1323',
];

export const SCRIPTS = { latin: LATIN, digits: DIGITS, cyrillic: CYRILLIC, chinese: CHINESE } as const;
export type Script = keyof typeof SCRIPTS;

export interface Label {
  readonly x: number;
  readonly y: number;
  /** Of a letter, in pixels. */
  readonly height: number;
  readonly letters: number;
  readonly rgb: Rgb;
  readonly script: Script;
  /** Half the stroke, in shares of the height. */
  readonly weight: number;
}

/** Letters are so much wider than a lattice's column allows, spaces included. */
const ADVANCE = 0.78;

export const widthOf = ({ letters, height }: Pick<Label, 'letters' | 'height'>): number => letters * height * ADVANCE;

/** Writes a word of random letters; `x` and `y` are its upper left corner. */
export function write(raster: Raster, dice: Dice, label: Label): Raster {
  const { x: left, y: top, height, letters, rgb, script, weight } = label;
  const strokes = Array.from({ length: letters }, (_, i) => {
    const glyphs = SCRIPTS[script];
    return (glyphs[dice.whole(0, glyphs.length - 1)] ?? '').split(' ').map((line) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.split('').map(Number);
      const place = (column: number): number => i * ADVANCE + 0.08 + column * 0.26;
      return stroke(place(x1), y1 / 4, place(x2), y2 / 4, weight);
    });
  }).flat();
  return remade(raster, (own, x, y) => {
    const [u, v] = [(x + 0.5 - left) / height, (y + 0.5 - top) / height];
    if (u < -0.2 || v < -0.2 || v > 1.5 || u > letters * ADVANCE + 0.2) return own;
    const near = strokes.reduce((least, form) => Math.min(least, form(u, v)), Infinity);
    return over([...rgb, 255 * Math.max(0, Math.min(1, 0.5 - near * height))], own);
  });
}
