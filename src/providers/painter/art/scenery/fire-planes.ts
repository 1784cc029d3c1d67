import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, polygon, smooth } from '../geometry.ts';
import type { Random } from '../random.ts';
import { curve } from '../stroke.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, fillLand, inAir, skyline, wavesFor } from './stage.ts';

const GLOW: Rgb = [255, 150, 50];
const EMBER: Rgb = [255, 214, 96];

/** A burning mountain under its smoke. */
export function paintVolcano(stage: Stage, { land, ground, random, salt }: Brush): void {
  const rock = mix(land, [58, 36, 46], 0.7);
  const count = Math.max(1, Math.round(stage.span / 150));
  const ridge = mix(rock, stage.place.skyBottom, 0.35);
  fillLand(stage, (x) => ground - 4 - 14 * skyline(stage, x, wavesFor(stage, 34), salt + 1, 3), deeper(ridge));
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0.35, 0.65)) / count) * stage.span;
    paintCone(stage, random, { x, top: ground - random.range(27, 32), foot: ground + 12, rock });
  }
  fillLand(stage, (x) => ground + 10 - 5 * skyline(stage, x, wavesFor(stage, 40), salt, 2), deeper(rock));
}

interface Cone {
  readonly x: number;
  readonly top: number;
  readonly foot: number;
  readonly rock: Rgb;
}

function paintCone(stage: Stage, random: Random, { x, top, foot, rock }: Cone): void {
  const wide = (foot - top) * 1.15;
  const smoke = mix(stage.place.skyTop, [96, 84, 92], 0.6);
  for (const [dx, dy, size] of [
    [1, -26, 13],
    [12, -32, 11],
    [-9, -20, 9],
    [4, -13, 8],
    [0, -6, 6],
  ] as const)
    fillAround(stage, ellipse(x + dx, top + dy, size, size * 0.8), mix(smoke, [0, 0, 0], (dy + 32) / 140));
  fillAround(stage, ellipse(x, top, 15, 11), GLOW, 0.3);
  for (const turn of [-0.6, -0.2, 0.25, 0.6])
    fillAround(stage, curve(1.2, x, top, x + turn * 12, top - 13, x + turn * 22, top - 4 + random.range(-2, 2)), EMBER);
  const slope = (sign: number): readonly number[] => [
    x + sign * 6.5,
    top,
    x + sign * wide * 0.25,
    top + (foot - top) * 0.36,
    x + sign * wide * 0.55,
    top + (foot - top) * 0.76,
    x + sign * wide,
    foot,
  ];
  const [left, right] = [slope(-1), slope(1)];
  const leftUp = [6, 7, 4, 5, 2, 3, 0, 1].map((at) => left[at] ?? 0);
  fillGraded(stage, polygon(...leftUp, x - 3, top + 2, x + 2, top + 1, ...right), [mix(rock, GLOW, 0.22), rock]);
  fillAround(stage, polygon(x + 2, top + 3, ...right, x + 8, foot, x + 3, top + 20), mix(rock, [14, 6, 22], 0.4), 0.7);
  const fall = foot - top;
  for (const [dx, reach, width] of [
    [-1, 0.9, 3.2],
    [-9, 0.62, 1.9],
    [9, 0.72, 2.2],
  ] as const) {
    const flow = (by: number): Path =>
      curve(
        by,
        x + dx * 0.35,
        top + 1.5,
        x + dx * 0.7,
        top + fall * 0.25,
        x + dx * 1.5 - 1,
        top + fall * 0.5,
        x + dx * 2.2 + 2,
        top + fall * reach,
      );
    fillAround(stage, flow(width), GLOW);
    fillAround(stage, flow(width * 0.45), EMBER);
  }
  fillAround(stage, ellipse(x, top + 1, 6.6, 1.9), EMBER);
}

/** A glowing river of molten rock, dark crust floating on it. */
export function paintLava(stage: Stage, { ground, random, depth }: Brush): void {
  const hot = inAir(stage, GLOW, 0.5 + depth / 2);
  fillLand(stage, () => ground + 2, [mix(hot, EMBER, 0.6), mix(hot, [190, 40, 20], 0.6)]);
  const count = wavesFor(stage, 11, 4);
  for (let index = 0; index < count * 2; index++) {
    const [x, y] = [((index + random.range(0, 1)) / (count * 2)) * stage.span, ground + random.range(4, 24)];
    const wide = random.range(2, 6) * (0.6 + (y - ground) / 24);
    const crust = smooth(
      x - wide,
      y,
      x - wide * 0.4,
      y - 0.9,
      x + wide * 0.6,
      y - 0.8,
      x + wide,
      y + 0.1,
      x + wide * 0.3,
      y + 0.9,
      x - wide * 0.6,
      y + 0.8,
    );
    fillAround(stage, crust, mix(stage.place.land, [40, 14, 22], 0.5));
  }
  for (let index = 0; index < count; index++)
    fillAround(
      stage,
      box(random.range(0, stage.span), ground + random.range(3, 20), random.range(3, 7), 0.6, 0.3),
      EMBER,
    );
}
