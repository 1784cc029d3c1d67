import type { ExpectedPicture } from '../../../src/check/index.ts';
import type { MeasuredCell } from '../../../src/measure/picture.ts';
import { crop } from '../../../src/raster/crop.ts';
import { createRaster, type Raster, type Rect, type Rgba } from '../../../src/raster/raster.ts';
import type { Bases } from '../bases.ts';
import type { Dice } from '../dice.ts';
import { type Spoil, spoilt } from './kind.ts';
import { at, remade } from './pixels.ts';

/** What the model painted keeps to another grid than was asked. */
export const spill: Spoil = (dice, bases) => {
  const picture = variedSheet(dice, bases);
  const name = dice.pick(['shifted', 'enlarged', 'merged', 'another count']);
  const painted = PAINTINGS[name]?.(picture, dice) ?? picture.raster;
  // A finished sheet has clear gutters; another tool may keep what was painted there.
  const raster = dice.chance(0.6) ? inCells(painted, picture) : painted;
  return spoilt(`${picture.sheet?.kind ?? ''}: ${name}`, picture, raster);
};

/** Where all tiles are alike nobody sees which is where. */
function variedSheet(dice: Dice, bases: Bases): ExpectedPicture {
  for (;;) {
    const picture = bases.sheet(dice, ['sprite', 'variation', 'ui_component', 'tile']);
    if (picture.sheet?.kind !== 'tile') return picture;
    const means = placesOf(picture).map(({ rect }) => meanOf(crop(picture.raster, rect)));
    const steps = means
      .slice(1)
      .map((mean, i) => Math.max(...mean.map((value, c) => Math.abs(value - (means[i]?.[c] ?? 0)))));
    if (steps.filter((step) => step > PLAIN_STEP).length * 2 > steps.length) return picture;
  }
}

/** Levels by which neighbouring tiles differ on average. */
const PLAIN_STEP = 12;

function meanOf({ rgba }: Raster): readonly number[] {
  const sum = [0, 0, 0];
  for (let i = 0; i < rgba.length; i++) if (i % 4 < 3) sum[i % 4] = (sum[i % 4] ?? 0) + (rgba[i] ?? 0);
  return sum.map((value) => (4 * value) / rgba.length);
}

type Painting = (picture: ExpectedPicture, dice: Dice) => Raster;

const PAINTINGS: Readonly<Record<string, Painting>> = {
  shifted(picture, dice) {
    const { rect } = firstCell(picture);
    const share = dice.between(0.2, 0.5);
    const [across, down] = dice.pick<readonly [number, number]>([
      [1, 0],
      [0, 1],
      [1, 1],
      [-1, 0],
    ]);
    return sampled(picture, (x, y) => [
      x - Math.round(across * share * rect.width),
      y - Math.round(down * share * rect.height),
    ]);
  },
  enlarged(picture, dice) {
    const by = dice.between(1.35, 1.7);
    const places = placesOf(picture);
    const ground = groundAt(picture);
    let sheet = remade(picture.raster, () => ground);
    for (const { rect } of places) {
      const own = crop(picture.raster, rect);
      const [cx, cy] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
      sheet = remade(sheet, (under, x, y) => {
        const [fromX, fromY] = [(x + 0.5 - cx) / by + rect.width / 2, (y + 0.5 - cy) / by + rect.height / 2];
        const found = at(own, fromX, fromY);
        return found[3] < 8 || isAlike(found, ground) ? under : found;
      });
    }
    return sheet;
  },
  /** Each two neighbours become one large picture. */
  merged(picture) {
    const places = placesOf(picture);
    const { rect: first } = firstCell(picture);
    const ground = groundAt(picture);
    let sheet = remade(picture.raster, () => ground);
    for (const { rect } of places.filter((_, index) => index % 2 === 0)) {
      const own = crop(picture.raster, rect);
      const wide = first.width * 2;
      sheet = remade(sheet, (under, x, y) => {
        const found = at(own, ((x - rect.x) / wide) * rect.width, y - rect.y);
        return x < rect.x || y < rect.y || x >= rect.x + wide || y >= rect.y + rect.height ? under : found;
      });
    }
    return sheet;
  },
  'another count'(picture, dice) {
    const share = dice.pick([0.75, 0.8, 1.25, 1.34]);
    return sampled(picture, (x, y) => [x * share, y]);
  },
};

/** Takes each pixel from another place of the sheet, around its edges. */
function sampled({ raster }: ExpectedPicture, from: (x: number, y: number) => readonly [number, number]): Raster {
  const { width, height } = raster;
  return remade(raster, (_, x, y) => {
    const [fromX, fromY] = from(x, y);
    return at(raster, ((fromX % width) + width) % width, ((fromY % height) + height) % height);
  });
}

function inCells(painted: Raster, picture: ExpectedPicture): Raster {
  const sheet = createRaster(painted.width, painted.height);
  for (const { rect } of placesOf(picture)) copyRect(painted, sheet, rect);
  return sheet;
}

function copyRect(from: Raster, to: Raster, { x, y, width, height }: Rect): void {
  for (let row = y; row < y + height; row++) {
    const start = (row * from.width + x) * 4;
    to.rgba.set(from.rgba.subarray(start, start + width * 4), start);
  }
}

/** Each place once. */
function placesOf({ sheet }: ExpectedPicture): readonly MeasuredCell[] {
  const cells = sheet?.cells ?? [];
  return cells.filter(
    ({ rect }, index) => cells.findIndex((other) => other.rect.x === rect.x && other.rect.y === rect.y) === index,
  );
}

function firstCell(picture: ExpectedPicture): MeasuredCell {
  const [first] = placesOf(picture);
  if (!first) throw new Error('The sheet has no cells.');
  return first;
}

function groundAt(picture: ExpectedPicture): Rgba {
  const { rect } = firstCell(picture);
  return at(picture.raster, rect.x, rect.y);
}

const isAlike = (a: Rgba, b: Rgba): boolean => b[3] > 0 && Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < 8;
