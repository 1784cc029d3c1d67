import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, join, polygon } from '../geometry.ts';
import type { Random } from '../random.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, fillLand, inAir, skyline, wavesFor } from './stage.ts';

const LAMP: Rgb = [255, 216, 120];

/** High houses with lit windows. */
export function paintCity(stage: Stage, { land, random, ground, depth }: Brush): void {
  const lamp = stage.place.dim > 0.3 ? 0.5 : 0.2;
  fillLand(stage, () => ground + 8, deeper(land));
  for (let x = 0; x < stage.span - 6;) {
    const wide = Math.min(random.range(7, 14), stage.span - x);
    const top = ground - random.range(14, 46) * (1.1 - depth * 0.35);
    fillAround(stage, box(x, top, wide, 130 - top), mix(land, [255, 255, 255], random.range(0, 0.1)));
    if (random.integer(3) === 0)
      fillAround(
        stage,
        join(box(x + wide / 2 - 0.3, top - 7, 0.6, 8), box(x + wide * 0.3, top - 2, wide * 0.4, 3)),
        land,
      );
    for (let y = top + 3; y < ground + 4; y += 3.6)
      for (let column = x + 1.4; column + 1.6 < x + wide; column += 3)
        if (random.next() < lamp) fillAround(stage, box(column, y, 1.5, 1.9), inAir(stage, LAMP, 0.4 + depth * 0.6));
    x += wide + (random.integer(4) === 0 ? 2 : 0);
  }
}

const ROOFS: readonly [Rgb, ...Rgb[]] = [
  [196, 88, 66],
  [176, 70, 76],
  [126, 92, 84],
  [92, 104, 140],
];

/** Small houses with gables on a green. */
export function paintVillage(stage: Stage, { land, random, ground, depth, salt }: Brush): void {
  const level = (x: number): number => ground + 4 - 5 * (skyline(stage, x, wavesFor(stage, 60), salt, 1) - 0.5);
  const size = 0.85 + depth * 0.75;
  const lit = (colour: Rgb): Rgb => inAir(stage, mix(colour, stage.place.tint, stage.place.dim), 0.25 + depth * 0.75);
  for (let x = random.range(2, 8); x < stage.span - 8; x += random.range(16, 30) * size) {
    const [wide, high] = [random.range(10, 15) * size, random.range(8, 12) * size];
    const foot = level(x + wide / 2) + 2;
    const [wall, roof] = [
      lit(
        random.pick([
          [236, 220, 190],
          [222, 200, 176],
          [240, 232, 214],
        ]),
      ),
      lit(random.pick(ROOFS)),
    ];
    fillGraded(stage, box(x + wide * 0.68, foot - high - wide * 0.55, wide * 0.13, wide * 0.4), [roof, roof]);
    fillGraded(stage, box(x, foot - high, wide, high), [wall, mix(wall, stage.world.light.shade, 0.2)]);
    fillGraded(
      stage,
      polygon(
        x - wide * 0.14,
        foot - high + 0.6,
        x + wide / 2,
        foot - high - wide * 0.55,
        x + wide * 1.14,
        foot - high + 0.6,
      ),
      [roof, mix(roof, stage.world.light.shade, 0.25)],
    );
    const glass = stage.place.dim > 0.3 ? LAMP : lit([120, 160, 190]);
    for (const share of [0.16, 0.64])
      fillAround(stage, box(x + wide * share, foot - high * 0.72, wide * 0.2, high * 0.3), glass);
    fillAround(stage, box(x + wide * 0.41, foot - high * 0.52, wide * 0.18, high * 0.52), lit([120, 76, 52]));
  }
  fillLand(stage, level, deeper(land));
}

/** Whole castle towers with roofs and lit windows, walls between them. */
export function paintTowers(stage: Stage, { land, random, ground, depth }: Brush): void {
  const stone = mix(land, [150, 144, 164], 0.55);
  const size = 0.85 + depth * 0.5;
  const count = wavesFor(stage, 90, 1);
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0.3, 0.7)) / count) * stage.span;
    fillGraded(
      stage,
      join(
        box(x - 17 * size, ground - 13 * size, 34 * size, 30),
        crenels(x - 17 * size, ground - 13 * size, 34 * size, 7),
      ),
      [stone, mix(stone, stage.world.light.shade, 0.25)],
    );
    for (const [dx, high, wide] of [
      [-17, 25, 7],
      [17, 29, 7],
      [-6, 35, 6],
      [7, 43, 8],
    ] as const)
      paintTower(stage, { x: x + dx * size, foot: ground + 6, wide: wide * size, high: high * size, stone, random });
    fillAround(
      stage,
      join(ellipse(x, ground - 1, 3.6 * size, 5 * size), box(x - 3.6 * size, ground - 1, 7.2 * size, 8)),
      mix(stone, [40, 24, 30], 0.7),
    );
  }
  fillLand(stage, (x) => ground + 3 - 4 * skyline(stage, x, wavesFor(stage, 50), 4, 1), deeper(land));
}

interface Tower {
  readonly x: number;
  readonly foot: number;
  readonly wide: number;
  readonly high: number;
  readonly stone: Rgb;
  readonly random: Random;
}

function paintTower(stage: Stage, { x, foot, wide, high, stone, random }: Tower): void {
  const top = foot - high;
  const half = wide / 2;
  const roof = mix(mix([178, 62, 72], stage.place.tint, stage.place.dim), stage.place.skyBottom, 0.15);
  fillGraded(stage, box(x - half, top, wide, high + 4), [
    mix(stone, [255, 246, 230], 0.1),
    mix(stone, stage.world.light.shade, 0.2),
  ]);
  fillAround(stage, box(x + half * 0.3, top, half * 0.7, high + 4), mix(stone, stage.world.light.shade, 0.35), 0.6);
  if (random.integer(3) === 0)
    fillGraded(
      stage,
      join(box(x - half * 1.2, top - 2, wide * 1.2, 3), crenels(x - half * 1.2, top - 2, wide * 1.2, 3)),
      [stone, stone],
    );
  else
    fillGraded(stage, polygon(x - half * 1.3, top + 0.5, x, top - wide * 1.5, x + half * 1.3, top + 0.5), [
      roof,
      mix(roof, stage.world.light.shade, 0.25),
    ]);
  fillAround(
    stage,
    box(x - wide * 0.12, top + high * 0.16, wide * 0.24, wide * 0.5, wide * 0.12),
    stage.place.dim > 0.3 ? LAMP : mix(stone, [30, 22, 50], 0.7),
  );
}

function crenels(x: number, y: number, wide: number, count: number): Path {
  const step = wide / (count * 2 - 1);
  return join(...Array.from({ length: count }, (_, index) => box(x + index * 2 * step, y - step, step, step + 0.5)));
}
