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
  crop({ raster, isPixelArt }, axis, dice) {
    const { width, height } = raster;
    const share = dice.between(0.55, 0.85);
    const [part, start] = [share, dice.between(0, 1 - share)];
    const rect =
      axis === 'x'
        ? { x: Math.round(start * width), y: 0, width: Math.round(part * width), height }
        : { x: 0, y: Math.round(start * height), width, height: Math.round(part * height) };
    return resize(crop(raster, rect), width, height, isPixelArt ? 'nearest' : 'smooth');
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
