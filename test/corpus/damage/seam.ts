import type { ExpectedPicture } from '../../../src/check/index.ts';
import type { Raster } from '../../../src/raster/raster.ts';
import { crop } from '../../../src/raster/crop.ts';
import { resize } from '../../../src/raster/resize.ts';
import type { Bases } from '../bases.ts';
import type { Dice } from '../dice.ts';
import { type Spoil, spoilt } from './kind.ts';
import { at, remade } from './pixels.ts';

/** A picture that should repeat and does not. */
export const seam: Spoil = (dice, bases) => {
  const picture = varied(dice, bases);
  const axis = picture.loop === 'xy' && dice.chance(0.5) ? 'y' : 'x';
  const name = dice.pick(['crop', 'crop', 'brightness', 'hue', 'structure', 'line']);
  const raster = SEAMS[name]?.(picture, axis, dice) ?? picture.raster;
  return spoilt(`${picture.alpha} ${picture.loop}: ${name} along ${axis}`, picture, raster);
};

/** What looks alike all along has no seam wherever it is cut. */
function varied(dice: Dice, bases: Bases): ExpectedPicture {
  for (;;) {
    const picture = bases.loop(dice);
    const { raster } = picture;
    const half = Math.floor(raster.width / 2);
    let sum = 0;
    for (let y = 0; y < raster.height; y += 2) {
      const [here, there] = [at(raster, 0, y), at(raster, half, y)];
      sum += Math.max(...here.map((value, c) => Math.abs(value - (there[c] ?? 0))));
    }
    if (sum > MOST_ALIKE * (raster.height / 2)) return picture;
  }
}

/** Levels by which two far columns differ on average. */
const MOST_ALIKE = 2;

type SeamKind = (picture: ExpectedPicture, axis: 'x' | 'y', dice: Dice) => Raster;

const SEAMS: Readonly<Record<string, SeamKind>> = {
  crop(picture, axis, dice) {
    const { raster, isPixelArt } = picture;
    const { width, height } = raster;
    const count = axis === 'x' ? width : height;
    for (let tries = 0; tries < 24; tries++) {
      const part = Math.round(dice.between(0.55, 0.85) * count);
      const start = dice.whole(0, count - part);
      if (apart(raster, axis, start, start + part - 1) < SEEN) continue;
      const rect = axis === 'x' ? { x: start, y: 0, width: part, height } : { x: 0, y: start, width, height: part };
      return resize(crop(raster, rect), width, height, isPixelArt ? 'nearest' : 'smooth');
    }
    return SEAMS['brightness']?.(picture, axis, dice) ?? raster;
  },
  brightness: ({ raster }, axis, dice) => {
    const by = dice.between(0.25, 0.5);
    return ramped(raster, axis, ([r, g, b], near) => [r * (1 - by * near), g * (1 - by * near), b * (1 - by * near)]);
  },
  hue: ({ raster }, axis, dice) => {
    const by = dice.between(40, 80);
    return ramped(raster, axis, ([r, g, b], near) => [r + by * near, g - (by * near) / 3, b - by * near]);
  },
  /** Shapes bend away along the edge before they reach it. */
  structure({ raster }, axis, dice) {
    const length = axis === 'x' ? raster.height : raster.width;
    const far = dice.between(0.1, 0.2) * length;
    return remade(raster, (_, x, y) => {
      const [along, line, count] = axis === 'x' ? [y, x, raster.width] : [x, y, raster.height];
      const moved = (along + far * (line / count) ** 2) % length;
      return axis === 'x' ? at(raster, x, moved) : at(raster, moved, y);
    });
  },
  line: ({ raster }, axis, dice) => {
    const [wide, level] = [Math.max(1, Math.round(raster.width / 200)), dice.pick([10, 245])];
    return remade(raster, (own, x, y) =>
      (axis === 'x' ? x : y) < wide ? [level, level, level, Math.max(own[3], 200)] : own,
    );
  },
};

/** Levels by which two lines that come to lie side by side differ on average, so that anybody sees it. */
const SEEN = 8;

/** What a pixel of one line differs by from its like on another, in its most different channel: the mean of what is visible. */
function apart(raster: Raster, axis: 'x' | 'y', one: number, other: number): number {
  const length = axis === 'x' ? raster.height : raster.width;
  let [sum, seen] = [0, 0];
  for (let i = 0; i < length; i++) {
    const [a, b] = [one, other].map((line) => (axis === 'x' ? at(raster, line, i) : at(raster, i, line)));
    if (!a || !b || Math.max(a[3], b[3]) < 32) continue;
    sum += Math.max(...a.map((value, c) => Math.abs(value - (b[c] ?? 0))));
    seen++;
  }
  return seen === 0 ? 0 : sum / seen;
}

function ramped(
  raster: Raster,
  axis: 'x' | 'y',
  colour: (own: readonly [number, number, number], near: number) => readonly number[],
): Raster {
  return remade(raster, ([r, g, b, a], x, y) => {
    const near = axis === 'x' ? x / raster.width : y / raster.height;
    return [...colour([r, g, b], near), a];
  });
}
