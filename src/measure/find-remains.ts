import type { Raster } from '../raster/raster.ts';
import type { Plane } from './find-parts.ts';
import { SUBJECT_ALPHA } from './study.ts';

/** What a removal that took the subject leaves at times: the shadow under it, or the dark line around it. */
export type Remains = 'shadow' | 'outline';

/** Fainter pixels nobody sees. */
const VISIBLE = 16;
/** The strongest channel of what is black, and how much of all must be so. */
const BLACK = 72;
const NEARLY_ALL = 0.97;

/** Whether all that is visible is nothing but a shadow or an outline; both are black. */
export function findRemains(raster: Raster, opacity: Plane): Remains | undefined {
  const ink = countInk(raster, opacity);
  if (ink.visible === 0 || ink.black < NEARLY_ALL * ink.visible) return undefined;
  if (isShadow(ink)) return 'shadow';
  return isOutline(ink) ? 'outline' : undefined;
}

/** A shadow on the ground is so much lower than wide, and most of it shines through. */
const LOW = 0.35;
const MOST_SOLID = 0.4;

function isShadow({ width, height, visible, solid }: Ink): boolean {
  return height <= LOW * width && solid <= MOST_SOLID * visible;
}

/** A drawn line is so thin, of the longer side; its drawing covers so little of the box around it, and is wide and high. */
const THIN = 0.05;
const MOST_FILLED = 0.25;
const BOTH_WAYS = 0.4;

function isOutline({ width, height, area, sides }: Ink): boolean {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (shorter < BOTH_WAYS * longer || area > MOST_FILLED * width * height) return false;
  // A line has two sides, each as long as itself.
  return 2 * area <= THIN * longer * sides;
}

interface Ink {
  /** Pixels, in the order of their opacity. */
  readonly visible: number;
  readonly area: number;
  readonly solid: number;
  readonly black: number;
  /** Of the area's pixels: how many of their sides lie on its edge. */
  readonly sides: number;
  /** Of the box around the area. */
  readonly width: number;
  readonly height: number;
}

/** Opaque enough to hide what lies behind. */
const SOLID = 200;

function countInk({ rgba }: Raster, { width, height, levels }: Plane): Ink {
  let [visible, area, solid, black, sides] = [0, 0, 0, 0, 0];
  let [left, top, right, bottom] = [width, height, -1, -1];
  const isIn = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (levels[y * width + x] ?? 0) >= SUBJECT_ALPHA;
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++, place++) {
      const level = levels[place] ?? 0;
      if (level < VISIBLE) continue;
      visible++;
      if (level >= SOLID) solid++;
      if (Math.max(rgba[place * 4] ?? 0, rgba[place * 4 + 1] ?? 0, rgba[place * 4 + 2] ?? 0) < BLACK) black++;
      if (level < SUBJECT_ALPHA) continue;
      area++;
      sides += Number(!isIn(x - 1, y)) + Number(!isIn(x + 1, y)) + Number(!isIn(x, y - 1)) + Number(!isIn(x, y + 1));
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), y];
    }
  }
  return {
    visible,
    area,
    solid,
    black,
    sides,
    width: Math.max(0, right - left + 1),
    height: Math.max(0, bottom - top + 1),
  };
}
