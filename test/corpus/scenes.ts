import type { Raster } from '../../src/raster/raster.ts';
import { throwDice, type Dice } from './dice.ts';
import { blend, hash, lit, noise } from './paints.ts';
import type { Rgb } from './draw.ts';
import { anyColour } from './paints.ts';

/** A colour for a place, both in 0..1 of the picture; `width` and `height` in pixels. */
type Look = (u: number, v: number) => readonly [...Rgb, alpha?: number];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A hand-drawn scene. Those that loop join at the sides, or at all edges. */
export interface SceneKind {
  readonly loop: 'none' | 'x' | 'xy';
  readonly alpha?: 'cut-out';
  readonly look: (dice: Dice, size: Size) => Look;
}

const TURN = 2 * Math.PI;

/** Swells of several sizes, 0..1, periodic in both directions. */
function clouds(u: number, v: number, seed: number, swells: number): number {
  let [sum, weight, total] = [0, 1, 0];
  for (let octave = 0; octave < 4; octave++) {
    const period = swells << octave;
    sum += weight * noise(u * period, v * period, seed + octave, period, period);
    total += weight;
    weight /= 2;
  }
  return sum / total;
}

const grain = (u: number, v: number, { width, height }: Size, seed: number): number =>
  hash(Math.floor(u * width), Math.floor(v * height), seed) - 0.5;

const photo: SceneKind = {
  loop: 'none',
  look(dice, size) {
    const [seed, one, two] = [dice.whole(0, 9999), anyColour(dice), anyColour(dice)];
    return (u, v) =>
      lit(blend(one, two, clouds(u * 0.8, v * 0.8, seed, 5) * 2 - 0.5), 0.8 + 0.35 * grain(u, v, size, seed));
  },
};

const sky: SceneKind = {
  loop: 'none',
  look(dice) {
    const [top, bottom, seed] = [anyColour(dice, [0.35, 0.7]), anyColour(dice, [0.8, 1]), dice.whole(0, 9999)];
    const sun = dice.between(0.2, 0.8);
    return (u, v) => {
      if (Math.hypot(u - sun, (v - 0.35) * 0.6) < 0.06) return [255, 246, 214];
      return blend(blend(top, bottom, v), [255, 255, 255], Math.max(0, clouds(u, v * 0.7, seed, 4) - 0.6) * 1.6);
    };
  },
};

const hills: SceneKind = {
  loop: 'x',
  look(dice) {
    const [far, near, air] = [anyColour(dice, [0.4, 0.7]), anyColour(dice, [0.3, 0.5]), anyColour(dice, [0.8, 1])];
    const waves = [dice.whole(1, 2), dice.whole(2, 4), dice.whole(3, 5)].map((count) => ({
      count,
      turn: dice.between(0, 6),
    }));
    const seed = dice.whole(0, 999);
    return (u, v) => {
      for (const [plane, { count, turn }] of waves.toReversed().entries()) {
        const line = 0.85 - plane * 0.17 + 0.07 * Math.sin(TURN * u * count + turn);
        if (v > line)
          return lit(
            blend(near, far, plane / 2),
            1.1 - 0.4 * (v - line) + 0.14 * (clouds(u, v, seed + plane, 12) - 0.5),
          );
      }
      return blend(blend(far, air, 0.5), air, v * 1.4);
    };
  },
};

const stars: SceneKind = {
  loop: 'x',
  look(dice, size) {
    const [seed, deep] = [dice.whole(0, 9999), anyColour(dice, [0.1, 0.2])];
    const mist = anyColour(dice, [0.4, 0.6]);
    const density = dice.between(0.004, 0.012);
    return (u, v) => {
      const twinkle = hash(Math.floor(u * size.width), Math.floor(v * size.height), seed);
      if (twinkle < density) return lit([235, 238, 255], 0.5 + twinkle / density / 2);
      return blend(deep, mist, Math.max(0, clouds(u, v, seed, 3) - 0.45) * 1.6);
    };
  },
};

const cave: SceneKind = {
  loop: 'none',
  look(dice) {
    const [rock, light, seed] = [anyColour(dice, [0.16, 0.26]), anyColour(dice, [0.6, 0.9]), dice.whole(0, 9999)];
    return (u, v) => {
      const roof = 0.16 + 0.16 * noise(u * 9, 0, seed) + 0.1 * noise(u * 23, 3, seed);
      const floor = 0.86 - 0.12 * noise(u * 6, 7, seed);
      if (v < roof || v > floor) return lit(rock, 0.25 + 0.3 * clouds(u, v, seed, 12));
      return blend(lit(rock, 0.9), light, 0.75 * Math.exp(-5 * Math.hypot(u - 0.5, v - 0.6)));
    };
  },
};

const snow: SceneKind = {
  loop: 'none',
  look(dice, size) {
    const seed = dice.whole(0, 9999);
    return (u, v) => {
      const line = 0.5 + 0.1 * Math.sin(u * 5 + seed) + 0.06 * noise(u * 8, 1, seed);
      const pine = Math.abs(((u * 9 + seed) % 1) - 0.5) * 0.5;
      if (v < line + 0.02 && v > line - 0.16 + pine * 0.9 && pine < 0.14) return [60, 92, 96];
      if (v < line)
        return hash(Math.floor(u * size.width), Math.floor(v * size.height), seed) < 0.01
          ? [255, 255, 255]
          : blend([170, 196, 226], [222, 232, 244], v * 2);
      return lit([240, 244, 250], 0.9 + 0.1 * clouds(u, v, seed, 6));
    };
  },
};

const bricks: SceneKind = {
  loop: 'xy',
  look(dice, size) {
    const [across, down] = [dice.whole(3, 6), dice.whole(2, 4) * 2];
    const [rgb, mortar, seed] = [anyColour(dice, [0.5, 0.8]), anyColour(dice, [0.2, 0.35]), dice.whole(0, 9999)];
    return (u, v) => {
      const row = Math.floor(v * down);
      const along = u * across + (row % 2) / 2;
      const [x, y] = [along - Math.floor(along), v * down - row];
      if (x < 0.08 || y < 0.14) return lit(mortar, 1 + 0.2 * grain(u, v, size, seed));
      const own = hash(Math.floor(along) % across, row, seed);
      return lit(rgb, 0.75 + 0.3 * own + 0.2 * (clouds(u, v, seed, 16) - 0.5) - 0.2 * (y - 0.5));
    };
  },
};

const grass: SceneKind = {
  loop: 'xy',
  look(dice, size) {
    const [one, two, seed] = [anyColour(dice, [0.4, 0.6]), anyColour(dice, [0.5, 0.8]), dice.whole(0, 9999)];
    return (u, v) => lit(blend(one, two, clouds(u, v, seed, 4) * 1.8 - 0.4), 0.9 + 0.3 * grain(u, v, size, seed));
  },
};

const water: SceneKind = {
  loop: 'xy',
  look(dice) {
    const [seed, rgb] = [dice.whole(0, 9999), anyColour(dice, [0.5, 0.8])];
    return (u, v) => lit(rgb, 0.8 + 0.4 * Math.abs(Math.sin(TURN * (2 * u + v + 0.5 * clouds(u, v, seed, 3)) * 2)));
  },
};

const pines: SceneKind = {
  loop: 'x',
  alpha: 'cut-out',
  look(dice) {
    const [count, rgb, seed] = [dice.whole(7, 13), anyColour(dice, [0.3, 0.6]), dice.whole(0, 9999)];
    return (u, v) => {
      const tree = Math.floor(u * count);
      const away = Math.abs(u * count - tree - 0.5);
      const top = 0.3 + 0.3 * hash(tree, 1, seed);
      const stands = v > 0.88 || (v > top && away < (v - top) * 1.1 * (0.7 + 0.3 * Math.abs(Math.sin(v * 40))));
      return stands ? [...lit(rgb, 0.7 + 0.5 * hash(v > 0.88 ? 99 : tree, 2, seed) - 0.3 * v), 255] : [0, 0, 0, 0];
    };
  },
};

export const SCENES = { photo, sky, hills, stars, cave, snow, bricks, grass, water, pines } as const satisfies Readonly<
  Record<string, SceneKind>
>;
export type SceneName = keyof typeof SCENES;

/** The scene at that size; without `crop` it is whole, with it a part of a larger one, which joins nowhere. */
export function paintScene(name: SceneName, seed: number, size: Size, crop: Crop = WHOLE): Raster {
  const look = SCENES[name].look(throwDice(seed, name), size);
  const { width, height } = size;
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const [u, v] = [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height];
    const [red, green, blue, alpha = 255] = look(crop.x + u * crop.width, crop.y + v * crop.height);
    rgba.set(
      [red, green, blue, alpha].map((value) => Math.max(0, Math.min(255, Math.round(value)))),
      i * 4,
    );
  }
  return { width, height, rgba };
}

interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };
