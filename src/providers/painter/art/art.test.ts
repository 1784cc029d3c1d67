import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silhouetteMask } from '../../../guide/silhouette.ts';
import type { Shape, StyleName } from '../../../pack/pack.ts';
import { STYLE_NAMES, UI_COMPONENTS, UI_STATES } from '../../../pack/pack.ts';
import type { Raster } from '../../../raster/raster.ts';
import type { CellIntent, ImageJob } from '../../provider.ts';
import { translateJob } from '../translate.ts';
import { paintJob } from './paint-job.ts';
import { NOUNS } from './vocabulary/nouns.ts';

const canvasOf = (width: number, height: number) => ({
  width,
  height,
  scale: 1,
  content: { x: 0, y: 0, width, height },
});
const BASE: ImageJob = {
  type: 'entity',
  prompt: '',
  negativePrompt: '',
  seed: 3,
  canvas: canvasOf(64, 64),
  style: { name: 'cartoon', words: '' },
  theme: 'a test',
  subject: 'a slime',
  transparent: true,
  composition: { kind: 'subject' },
};
const styled = (name: StyleName): ImageJob => ({ ...BASE, style: { name, words: '' } });
const paintAll = (job: ImageJob): readonly Raster[] => paintJob(translateJob(job, new Map()));
function paint(job: ImageJob): Raster {
  const [picture] = paintAll(job);
  if (!picture) throw new Error('nothing was painted');
  return picture;
}
const alphas = ({ rgba }: Raster): number[] => Array.from({ length: rgba.length / 4 }, (_, i) => rgba[i * 4 + 3] ?? 0);
const cut = (picture: Raster, { x, y, width, height }: CellIntent['rect']): string =>
  Array.from({ length: height }, (_, row) =>
    picture.rgba.slice(((y + row) * picture.width + x) * 4, ((y + row) * picture.width + x + width) * 4).join(),
  ).join();

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

  const shapes: readonly Shape[] = [
    { kind: 'box' },
    { kind: 'circle' },
    { kind: 'triangle' },
    { kind: 'diamond' },
    { kind: 'path', path: 'M0 0 L10 3 L8 10 L4 6 L0 10 Z' },
  ];
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

describe('sheets', () => {
  const cells = (count: number, size: number, more: (index: number) => Partial<CellIntent>): readonly CellIntent[] =>
    Array.from({ length: count }, (_, i) => ({
      key: `key_${i}`,
      words: '',
      rect: { x: 2 + i * (size + 2), y: 2, width: size, height: size },
      ...more(i),
    }));
  const sheet = (
    kind: 'sprite' | 'tile' | 'variation' | 'ui_component',
    list: readonly CellIntent[],
    size: number,
  ): ImageJob => ({
    ...BASE,
    type: 'sheet',
    transparent: kind !== 'tile',
    canvas: canvasOf(list.length * (size + 2) + 2, size + 4),
    composition: { kind: 'cells', sheet: kind, cells: list },
  });

  test.each(['idle', 'walk', 'run', 'jump', 'attack', 'hurt', 'die', 'somersault'])(
    'every frame of %s differs from the next',
    (animation) => {
      for (const name of STYLE_NAMES)
        for (const subject of ['a slime', 'a knight', 'a sword'])
          for (const count of [2, 4, 6]) {
            const list = cells(count, 32, (index) => ({ frame: { animation, index, count, loop: true } }));
            const picture = paint({ ...sheet('sprite', list, 32), subject, style: { name, words: '' } });
            const frames = list.map(({ rect }) => cut(picture, rect));
            for (let i = 0; i + 1 < count; i++)
              expect(frames[i] === frames[i + 1], `${name} ${subject} ${i}/${count}`).toBe(false);
          }
    },
  );

  test('tiles are opaque and all different', () => {
    const list = cells(25, 16, (index) => ({ tile: { index, count: 25 } }));
    for (const name of STYLE_NAMES) {
      const picture = paint({ ...sheet('tile', list, 16), subject: 'grass', style: { name, words: '' } });
      expect(new Set(list.map(({ rect }) => cut(picture, rect))).size).toBe(25);
      for (const { rect } of list) expect(picture.rgba[(rect.y * picture.width + rect.x) * 4 + 3]).toBe(255);
    }
  });

  test('variants differ, also when their words say nothing', () => {
    const list = cells(12, 32, () => ({}));
    const picture = paint({ ...sheet('variation', list, 32), subject: 'gems' });
    expect(new Set(list.map(({ rect }) => cut(picture, rect))).size).toBe(12);
  });

  test.each(UI_COMPONENTS)('each state of a %s looks its own', (type) => {
    const list = cells(UI_STATES.length, 32, (i) => ({
      component: { type, state: UI_STATES[i] ?? 'normal', ninePatch: { left: 6, right: 6, top: 6, bottom: 6 } },
    }));
    for (const name of STYLE_NAMES) {
      const picture = paint({ ...sheet('ui_component', list, 32), style: { name, words: '' } });
      expect(new Set(list.map(({ rect }) => cut(picture, rect))).size, name).toBe(UI_STATES.length);
    }
  });

  test('nothing spills between the cells', () => {
    const list = cells(8, 40, (index) => ({ frame: { animation: 'attack', index, count: 8, loop: false } }));
    const picture = paint({ ...sheet('sprite', list, 40), subject: 'an angry dragon' });
    const outside = alphas(picture).filter((_, i) => {
      const [x, y] = [i % picture.width, Math.floor(i / picture.width)];
      return !list.some(({ rect }) => x >= rect.x && x < rect.x + 40 && y >= rect.y && y < rect.y + 40);
    });
    expect(Math.max(...outside)).toBe(0);
  });
});
