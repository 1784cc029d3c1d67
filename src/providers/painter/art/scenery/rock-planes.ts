import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { polygon } from '../geometry.ts';
import type { Random } from '../random.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, fillLand, inAir, skyline, wavesFor } from './stage.ts';

/** Ridges of peaks with a lit and a shaded side, hazy at their feet, and snow on top where the place has it. */
export function paintMountains(stage: Stage, { land, ground, random, depth, salt }: Brush): void {
  const rock = mix(land, [88, 90, 132], 0.4);
  const count = wavesFor(stage, 32, 2);
  const peaks = Array.from({ length: count }, (_, index) => ({
    x: ((index + random.range(0.1, 0.9)) / count) * stage.span,
    high: random.range(26, 46),
    foot: ground + 8,
  }));
  const cap = stage.place.caps
    ? inAir(stage, mix([250, 252, 255], stage.place.tint, stage.place.dim), depth)
    : undefined;
  for (const peak of [...peaks].sort((a, b) => b.high - a.high)) paintPeak(stage, random, { ...peak, rock, cap });
  fillLand(
    stage,
    (x) => ground + 5 - 5 * skyline(stage, x, wavesFor(stage, 40), salt, 2),
    deeper(mix(rock, land, 0.5)),
  );
}

interface Peak {
  readonly x: number;
  readonly high: number;
  readonly foot: number;
  readonly rock: Rgb;
  readonly cap: Rgb | undefined;
}

function paintPeak(stage: Stage, random: Random, { x, high, foot, rock, cap }: Peak): void {
  const top = foot - high;
  const wide = high * random.range(0.8, 1.05);
  const shift = (): number => random.range(-0.07, 0.07) * high;
  /** One side from below the apex down to the foot, as flat numbers. */
  const side = (sign: number): readonly number[] =>
    [0.22, 0.45, 0.72].flatMap((share) => [x + sign * wide * share + shift() * 0.6, top + high * share + shift()]);
  const [left, right] = [side(-1), side(1)];
  const leftUp = [4, 5, 2, 3, 0, 1].map((at) => left[at] ?? 0);
  const haze = mix(rock, stage.place.skyBottom, 0.45);
  fillGraded(stage, polygon(x - wide, foot, ...leftUp, x, top, ...right, x + wide, foot), [
    mix(rock, [255, 250, 235], 0.12),
    haze,
  ]);
  const crest = [x + shift(), foot, x - high * 0.06, top + high * 0.62, x + high * 0.07, top + high * 0.34];
  fillAround(stage, polygon(x, top, ...right, x + wide, foot, ...crest), mix(rock, [30, 28, 66], 0.2), 0.75);
  if (!cap) return;
  const [cutLeft, cutRight] = [left.slice(0, 2), right.slice(0, 2)];
  const zigzag = [
    x + high * 0.1,
    top + high * 0.2,
    x + high * 0.02,
    top + high * 0.34,
    x - high * 0.1,
    top + high * 0.2,
  ];
  fillAround(stage, polygon(x, top, ...cutRight, ...zigzag, ...cutLeft), cap);
  fillAround(stage, polygon(x, top, ...cutRight, ...zigzag.slice(0, 4)), mix(cap, [120, 140, 190], 0.28));
}

/** Table mountains with bands of rock. */
export function paintMesas(stage: Stage, { land, ground, random }: Brush): void {
  const rock = mix(land, [168, 84, 62], 0.55);
  const count = wavesFor(stage, 46, 2);
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0.25, 0.75)) / count) * stage.span;
    const [wide, high] = [random.range(8, 18), random.range(12, 28)];
    const top = ground + 4 - high;
    const foot = ground + 10;
    const outline = (from: number, to: number): Path => {
      const at = (y: number): number => wide * (y - top < high * 0.55 ? 1 : 1 + ((y - top) / high - 0.55) * 1.3);
      const bend = Math.min(to, Math.max(from, top + high * 0.55));
      return polygon(
        x - at(from),
        from,
        x + at(from),
        from,
        x + at(bend),
        bend,
        x + at(to),
        to,
        x - at(to),
        to,
        x - at(bend),
        bend,
      );
    };
    fillGraded(stage, outline(top, foot), [mix(rock, [255, 236, 200], 0.16), mix(rock, stage.place.skyBottom, 0.3)]);
    for (const share of [0.16, 0.42])
      fillAround(stage, outline(top + high * share, top + high * (share + 0.1)), mix(rock, [90, 30, 40], 0.3), 0.6);
    fillAround(
      stage,
      polygon(
        x + wide * 0.45,
        top,
        x + wide,
        top,
        x + wide,
        top + high * 0.55,
        x + wide * 1.75,
        foot,
        x + wide * 0.6,
        foot,
      ),
      mix(rock, [70, 24, 50], 0.35),
      0.5,
    );
  }
  fillLand(stage, () => ground + 5, deeper(mix(rock, land, 0.6)));
}
