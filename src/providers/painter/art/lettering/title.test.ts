import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitTitle } from './fit-title.ts';
import { GLYPHS } from './glyphs.ts';
import { setLine, toBaseLetters } from './letters.ts';
import { lineBreaks } from './wrap.ts';

describe('lettering', () => {
  test('knows the letters, digits and common signs', () => {
    for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?\'"-&+/()')
      expect(Object.hasOwn(GLYPHS, sign), sign).toBe(true);
  });

  test('draws every sign differently', () => {
    const drawings = Object.keys(GLYPHS).map((sign) => JSON.stringify(setLine(sign, 1).letters));
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  test('leaves accents away and spells out joined letters', () => {
    expect(toBaseLetters('Größe  Çaña – “Æon”').join('')).toBe('Grosse Cana - "AEon"');
  });

  test('loses no word at a line break', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (list) => {
        for (const lines of lineBreaks(list.join(' '))) {
          expect(lines.length).toBeLessThanOrEqual(3);
          expect(lines.join(' ')).toBe(list.join(' '));
        }
      }),
    );
  });

  test('fits every title into its picture', () => {
    const title = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    const side = fc.integer({ min: 32, max: 1200 });
    fc.assert(
      fc.property(title, side, side, (text, width, height) => {
        for (const { letters, outline, scale } of fitTitle(text, { width, height }).lines)
          for (const [x, y] of [...letters, ...outline].flat(2)) {
            expect(x).toBeGreaterThanOrEqual(-0.5);
            expect(x).toBeLessThanOrEqual(width + 0.5);
            expect(y).toBeGreaterThanOrEqual(-0.5);
            expect(y + 0.5 * scale).toBeLessThanOrEqual(height + 0.5);
          }
      }),
      { numRuns: 60 },
    );
  });
});
