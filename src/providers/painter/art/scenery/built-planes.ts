import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { box, ellipse, join, polygon } from '../geometry.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, fillLand, inAir, skyline, wavesFor } from './stage.ts';

const LAMP: Rgb = [255, 216, 120];

/** Broken columns and arches, grown over. */
export function paintRuins(stage: Stage, { land, random, ground, depth }: Brush): void {
  const stone = mix(land, inAir(stage, mix([206, 196, 176], stage.place.tint, stage.place.dim), depth), 0.65);
  const shadow = mix(stone, stage.world.light.shade, 0.32);
  const size = 0.6 + depth * 0.6;
  const level = ground + 1;
  for (let x = random.range(3, 9); x < stage.span - 8; x += random.range(16, 30) * size) {
    const [wide, high] = [random.range(5, 6.4) * size, random.range(14, 36) * size];
    const top = level - high;
    const broken = random.integer(3) > 0;
    const head = broken
      ? polygon(
          x,
          top + 4,
          x + wide * 0.25,
          top + 0.5,
          x + wide * 0.5,
          top + 3,
          x + wide * 0.8,
          top - 1,
          x + wide,
          top + 2,
          x + wide,
          level + 4,
          x,
          level + 4,
        )
      : box(x, top, wide, high + 4);
    fillGraded(stage, head, [mix(stone, [255, 250, 235], 0.15), shadow]);
    for (const share of [0.3, 0.6]) fillAround(stage, box(x + wide * share, top + 4.5, wide * 0.1, high), shadow, 0.7);
    fillGraded(stage, box(x - wide * 0.25, level - 2 * size, wide * 1.5, 4 * size), [stone, shadow]);
    if (broken) {
      fillGraded(stage, box(x + wide * 1.5, level - 2.4 * size, wide * 1.1, 4 * size, 0.6), [stone, shadow]);
      continue;
    }
    const span = random.integer(2) === 0 ? wide * 1.5 : wide * 5;
    fillGraded(stage, box(x - wide * 0.25, top - 3 * size, span, 3.4 * size), [stone, shadow]);
    if (span > wide * 2) fillGraded(stage, box(x + span - wide * 1.5, top, wide, high + 4), [stone, shadow]);
    fillAround(
      stage,
      ellipse(x + wide * 0.5, top - 2.4 * size, wide * 0.9, 1.4 * size),
      inAir(stage, mix([88, 140, 70], stage.place.tint, stage.place.dim), depth),
    );
  }
  fillLand(stage, (x) => level + 1 - 4 * skyline(stage, x, wavesFor(stage, 44), 7, 2), deeper(land));
}

/** Crosses and rounded stones. */
export function paintGraves(stage: Stage, { land, random, ground, salt }: Brush): void {
  const level = (x: number): number => ground + 1 - 6 * (skyline(stage, x, wavesFor(stage, 48), salt, 1) - 0.5);
  const stone = mix(mix([176, 178, 190], stage.place.tint, stage.place.dim * 0.7), land, 0.2);
  for (let x = random.range(3, 8); x < stage.span - 6; x += random.range(11, 22)) {
    const [wide, high, foot] = [random.range(6, 9), random.range(10, 17), level(x) + 2];
    const shape =
      random.integer(3) === 0
        ? join(
            box(x + wide * 0.36, foot - high * 1.15, wide * 0.28, high * 1.15),
            box(x, foot - high * 0.85, wide, high * 0.22),
          )
        : join(
            box(x, foot - high * 0.6, wide, high * 0.6),
            ellipse(x + wide / 2, foot - high * 0.6, wide / 2, high * 0.4),
          );
    fillGraded(stage, shape, [stone, mix(stone, stage.world.light.shade, 0.4)]);
  }
  fillLand(stage, level, deeper(land));
}

/** Street lamps that light their surroundings. */
export function paintLamps(stage: Stage, { land, ground }: Brush): void {
  const iron = mix(land, [24, 24, 44], 0.6);
  const count = wavesFor(stage, 42, 2);
  fillLand(stage, () => ground + 4, deeper(mix(land, [40, 40, 60], 0.4)));
  for (let index = 0; index < count; index++) {
    const x = ((index + 0.5) / count) * stage.span;
    for (const [size, share] of [
      [11, 0.1],
      [7, 0.16],
    ] as const)
      fillAround(stage, ellipse(x, ground - 30, size), LAMP, share);
    fillAround(stage, join(box(x - 0.7, ground - 26, 1.4, 32), box(x - 2, ground + 1, 4, 4)), iron);
    fillAround(
      stage,
      polygon(x - 2.2, ground - 32, x + 2.2, ground - 32, x + 1.5, ground - 26, x - 1.5, ground - 26),
      LAMP,
    );
    fillAround(stage, polygon(x - 3, ground - 32, x, ground - 35, x + 3, ground - 32), iron);
  }
}

/** Posts and rails. */
export function paintFence(stage: Stage, { land, ground }: Brush): void {
  const wood = mix(mix([150, 104, 66], stage.place.tint, stage.place.dim), land, 0.15);
  const count = wavesFor(stage, 9, 4);
  for (const y of [ground - 8, ground - 3])
    fillAround(stage, box(0, y, stage.span, 1.6), mix(wood, stage.world.light.shade, 0.2));
  for (let index = 0; index < count; index++) {
    const x = ((index + 0.5) / count) * stage.span;
    fillGraded(
      stage,
      polygon(x - 1.3, ground + 6, x - 1.3, ground - 10, x, ground - 12, x + 1.3, ground - 10, x + 1.3, ground + 6),
      [wood, mix(wood, stage.world.light.shade, 0.3)],
    );
  }
  fillLand(stage, () => ground + 4, deeper(land));
}
