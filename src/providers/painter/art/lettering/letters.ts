import type { Path, Point } from '../geometry.ts';
import { boundsOf, box, hole, join, pairs, transform } from '../geometry.ts';
import { bend, strokeLine } from '../stroke.ts';
import { GLYPHS } from './glyphs.ts';

/** One line of text set from x = 0; capitals reach from y 0 to 6. */
export interface SetLine {
  readonly text: string;
  readonly letters: readonly Path[];
  readonly width: number;
}

const SPACE = 2.4;
const GAP = 0.5;

/** Sets a line with strokes of the given weight. Signs without a glyph become an empty box; `missingSigns` names them. */
export function setLine(text: string, weight: number): SetLine {
  const letters: Path[] = [];
  let x = 0;
  for (const sign of toBaseLetters(text)) {
    if (sign === ' ') {
      x += SPACE;
      continue;
    }
    const path = letterPath(sign, weight);
    const { left, right } = boundsOf(path);
    letters.push(transform(path, [1, 0, 0, 1, x - left, 0]));
    x += right - left + GAP;
  }
  return { text, letters, width: Math.max(0, x - GAP) };
}

export function letterPath(sign: string, weight: number): Path {
  const lines = Object.hasOwn(GLYPHS, sign) ? GLYPHS[sign] : undefined;
  if (lines === undefined)
    return join(box(0, 0, 3.6, 6, 0.4), hole(box(weight, weight, 3.6 - 2 * weight, 6 - 2 * weight)));
  return join(...lines.split(' ').map((line) => strokeLine(readLine(line), weight)));
}

/** Letters that are no base letter with an accent, and signs of print, as the alphabet has them. */
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ŋ: 'n',
  Ŋ: 'N',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ə: 'e',
  Ə: 'E',
  '’': "'",
  '‘': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '⁄': '/',
  '×': 'x',
  '•': '·',
};

/** Latin letters without their accents, typographic signs as plain ones; one string a sign. */
export function toBaseLetters(text: string): readonly string[] {
  const plain = text
    .replace(/[´¨¯¸]/gu, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...plain].flatMap((sign) => [...(Object.hasOwn(SPECIAL, sign) ? (SPECIAL[sign] ?? sign) : sign)]);
}

/** The signs of a text that have no glyph, each once, in order. */
export function missingSigns(text: string): readonly string[] {
  return [...new Set(toBaseLetters(text))].filter((sign) => sign !== ' ' && !Object.hasOwn(GLYPHS, sign));
}

function readLine(text: string): readonly Point[] {
  const bent = text.startsWith('~');
  const points = pairs([...text.replace('~', '')].map(Number));
  const [first] = points;
  if (first && points.length === 1) return [first, [first[0], first[1] + 0.01]];
  return bent ? bend(points, 3) : points;
}
