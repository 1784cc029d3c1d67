import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitTitle } from './fit-title.ts';
import { GLYPHS } from './glyphs.ts';
import { missingSigns, setLine, toBaseLetters } from './letters.ts';
import { lineBreaks } from './wrap.ts';

describe('lettering', () => {
  test('knows all of ASCII, and the commonest signs beyond', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(missingSigns(`${ascii}¡¿€£¥°·`)).toEqual([]);
  });

  test('draws every sign differently', () => {
    const drawings = Object.keys(GLYPHS).map((sign) => JSON.stringify(setLine(sign, 1).letters));
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  test('leaves accents away and spells out joined letters', () => {
    expect(toBaseLetters('Größe  Çaña – “Æon”').join('')).toBe('Grosse Cana - "AEon"');
  });

  test('has every letter of the Latin alphabets of Europe', () => {
    const letters = 'ÀÁÂÃÄÅĀĂĄÇĆĈĊČĎĐÐÈÉÊËĒĖĘĚĜĞĠĢĤĦÌÍÎÏĪĮİĴĶĹĻĽŁÑŃŅŇŊÒÓÔÕÖŌŐØŔŘŚŜŞȘŠŢȚŤŦÙÚÛÜŪŬŮŰŲŴÝŶŸŹŻŽÞÆŒẞƏ';
    expect(missingSigns(letters + letters.toLowerCase())).toEqual([]);
    expect(missingSigns('ﬁn ｆｕｌｌ ½ ™ … «x»')).toEqual([]);
  });

  test('names what it cannot draw, each sign once', () => {
    expect(missingSigns('Дом до 🎉 👩‍🚀 ok')).toEqual(['Д', 'о', 'м', 'д', '🎉', '👩', '🚀']);
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
        const { lines, ornament } = fitTitle(text, { width, height });
        expect(ornament.x).toBeGreaterThanOrEqual(0);
        expect(ornament.x + ornament.width).toBeLessThanOrEqual(width);
        expect(ornament.y + ornament.height).toBeLessThanOrEqual(height);
        for (const { letters, outline, scale } of lines)
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
