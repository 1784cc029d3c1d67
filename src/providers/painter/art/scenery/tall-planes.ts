import { mix } from '../colour.ts';
import { box, ellipse, join, polygon } from '../geometry.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillLand, inAir, skyline, wavesFor } from './stage.ts';

/** Planes that rise above their ground: towns, woods and clouds. */
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
        if (random.next() < lamp)
          fillAround(stage, box(column, y, 1.5, 1.9), inAir(stage, [255, 216, 120], 0.4 + depth * 0.6));
    x += wide + (random.integer(4) === 0 ? 2 : 0);
  }
}

export type TreeShape = (x: number, ground: number, size: number) => ReturnType<typeof polygon>;

export const pineShape: TreeShape = (x, ground, size) =>
  join(
    polygon(x - size * 0.3, ground + 3, x, ground - size, x + size * 0.3, ground + 3),
    polygon(x - size * 0.22, ground - size * 0.4, x, ground - size * 1.18, x + size * 0.22, ground - size * 0.4),
  );

export const crownShape: TreeShape = (x, ground, size) =>
  join(
    box(x - size * 0.06, ground - size * 0.5, size * 0.12, size * 0.5 + 4),
    ellipse(x - size * 0.22, ground - size * 0.55, size * 0.24),
    ellipse(x + size * 0.22, ground - size * 0.55, size * 0.24),
    ellipse(x, ground - size * 0.78, size * 0.28),
  );

export function paintTreeLine(stage: Stage, { land, random, ground, depth, salt }: Brush, shape: TreeShape): void {
  const waves = wavesFor(stage, 60);
  const level = (x: number) => ground + 2 - 8 * (skyline(stage, x, waves, salt, 1) - 0.5);
  const size = 13 + depth * 13;
  for (let x = 0; x < stage.span; x += size * random.range(0.22, 0.5)) {
    const colour = mix(land, [20, 30, 50], random.range(0, 0.16));
    fillAround(stage, shape(x, level(x), size * random.range(0.7, 1.25)), colour);
  }
  fillLand(stage, level, deeper(land));
}

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
