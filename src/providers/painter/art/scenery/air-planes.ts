import { mix } from '../colour.ts';
import { box, ellipse, join, smooth } from '../geometry.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, inAir, wavesFor } from './stage.ts';
import { paintHaze } from './weather.ts';

export function paintClouds(stage: Stage, { random, depth, salt }: Brush): void {
  const white = inAir(stage, mix([255, 255, 255], stage.place.tint, stage.place.dim * 0.7), 0.35 + depth * 0.6);
  const shade = mix(white, stage.place.skyTop, 0.22);
  const count = wavesFor(stage, 34, 3);
  for (let i = 0; i < count; i++) {
    const x = ((i + random.range(0.2, 0.8)) / count) * stage.span;
    const y = 12 + depth * 52 + random.range(0, 16) + (salt % 2) * 5;
    const size = random.range(4, 8) * (0.7 + depth * 0.8);
    const puffs = (lift: number) =>
      join(
        ellipse(x - size * 1.1, y - lift, size * 0.8, size * 0.6),
        ellipse(x, y - size * 0.5 - lift, size * 1.05, size * 0.85),
        ellipse(x + size * 1.2, y - lift, size * 0.85, size * 0.55),
        box(x - size * 1.8, y - lift, size * 3.8, size * 0.6, size * 0.3),
      );
    fillAround(stage, puffs(0), shade);
    fillAround(stage, puffs(size * 0.18), white);
  }
}

/** Land that floats, green above and rock below. */
export function paintIslands(stage: Stage, { land, random, depth }: Brush): void {
  const lit = (colour: typeof land): typeof land =>
    inAir(stage, mix(colour, stage.place.tint, stage.place.dim), 0.3 + depth * 0.7);
  const count = wavesFor(stage, 52, 2);
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0.25, 0.75)) / count) * stage.span;
    const [y, wide] = [random.range(38, 66), random.range(9, 17) * (0.6 + depth * 0.5)];
    const rock = lit([150, 118, 104]);
    fillGraded(
      stage,
      smooth(
        x - wide,
        y,
        x + wide,
        y,
        x + wide * 0.6,
        y + wide * 0.6,
        x + wide * 0.1,
        y + wide * 1.25,
        x - wide * 0.5,
        y + wide * 0.65,
      ),
      [rock, mix(rock, stage.place.skyTop, 0.4)],
    );
    fillGraded(
      stage,
      box(x - wide * 1.02, y - wide * 0.18, wide * 2.04, wide * 0.36, wide * 0.18),
      deeper(lit([104, 184, 84])),
    );
    for (const dx of [-0.45, 0.2]) {
      fillAround(stage, box(x + wide * dx - 0.5, y - wide * 0.5, 1, wide * 0.4), lit([110, 76, 56]));
      fillAround(stage, ellipse(x + wide * dx, y - wide * 0.62, wide * 0.24, wide * 0.28), lit([66, 142, 74]));
    }
  }
}

/** Banks of mist, thickest in the middle of their height. */
export function paintMist(stage: Stage, { ground, salt }: Brush): void {
  paintHaze(stage, { top: ground - 18, bottom: ground + 16, salt, thick: 0.62 });
}

/** Stones that drift in empty space. */
export function paintDrift(stage: Stage, { land, random, depth }: Brush): void {
  const rock = mix(land, [140, 130, 160], 0.35);
  for (let i = 0; i < 9 + depth * 6; i++) {
    const [x, y, size] = [random.range(0, stage.span), random.range(12, 92), random.range(0.7, 2.6)];
    fillAround(
      stage,
      smooth(
        x - size,
        y,
        x - size * 0.3,
        y - size,
        x + size,
        y - size * 0.5,
        x + size * 0.8,
        y + size * 0.7,
        x - size * 0.4,
        y + size * 0.8,
      ),
      rock,
    );
  }
}

/** Far birds: pairs of short bows. */
export function paintBirds(stage: Stage, { random, land }: Brush): void {
  const ink = mix(land, [30, 30, 50], 0.6);
  for (let i = 0; i < wavesFor(stage, 20, 3); i++) {
    const [x, y, size] = [random.range(0, stage.span), random.range(10, 46), random.range(2, 3.6)];
    for (const sign of [-1, 1])
      fillAround(
        stage,
        smooth(
          x,
          y,
          x + sign * size * 0.5,
          y - size * 0.6,
          x + sign * size * 1.2,
          y - size * 0.3,
          x + sign * size * 0.5,
          y - size * 0.3,
        ),
        ink,
      );
  }
}
