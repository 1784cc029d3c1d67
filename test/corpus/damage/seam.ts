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
  for (;;) {
    const picture = varied(dice, bases);
    const axis = picture.loop === 'xy' && dice.chance(0.5) ? 'y' : 'x';
    const name = dice.pick(['crop', 'crop', 'brightness', 'hue', 'structure', 'line']);
    const raster = SEAMS[name]?.(picture, axis, dice) ?? picture.raster;
    if (isSeen(raster, axis)) return spoilt(`${picture.alpha} ${picture.loop}: ${name} along ${axis}`, picture, raster);
  }
};

/** Plain sky, sand and grass may be cut anywhere: then nobody sees a seam, and there is none. */
function isSeen(raster: Raster, axis: 'x' | 'y'): boolean {
  const count = axis === 'x' ? raster.width : raster.height;
  const inner = Array.from({ length: SAMPLES }, (_, i) =>
    blockStep(raster, axis, BLOCK + Math.floor((i * (count - 2 * BLOCK - 1)) / (SAMPLES - 1))),
  );
  const usual = inner.toSorted((a, b) => a - b)[SAMPLES >> 1] ?? 0;
  const step = blockStep(raster, axis, count - 1);
  return step >= PLAIN_STEP || step >= 1.5 * usual;
}

const SAMPLES = 40;
/** Pixels. */
const BLOCK = 4;
/** Levels between blocks that anybody sees, whatever is around. */
const PLAIN_STEP = 9;

/** What blocks on both sides of a line differ by on average, in the most different channel. */
function blockStep(raster: Raster, axis: 'x' | 'y', line: number): number {
  const [count, length] = axis === 'x' ? [raster.width, raster.height] : [raster.height, raster.width];
  const blocks = Math.floor(length / BLOCK);
  let sum = 0;
  for (let block = 0; block < blocks; block++) {
    const turn = [0, 0, 0, 0];
    for (let i = 0; i < BLOCK ** 2 * 2; i++) {
      const [along, far] = [block * BLOCK + (i % BLOCK), Math.floor(i / BLOCK) - BLOCK + 1];
      const place = (line + far + count) % count;
      const [r, g, b, a] = axis === 'x' ? at(raster, place, along) : at(raster, along, place);
      for (const [c, value] of [(r * a) / 255, (g * a) / 255, (b * a) / 255, a].entries())
        turn[c] = (turn[c] ?? 0) + (far > 0 ? value : -value);
    }
    sum += Math.max(...turn.map(Math.abs)) / BLOCK ** 2;
  }
  return sum / blocks;
}

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
