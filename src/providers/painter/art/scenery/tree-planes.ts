import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, join, polygon, smooth } from '../geometry.ts';
import { curve } from '../stroke.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillLand, skyline, wavesFor } from './stage.ts';

export type TreeShape = (x: number, ground: number, size: number) => Path;

export const pineShape: TreeShape = (x, ground, size) =>
  join(
    polygon(x - size * 0.32, ground + 3, x, ground - size * 0.72, x + size * 0.32, ground + 3),
    polygon(x - size * 0.25, ground - size * 0.32, x, ground - size, x + size * 0.25, ground - size * 0.32),
    polygon(x - size * 0.18, ground - size * 0.66, x, ground - size * 1.22, x + size * 0.18, ground - size * 0.66),
  );

export const crownShape: TreeShape = (x, ground, size) =>
  join(
    box(x - size * 0.06, ground - size * 0.5, size * 0.12, size * 0.5 + 4),
    ellipse(x - size * 0.22, ground - size * 0.55, size * 0.24),
    ellipse(x + size * 0.22, ground - size * 0.55, size * 0.24),
    ellipse(x, ground - size * 0.78, size * 0.28),
  );

/** A wood as one dark line of trees. */
export function paintTreeLine(stage: Stage, { land, random, ground, depth, salt }: Brush, shape: TreeShape): void {
  const waves = wavesFor(stage, 60);
  const level = (x: number): number => ground + 2 - 8 * (skyline(stage, x, waves, salt, 1) - 0.5);
  const size = 13 + depth * 13;
  for (let x = 0; x < stage.span; x += size * random.range(0.22, 0.5)) {
    const colour = mix(land, [20, 30, 50], random.range(0, 0.16));
    const [foot, tall] = [level(x), size * random.range(0.7, 1.25)];
    fillAround(stage, shape(x, foot, tall), colour);
    if (stage.place.caps && shape === pineShape)
      fillAround(
        stage,
        polygon(
          x - tall * 0.09,
          foot - tall * 0.95,
          x,
          foot - tall * 1.22,
          x + tall * 0.1,
          foot - tall * 0.93,
          x + tall * 0.02,
          foot - tall * 0.99,
        ),
        mix(colour, [250, 252, 255], 0.7),
      );
  }
  fillLand(stage, level, deeper(land));
}

/** Bare, bent trees with hanging moss. */
export function paintDeadTrees(stage: Stage, { land, random, ground, depth, salt }: Brush): void {
  const wood = mix(land, [34, 26, 40], 0.5);
  const level = (x: number): number => ground + 2 - 6 * (skyline(stage, x, wavesFor(stage, 54), salt, 1) - 0.5);
  for (let x = random.range(2, 10); x < stage.span - 4; x += random.range(16, 30)) {
    const [foot, tall, lean] = [level(x) + 3, random.range(26, 44) * (0.7 + depth * 0.4), random.range(-5, 5)];
    const wide = tall * 0.1;
    const branches = [
      [-1, 0.55, 0.36],
      [1, 0.66, 0.34],
      [-1, 0.84, 0.24],
      [1, 0.92, 0.2],
    ] as const;
    const trunk = polygon(
      x - wide,
      foot + 2,
      x + lean * 0.5 - wide * 0.35,
      foot - tall * 0.6,
      x + lean,
      foot - tall,
      x + lean * 0.5 + wide * 0.35,
      foot - tall * 0.6,
      x + wide,
      foot + 2,
    );
    fillAround(stage, trunk, wood);
    for (const [sign, share, reach] of branches) {
      const [from, y] = [x + lean * share, foot - tall * share];
      const [tipX, tipY] = [from + sign * tall * reach, y - tall * reach * 0.65];
      fillAround(
        stage,
        curve(wide * 0.42, from, y + 1, from + sign * tall * reach * 0.6, y - tall * 0.04, tipX, tipY),
        wood,
      );
      fillAround(
        stage,
        curve(
          wide * 0.24,
          from + sign * tall * reach * 0.6,
          y - tall * 0.08,
          from + sign * tall * reach * 1.05,
          y - tall * 0.02,
        ),
        wood,
      );
      if (stage.place.moss)
        fillAround(
          stage,
          smooth(
            tipX - sign * 3,
            y - tall * 0.1,
            tipX + sign,
            tipY + 1,
            tipX - sign,
            tipY + tall * random.range(0.16, 0.3),
          ),
          mix(wood, [120, 150, 90], 0.45),
        );
    }
  }
  fillLand(stage, level, deeper(land));
}

/** Bent trunks with a crown of long leaves. */
export function paintPalms(stage: Stage, { land, random, ground, depth, salt }: Brush): void {
  const level = (x: number): number => ground + 4 - 6 * (skyline(stage, x, wavesFor(stage, 60), salt, 1) - 0.5);
  const lit = (colour: readonly [number, number, number]): typeof colour =>
    mix(mix(colour, stage.place.tint, stage.place.dim), stage.place.skyBottom, 0.5 * (1 - depth));
  const [bark, leaf] = [lit([150, 110, 72]), lit([66, 152, 78])];
  for (let x = random.range(6, 16); x < stage.span - 6; x += random.range(22, 40)) {
    const [foot, tall, lean] = [level(x) + 3, random.range(26, 40) * (0.6 + depth * 0.5), random.range(-9, 9)];
    fillAround(stage, curve(tall * 0.07, x, foot, x + lean * 0.2, foot - tall * 0.5, x + lean, foot - tall), bark);
    for (const [dx, dy] of [
      [-1, 0.1],
      [-0.85, -0.3],
      [-0.4, -0.55],
      [0.4, -0.55],
      [0.85, -0.3],
      [1, 0.1],
    ] as const) {
      const [topX, topY, reach] = [x + lean, foot - tall, tall * 0.42];
      fillAround(
        stage,
        smooth(
          topX,
          topY - 1,
          topX + dx * reach * 0.6,
          topY + dy * reach - reach * 0.16,
          topX + dx * reach,
          topY + dy * reach + reach * 0.42,
          topX + dx * reach * 0.5,
          topY + dy * reach * 0.7 + 1.4,
          topX,
          topY + 1,
        ),
        dx < 0 ? leaf : mix(leaf, stage.world.light.shade, 0.25),
      );
    }
    fillAround(
      stage,
      join(
        ellipse(x + lean - 1, foot - tall + 1.4, tall * 0.03),
        ellipse(x + lean + 1, foot - tall + 1.8, tall * 0.03),
      ),
      lit([110, 70, 46]),
    );
  }
  fillLand(stage, level, deeper(mix(land, lit([236, 214, 160]), 0.5)));
}
