import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitTitle } from './fit-title.ts';
import type { ImageJob } from '../../../provider.ts';
import { BASE, canvasOf, paint } from '../paint-samples.ts';
import { LOOKS } from '../styles.ts';
import { chooseFace, chooseFinish } from './choose-face.ts';
import { MEDIEVAL } from './faces/medieval.ts';
import { PIXEL } from './faces/pixel.ts';
import { ROUND } from './faces/round.ts';
import { SQUARE } from './faces/square.ts';
import { missingSigns, toBaseLetters, toSigns } from './letters.ts';
import { openFace } from './typeface.ts';
import { lineBreaks } from './wrap.ts';

const FACES = [ROUND, MEDIEVAL, SQUARE, PIXEL].map((face) => openFace(face));

describe('lettering', () => {
  test('knows all of ASCII, and the commonest signs beyond', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(missingSigns(`${ascii}¡¿€£¥°·`)).toEqual([]);
  });

  test('draws every sign of ASCII differently in every face, but I and l', () => {
    for (const face of FACES) {
      const signs = [...face].filter(([sign]) => sign < '\u007f' && sign !== 'l');
      const drawings = signs.map(([, draw]) => JSON.stringify(draw().path));
      expect(signs.filter((_, i) => drawings.indexOf(drawings[i] ?? '') !== i).map(([sign]) => sign)).toEqual([]);
    }
  });

  test('draws nothing but outlines with an inside', () => {
    for (const face of FACES) {
      const lone = [...face].filter(([, draw]) => draw().path.some((contour) => contour.length < 3));
      expect(lone.map(([sign]) => sign)).toEqual([]);
    }
  });

  test('keeps accents, and takes plain signs for those of print', () => {
    for (const face of FACES)
      expect(toSigns('Größe  Çaña – “Æon”', face).join('')).toBe('Größe Çaña - "Æon"'.normalize('NFC'));
    expect(toBaseLetters('Größe').join('')).toBe('Grosse');
  });

  test.each([
    ['Slime Quest', 'dripping slime', ROUND],
    ['Kingdom of Ash', '', MEDIEVAL],
    ['Velocity', 'a neon racer', SQUARE],
    ['Ball', 'plain', ROUND],
  ])('sets %j, %j, in the face that suits it', (title, words, face) => {
    expect(chooseFace([title, words], LOOKS.cartoon)).toBe(face);
    expect(chooseFace([title, words], LOOKS.pixel)).toBe(PIXEL);
  });

  test.each([
    ['dripping slime lettering', 'drips'],
    ['icy letters', 'ice'],
    ['burning letters', 'fire'],
    ['carved in stone', 'stone'],
    ['golden letters', 'gold'],
    ['neon sign', 'neon'],
    ['a rocket', 'plain'],
  ])('letters of %j are finished with %s, and look it', (words, finish) => {
    expect(chooseFinish([words])).toBe(finish);
    const job: ImageJob = {
      ...BASE,
      type: 'title_hero',
      canvas: canvasOf(160, 80),
      subject: `red ${words} with a rocket`,
      composition: { kind: 'title', title: 'Hmm' },
    };
    const plain = paint({ ...job, subject: 'red letters with a rocket' });
    expect(paint(job).rgba.join() === plain.rgba.join()).toBe(finish === 'plain');
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

  test('breaks a long title into lines of about one length', () => {
    const title = Array.from({ length: 13 }, (_, i) => 'word'.slice(0, 1 + (i % 4))).join(' ');
    for (const lines of lineBreaks(title)) {
      const lengths = lines.map((line) => line.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(6);
    }
    expect(lineBreaks(title).map((lines) => lines.length)).toEqual([1, 2, 3]);
  });

  test('fits every title into its picture', () => {
    const title = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    const side = fc.integer({ min: 32, max: 1200 });
    fc.assert(
      fc.property(title, side, side, fc.constantFrom(...FACES), (text, width, height, typeface) => {
        const { lines, ornament } = fitTitle(text, { width, height }, { typeface });
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
