import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silhouetteMask } from '../../../guide/silhouette.ts';
import type { Shape } from '../../../pack/pack.ts';
import { STYLE_NAMES } from '../../../pack/pack.ts';
import type { ImageJob } from '../../provider.ts';
import { BASE, alphas, canvasOf, paint, paintAll, styled } from './paint-samples.ts';
import { luminance } from './colour.ts';
import { NOUNS } from './vocabulary/nouns.ts';

describe('subjects', () => {
  test.each(Object.keys(NOUNS))('%s stands free in every style', (family) => {
    for (const name of STYLE_NAMES) {
      const alpha = alphas(paint({ ...styled(name), subject: family, canvas: canvasOf(48, 48) }));
      expect(alpha.filter((value) => value === 0).length, name).toBeGreaterThan(100);
      expect(alpha.filter((value) => value === 255).length, name).toBeGreaterThan(150);
    }
  });

  test('touches no edge of its picture, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 90 }),
        fc.integer({ min: 16, max: 90 }),
        fc.constantFrom(...Object.keys(NOUNS)),
        (width, height, subject) => {
          const picture = paint({ ...BASE, subject, canvas: canvasOf(width, height) });
          const rim = alphas(picture).filter(
            (_, i) => i < width || i >= width * (height - 1) || i % width === 0 || i % width === width - 1,
          );
          expect(Math.max(...rim)).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each(STYLE_NAMES)('the stand-in stands free in the style %s, and shows that another thing is meant', (name) => {
    const pictures = ['a wibble', 'a wobble', 'a gizmo'].map((subject) => paint({ ...styled(name), subject }));
    for (const picture of pictures) {
      expect(alphas(picture).filter((value) => value === 0).length).toBeGreaterThan(100);
      expect(alphas(picture).filter((value) => value === 255).length).toBeGreaterThan(1000);
    }
    expect(new Set(pictures.map(({ rgba }) => rgba.join())).size).toBe(3);
  });

  test('a torch that burns has no second fire around it', () => {
    expect(paint({ ...BASE, subject: 'a burning yellow torch' })).toEqual(
      paint({ ...BASE, subject: 'a yellow torch' }),
    );
    expect(paint({ ...BASE, subject: 'a burning yellow bat' })).not.toEqual(
      paint({ ...BASE, subject: 'a yellow bat' }),
    );
  });

  test('a stand-in is alive where the words tell of life, and the same whatever the seed', () => {
    const picture = (subject: string, seed = 1) => paint({ ...BASE, subject, seed, canvas: canvasOf(64, 64) });
    expect(picture('a red wibble with teeth', 2)).toEqual(picture('a red wibble with teeth', 9));
    expect(picture('a red wibble with teeth')).not.toEqual(picture('a red wibble'));
  });

  test('a second colour stays away from muzzles and beaks', () => {
    for (const [subject, x, y] of [
      ['bear', 24, 36],
      ['cat', 32, 39],
      ['bird', 55, 27],
    ] as const) {
      const [plain, trimmed] = ['', ' with a purple gem'].map((more) =>
        paint({ ...styled('flat'), subject: `a green ${subject}${more}` }),
      );
      expect(trimmed?.rgba).not.toEqual(plain?.rgba);
      const at = (y * 64 + x) * 4;
      expect(trimmed?.rgba.slice(at, at + 4), subject).toEqual(plain?.rgba.slice(at, at + 4));
    }
  });

  const shapes: readonly Shape[] = [
    { kind: 'box' },
    { kind: 'circle' },
    { kind: 'triangle' },
    { kind: 'diamond' },
    { kind: 'path', path: 'M0 0 L10 3 L8 10 L4 6 L0 10 Z' },
  ];
  test('an object keeps its form in an outline like its own, and is a sign on any other', () => {
    const canvas = canvasOf(96, 96);
    const lightness = (subject: string): number => {
      const guide = { kind: 'silhouette', canvas, shape: { kind: 'circle' }, chosen: true } as const;
      const [red = 0, green = 0, blue = 0] = paint({ ...BASE, subject, canvas, guide }).rgba.subarray(
        (48 * 96 + 10) * 4,
      );
      return luminance([red, green, blue]);
    };
    // Near the left rim: the coin's gold, but the dark disc around a key.
    expect(lightness('a coin')).toBeGreaterThan(lightness('a key') + 40);
  });

  test.each(shapes)('fills the outline that the user chose: $kind', (shape) => {
    for (const subject of ['a slime', 'a sword', 'a potion', 'a frozen knight'])
      for (const name of STYLE_NAMES)
        for (const canvas of [canvasOf(64, 64), canvasOf(144, 112)]) {
          const picture = paint({
            ...styled(name),
            subject,
            canvas,
            guide: { kind: 'silhouette', canvas, shape, chosen: true },
          });
          const { coverage } = silhouetteMask(shape, canvas, new Map());
          const alpha = alphas(picture);
          const both = alpha.filter((value, i) => value >= 128 && (coverage[i] ?? 0) >= 128).length;
          const either = alpha.filter((value, i) => value >= 128 || (coverage[i] ?? 0) >= 128).length;
          expect(both / either, `${subject} ${name}`).toBeGreaterThan(0.9);
        }
  });
});

describe('pixel style', () => {
  test('keeps to a grid of whole pixels, few colours and hard edges', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(NOUNS)), fc.nat(1000), (subject, seed) => {
        const { rgba } = paint({ ...styled('pixel'), subject, seed, canvas: canvasOf(256, 256) });
        const colours = new Set<string>();
        let [torn, soft] = [0, 0];
        for (let y = 0; y < 256; y++)
          for (let x = 0; x < 256; x++) {
            const at = (y * 256 + x) * 4;
            const corner = ((y - (y % 4)) * 256 + x - (x % 4)) * 4;
            if (rgba[at] !== rgba[corner] || rgba[at + 3] !== rgba[corner + 3]) torn++;
            if (rgba[at + 3] === 255) colours.add(rgba.slice(at, at + 3).join());
            else if (rgba[at + 3] !== 0) soft++;
          }
        expect({ torn, soft }).toEqual({ torn: 0, soft: 0 });
        expect(colours.size).toBeLessThanOrEqual(32);
      }),
      { numRuns: 6 },
    );
  });
});

describe('scenes', () => {
  const SCENE: ImageJob = {
    ...BASE,
    type: 'background',
    transparent: false,
    canvas: canvasOf(240, 128),
    composition: { kind: 'scene', tile: 'x' },
  };
  const places = ['forest', 'mountains', 'cave', 'desert', 'ocean', 'underwater', 'city at night', 'space', 'snow'];
  const CANVAS = { width: 288, height: 128, scale: 1, content: { x: 24, y: 0, width: 240, height: 128 } };

  test.each([...places, 'clouds', 'castle', 'swamp', 'volcano', 'meadow'])('%s is opaque and repeats', (subject) => {
    for (const name of STYLE_NAMES) {
      const picture = paint({ ...SCENE, canvas: CANVAS, style: { name, words: '' }, subject });
      expect(Math.min(...alphas(picture))).toBe(255);
      // Left of the content comes what is at its right end, and the other way round.
      let worst = 0;
      for (let y = 0; y < 128; y++)
        for (let i = 0; i < 48 * 4; i++) {
          const [here, there] = [picture.rgba[y * 288 * 4 + i] ?? 0, picture.rgba[y * 288 * 4 + 240 * 4 + i] ?? 0];
          worst = Math.max(worst, Math.abs(here - there));
        }
      expect(worst, name).toBeLessThanOrEqual(6);
    }
  });

  test('a ground closes on all four sides', () => {
    const picture = paint({ ...SCENE, subject: 'grass', composition: { kind: 'scene', tile: 'xy' } });
    const { width, height, rgba } = picture;
    const row = (a: number, b: number): number =>
      Array.from({ length: width * 4 }, (_, i) =>
        Math.abs((rgba[a * width * 4 + i] ?? 0) - (rgba[b * width * 4 + i] ?? 0)),
      ).reduce((sum, value) => sum + value, 0);
    const inner = Array.from({ length: height - 1 }, (_, y) => row(y, y + 1));
    expect(row(height - 1, 0)).toBeLessThanOrEqual(Math.max(...inner));
  });

  test('layers are cut out, all but the farthest', () => {
    for (const name of STYLE_NAMES)
      for (const subject of ['forest', 'cave', 'space', 'city', 'sky', 'underwater']) {
        const layers = [0, 1, 2, 3].map((n) => ({ name: `layer ${n}`, words: `layer ${n}`, depth: n / 3 }));
        const [far, ...near] = paintAll({
          ...SCENE,
          type: 'parallax',
          style: { name, words: '' },
          subject,
          composition: { kind: 'layers', loop: 'x', layers },
        });
        expect(far && Math.min(...alphas(far))).toBe(255);
        for (const layer of near) {
          expect(Math.min(...alphas(layer)), `${name} ${subject}`).toBe(0);
          expect(Math.max(...alphas(layer)), `${name} ${subject}`).toBe(255);
        }
      }
  });
});
