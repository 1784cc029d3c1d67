import { describe, expect, test } from 'vitest';
import { wholePixels } from '../../../raster/pixels.ts';
import type { Raster } from '../../../raster/raster.ts';
import type { CellIntent, Composition } from '../../provider.ts';
import { canvasOf, paintAll, styled } from './paint-samples.ts';
import { BIOMES } from './vocabulary/biomes.ts';

const SEEDS = 200;
const PLACES = Object.keys(BIOMES);
const SKIES = ['', ' at dusk', ' at night', ' in the rain', ' in the fog', ' in a storm', ' in falling snow'];

/** What a pixel picture must not have: blocks of unlike pixels, half transparency, too many colours. */
function faultsOf(pictures: readonly Raster[], block: number): Readonly<Record<'torn' | 'soft' | 'tooMany', number>> {
  let [torn, soft, tooMany] = [0, 0, 0];
  for (const picture of pictures) {
    const pixels = wholePixels(picture);
    const colours = new Set<number>();
    for (let y = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++) {
        const pixel = pixels[y * picture.width + x] ?? 0;
        const corner = pixels[(y - (y % block)) * picture.width + x - (x % block)] ?? 0;
        const alpha = picture.rgba[(y * picture.width + x) * 4 + 3] ?? 0;
        if (pixel !== corner) torn++;
        if (alpha !== 0 && alpha !== 255) soft++;
        if (alpha === 255) colours.add(pixel);
      }
    if (colours.size > 32) tooMany++;
  }
  return { torn, soft, tooMany };
}

const NONE = { torn: 0, soft: 0, tooMany: 0 };

describe('pixel style', () => {
  test('keeps scenes and layers to their grid and to 32 colours', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const subject = `${PLACES[seed % PLACES.length]}${SKIES[seed % SKIES.length]}`;
      const layers = [0, 1].map((depth) => ({ name: `layer ${depth}`, words: '', depth }));
      const composition: Composition =
        seed % 3 === 0 ? { kind: 'layers', loop: 'x', layers } : { kind: 'scene', tile: seed % 3 === 1 ? 'x' : 'xy' };
      const job = { ...styled('pixel'), seed, subject, transparent: false, canvas: canvasOf(288, 272), composition };
      expect(faultsOf(paintAll(job), 2), `${subject}, seed ${seed}`).toEqual(NONE);
    }
  });

  test.each([
    [{ kind: 'title', title: 'Slime Quest' }, 'dripping neon letters over a forest'],
    [{ kind: 'subject' }, 'a glowing golden dragon in a forest'],
  ] as const)('keeps a %o and the scene behind it to one grid and to 32 colours', (composition, subject) => {
    const [width, height] = [1280, 720];
    const canvas = { ...canvasOf(width + 32, height + 32), content: { x: 16, y: 16, width, height } };
    const job = { ...styled('pixel'), subject, transparent: false, canvas, composition };
    expect(faultsOf(paintAll(job), 4)).toEqual(NONE);
  });

  test('keeps sheets to their grid, and all of a sheet to 32 colours', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const sheet = (['sprite', 'variation', 'tile', 'ui_component'] as const)[seed % 4] ?? 'sprite';
      const subject =
        ['a knight', 'gems', 'grass', 'a green button', 'a dragon', 'potions', 'lava', 'a red slider'][seed % 8] ?? '';
      const cells: readonly CellIntent[] = [0, 1, 2, 3].map((index) => ({
        key: ['red', 'blue', 'golden', 'frozen'][index] ?? '',
        words: '',
        rect: { x: index * 128, y: 0, width: 128, height: 128 },
        ...(sheet === 'sprite' ? { frame: { animation: 'attack', index, count: 4, loop: false } } : {}),
        ...(sheet === 'tile' ? { tile: { index, count: 4 } } : {}),
        ...(sheet === 'ui_component'
          ? { component: { type: 'button', state: ['normal', 'hover', 'focus', 'selected'][index] ?? '' } }
          : {}),
      }));
      const composition: Composition = { kind: 'cells', sheet, cells };
      const pictures = paintAll({ ...styled('pixel'), seed, subject, canvas: canvasOf(512, 128), composition });
      expect(faultsOf(pictures, sheet === 'ui_component' ? 1 : 2), `${sheet} of ${subject}, seed ${seed}`).toEqual(
        NONE,
      );
    }
  });
});
