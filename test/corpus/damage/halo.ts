import type { Raster, Rgba } from '../../../src/raster/raster.ts';
import type { Rgb } from '../draw.ts';
import { finishSubject } from '../finish.ts';
import type { Spoil } from './kind.ts';
import { at, over, remade } from './pixels.ts';

const FRINGES: readonly [readonly [string, Rgb], ...(readonly [string, Rgb])[]] = [
  ['white', [255, 255, 255]],
  ['white', [246, 246, 240]],
  ['green', [20, 240, 30]],
  ['magenta', [250, 10, 240]],
  ['grey', [150, 150, 150]],
  ['dark', [16, 16, 20]],
];

/** Levels by which a fringe must differ from what it surrounds, or nobody sees it. */
const VISIBLE = 110;

/** A fringe of the background, one to three finished pixels wide, hard or feathered. */
export const halo: Spoil = (dice, bases) => {
  const subject = bases.subject(dice, 32, 0.85);
  const rim = rimColour(subject.painted);
  let [name, rgb] = dice.pick(FRINGES);
  while (Math.hypot(rgb[0] - rim[0], rgb[1] - rim[1], rgb[2] - rim[2]) < VISIBLE) [name, rgb] = dice.pick(FRINGES);
  const times = subject.painted.width / subject.width;
  const wide = subject.width < 96 ? 1 : subject.width < 200 ? dice.between(1, 2) : dice.between(1.5, 3);
  const isSoft = !subject.isPixelArt && dice.chance(0.5);
  const painted = fringed(subject.painted, rgb, { wide: wide * times, isSoft });
  return finishSubject(
    { ...subject, painted, name: `${subject.name}: ${isSoft ? 'soft' : 'hard'} ${name} ${wide.toFixed(1)}` },
    '',
  );
};

interface Fringe {
  readonly wide: number;
  readonly isSoft: boolean;
}

function fringed(raster: Raster, rgb: Rgb, { wide, isSoft }: Fringe): Raster {
  // A soft fringe fades over half as much again.
  const reach = isSoft ? wide * 1.5 : wide;
  return remade(raster, (own, x, y) => {
    if (own[3] === 255) return own;
    const far = distanceTo(raster, x, y, Math.ceil(reach) + 1);
    const cover = isSoft ? Math.min(1, 1.5 * (1 - far / (reach + 1))) : reach + 0.5 - far;
    const under: Rgba = [...rgb, 255 * Math.max(0, Math.min(1, cover))];
    return over(own, under);
  });
}

/** To the nearest pixel that is more opaque than not; more than `most` is as good as never. */
function distanceTo(raster: Raster, x: number, y: number, most: number): number {
  let least = Infinity;
  for (let dy = -most; dy <= most; dy++)
    for (let dx = -most; dx <= most; dx++)
      if (Math.hypot(dx, dy) < least && at(raster, x + dx, y + dy)[3] >= 128) least = Math.hypot(dx, dy);
  return least;
}

function rimColour(raster: Raster): Rgb {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = 0; y < raster.height; y++)
    for (let x = 0; x < raster.width; x++) {
      const own = at(raster, x, y);
      if (
        own[3] < 200 ||
        (at(raster, x - 2, y)[3] > 60 &&
          at(raster, x + 2, y)[3] > 60 &&
          at(raster, x, y - 2)[3] > 60 &&
          at(raster, x, y + 2)[3] > 60)
      )
        continue;
      count++;
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (own[c] ?? 0);
    }
  return [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
}
