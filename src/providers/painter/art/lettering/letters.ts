import type { Path } from '../geometry.ts';
import { boundsOf, box, hole, join, transform } from '../geometry.ts';
import { ROUND } from './faces/round.ts';
import type { Typeface } from './typeface.ts';
import { openFace } from './typeface.ts';

/** One line of text set from x = 0; capitals reach from y 0 to 6. */
export interface SetLine {
  readonly text: string;
  readonly letters: readonly Path[];
  readonly width: number;
  /** What it takes above a capital (at most 0) and below it (at least 6). */
  readonly top: number;
  readonly bottom: number;
}

const SPACE = 2.2;

/** Sets a line. Signs that no face has become an empty box; `missingSigns` names them. */
export function setLine(text: string, face: Typeface, gap = 0.3): SetLine {
  const letters: Path[] = [];
  let [x, top, bottom] = [0, 0, 6];
  for (const sign of toSigns(text, face)) {
    if (sign === ' ') {
      x += SPACE;
      continue;
    }
    const path = letterPath(sign, face);
    const bounds = boundsOf(path);
    letters.push(transform(path, [1, 0, 0, 1, x - bounds.left, 0]));
    x += bounds.right - bounds.left + gap;
    [top, bottom] = [Math.min(top, bounds.top), Math.max(bottom, bounds.bottom)];
  }
  return { text, letters, width: Math.max(0, x - gap), top, bottom };
}

function letterPath(sign: string, face: Typeface): Path {
  return face.get(sign)?.().path ?? join(box(0, 0, 3.6, 6, 0.4), hole(box(0.9, 0.9, 1.8, 4.2)));
}

/** The signs to draw: as they are written where the face has them, else without accents or as plain ones. */
export function toSigns(text: string, face: Typeface): readonly string[] {
  return [...text.normalize('NFC').replace(/\s+/gu, ' ').trim()].flatMap((sign) =>
    sign === ' ' || face.has(sign) ? [sign] : toBaseLetters(sign),
  );
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

/** The signs of a text that have no glyph in any face, each once, in order. */
export function missingSigns(text: string): readonly string[] {
  const known = openFace(ROUND);
  return [...new Set(toSigns(text, known))].filter((sign) => sign !== ' ' && !known.has(sign));
}
