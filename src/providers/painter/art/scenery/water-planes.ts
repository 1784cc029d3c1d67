import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { box, ellipse, hole, join, polygon, smooth } from '../geometry.ts';
import { curve } from '../stroke.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, fillLand, inAir, skyline, wavesFor } from './stage.ts';

/** Open water up to a level horizon, with far islands, a sail and glitter. */
export function paintSea(stage: Stage, { land, random, ground, depth }: Brush): void {
  const horizon = Math.min(ground, 56);
  const far = inAir(stage, mix(stage.place.land, [70, 110, 90], 0.6), depth * 0.6);
  const count = Math.max(1, Math.round(stage.span / 90));
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0.1, 0.9)) / count) * stage.span;
    const [wide, high] = [random.range(12, 20), random.range(5, 11)];
    fillGraded(
      stage,
      smooth(
        x - wide,
        horizon + 4,
        x - wide * 0.5,
        horizon - high * 0.7,
        x,
        horizon - high,
        x + wide * 0.4,
        horizon - high * 0.4,
        x + wide,
        horizon + 4,
      ),
      [far, mix(far, stage.place.skyBottom, 0.4)],
    );
  }
  fillLand(stage, () => horizon, [mix(land, stage.place.skyBottom, 0.3), mix(land, [8, 40, 90], 0.25)]);
  const glint = mix(stage.place.skyBottom, [255, 255, 255], 0.5);
  for (let index = 0; index < count * 26; index++) {
    const fall = random.range(0, 1);
    const wide = 1 + fall * random.range(2, 6);
    fillAround(
      stage,
      box(random.range(0, stage.span), horizon + 1.5 + fall * 34, wide, 0.25 + fall * 0.4, 0.3),
      glint,
      0.55,
    );
  }
  for (let index = 0; index < Math.max(1, count >> 1); index++)
    paintBoat(stage, random.range(0, stage.span), horizon + 5);
}

function paintBoat(stage: Stage, x: number, y: number): void {
  const { tint, dim } = stage.place;
  const lit = (colour: Rgb): Rgb => mix(colour, tint, dim);
  fillAround(stage, polygon(x - 6, y - 2, x + 6.5, y - 2, x + 4, y + 1.5, x - 4.5, y + 1.5), lit([132, 78, 50]));
  fillAround(stage, box(x - 0.3, y - 15, 0.7, 13.5), lit([92, 60, 44]));
  fillAround(stage, polygon(x - 0.8, y - 14, x - 0.8, y - 3.4, x - 6.5, y - 3.4), lit([252, 246, 232]));
  fillAround(stage, polygon(x + 1, y - 15, x + 6.5, y - 3.4, x + 1, y - 3.4), lit([222, 84, 70]));
}

/** Rows of swell. */
export function paintWaves(stage: Stage, { land, ground, salt }: Brush): void {
  const count = wavesFor(stage, 9, 4);
  const swell = (x: number): number =>
    Math.abs(Math.round(Math.sin((x / stage.span) * Math.PI * count + salt) * 4096) / 4096);
  fillLand(stage, (x) => ground - 2 - 1.7 * swell(x), deeper(mix(land, [255, 255, 255], 0.22)));
  fillLand(stage, (x) => ground - 0.8 - 1.7 * swell(x), deeper(land));
}

/** Still water with leaves on it. */
export function paintPond(stage: Stage, { land, ground, random, depth }: Brush): void {
  const water = mix(land, stage.place.skyBottom, 0.35);
  fillLand(stage, () => ground - 9, [mix(water, [240, 250, 220], 0.25), mix(water, [10, 26, 30], 0.4)]);
  const leaf = inAir(stage, mix(stage.place.land, [120, 190, 80], 0.45), 0.4 + depth * 0.6);
  for (let x = 0; x < stage.span; x += random.range(5, 14)) {
    const [y, wide] = [ground - 9 + random.range(4, 22), random.range(2, 4)];
    fillAround(stage, box(x - wide * 1.4, y + 0.4, wide * 2.8, 0.5, 0.25), mix(water, [235, 250, 235], 0.4), 0.6);
    fillAround(
      stage,
      join(ellipse(x, y, wide, wide * 0.34), hole(polygon(x, y, x + wide, y - wide * 0.3, x + wide * 1.1, y))),
      leaf,
    );
  }
}

/** Light that falls through the surface, and bubbles that rise to it. */
export function paintRays(stage: Stage, { random }: Brush): void {
  const count = wavesFor(stage, 30, 3);
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0, 0.7)) / count) * stage.span;
    const [wide, long] = [random.range(3, 7), random.range(50, 80)];
    fillAround(stage, polygon(x, -50, x + wide, -50, x - 16 + wide * 2.2, long, x - 16, long), [214, 246, 255], 0.13);
  }
  for (let index = 0; index < count * 4; index++) {
    const [x, y, size] = [random.range(0, stage.span), random.range(8, 84), random.range(0.5, 1.5)];
    fillAround(
      stage,
      join(ellipse(x, y, size, size, 14), hole(ellipse(x, y, size * 0.66, size * 0.66, 14))),
      [214, 246, 255],
      0.7,
    );
  }
}

const CORALS: readonly [Rgb, ...Rgb[]] = [
  [240, 110, 120],
  [250, 160, 80],
  [206, 110, 210],
  [250, 205, 100],
];

/** Sea floor with branching, round and tube corals. */
export function paintReef(stage: Stage, { land, ground, random, depth, salt }: Brush): void {
  const floor = (x: number): number => ground + 8 - 5 * skyline(stage, x, wavesFor(stage, 46), salt, 2);
  for (let x = 0; x < stage.span; x += random.range(5, 13)) {
    const colour = inAir(stage, mix(random.pick(CORALS), stage.place.skyBottom, 0.12), 0.35 + depth * 0.65);
    const [y, size] = [floor(x) + 2, random.range(7, 15) * (0.5 + depth * 0.7)];
    CORAL_SHAPES[random.integer(3)]?.(stage, { x, y, size, colour });
  }
  fillLand(stage, floor, deeper(mix(land, inAir(stage, [226, 206, 160], depth), 0.4)));
}

interface Coral {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Rgb;
}

const CORAL_SHAPES: readonly ((stage: Stage, coral: Coral) => void)[] = [
  (stage, { x, y, size, colour }) => {
    const twig = (dx: number, high: number): ReturnType<typeof curve> =>
      curve(size * 0.14, x, y, x + dx * size * 0.6, y - high * size * 0.5, x + dx * size, y - high * size);
    for (const branch of [twig(-0.55, 0.75), twig(-0.2, 1.05), twig(0.2, 0.9), twig(0.6, 0.7)])
      fillAround(stage, branch, colour);
  },
  (stage, { x, y, size, colour }) => {
    fillGraded(stage, ellipse(x, y, size * 0.55, size * 0.5), [colour, mix(colour, stage.place.land, 0.5)]);
    for (const dx of [-0.28, 0, 0.28])
      fillAround(
        stage,
        curve(size * 0.06, x + dx * size * 0.5, y - size * 0.42, x + dx * size * 1.1, y - size * 0.2),
        mix(colour, stage.place.land, 0.4),
      );
  },
  (stage, { x, y, size, colour }) => {
    for (const [dx, high] of [
      [-0.26, 0.7],
      [0.02, 1],
      [0.3, 0.6],
    ] as const) {
      fillGraded(stage, box(x + (dx - 0.11) * size, y - high * size, size * 0.22, high * size + 2, size * 0.1), [
        colour,
        mix(colour, stage.place.land, 0.5),
      ]);
      fillAround(
        stage,
        ellipse(x + dx * size, y - high * size + size * 0.05, size * 0.08, size * 0.04, 12),
        mix(colour, [40, 20, 50], 0.5),
      );
    }
  },
];
