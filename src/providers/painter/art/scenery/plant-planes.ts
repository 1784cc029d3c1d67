import { mix } from '../colour.ts';
import { box, ellipse, polygon, smooth } from '../geometry.ts';
import { curve } from '../stroke.ts';
import type { Brush } from './plane.ts';
import { deeper } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillLand, skyline, wavesFor } from './stage.ts';

/** Blades before the eye. */
export function paintGrass(stage: Stage, { land, random, depth }: Brush): void {
  const level = 84 + depth * 8;
  const colour = mix(land, [16, 30, 40], 0.25);
  fillLand(stage, (x) => level - 2 * skyline(stage, x, wavesFor(stage, 40), 5, 1), deeper(colour));
  for (let x = 0; x < stage.span; x += random.range(1.4, 2.6)) {
    const [tall, lean] = [random.range(4, 9), random.range(-2, 2)];
    fillAround(stage, polygon(x - 0.8, level + 2, x + lean, level - tall, x + 0.8, level + 2), colour);
  }
}

/** Fans of fronds before the eye. */
export function paintFerns(stage: Stage, { land, random, depth }: Brush): void {
  const level = 86 + depth * 6;
  const dark = mix(land, [12, 30, 30], 0.3);
  for (let x = random.range(0, 6); x < stage.span; x += random.range(7, 13)) {
    const reach = random.range(10, 17);
    for (const [dx, dy] of [
      [-1, 0.35],
      [-0.7, 0.75],
      [-0.15, 1],
      [0.35, 0.95],
      [0.8, 0.65],
      [1, 0.25],
    ] as const) {
      const [tipX, tipY] = [x + dx * reach, level - dy * reach];
      fillAround(
        stage,
        smooth(
          x,
          level + 3,
          x + dx * reach * 0.35 - 1.2,
          level - dy * reach * 0.8,
          tipX,
          tipY,
          x + dx * reach * 0.55 + 1.2,
          level - dy * reach * 0.45,
        ),
        mix(dark, [120, 170, 90], random.range(0, 0.22)),
      );
    }
  }
  fillLand(stage, (x) => level - 2 * skyline(stage, x, wavesFor(stage, 40), 5, 1), deeper(dark));
}

/** Tall stalks with brown heads, or plain ones. */
export function paintReeds(stage: Stage, { land, random, ground }: Brush): void {
  const stalk = mix(land, [90, 130, 60], 0.35);
  for (let x = 0; x < stage.span; x += random.range(2.5, 7)) {
    const [tall, lean] = [random.range(12, 26), random.range(-3, 3)];
    fillAround(stage, polygon(x - 0.7, ground + 14, x + lean, ground + 8 - tall, x + 0.7, ground + 14), stalk);
    if (random.integer(3) === 0)
      fillAround(
        stage,
        box(x + lean * 0.8 - 0.9, ground + 8 - tall * 0.95, 1.8, 5, 0.9),
        mix(land, [110, 66, 40], 0.7),
      );
  }
  fillLand(
    stage,
    (x) => ground + 9 - 4 * skyline(stage, x, wavesFor(stage, 40), 9, 1),
    deeper(mix(land, [20, 30, 24], 0.3)),
  );
}

/** Swaying weeds under water. */
export function paintWeeds(stage: Stage, { land, random, ground }: Brush): void {
  const colour = mix(land, [60, 160, 110], 0.35);
  fillLand(
    stage,
    (x) => ground + 8 - 4 * skyline(stage, x, wavesFor(stage, 40), 9, 1),
    deeper(mix(land, [220, 200, 150], 0.12)),
  );
  for (let x = 0; x < stage.span; x += random.range(8, 20)) {
    const [tall, sway] = [random.range(12, 32), random.range(2, 4)];
    const y = ground + 10;
    fillAround(
      stage,
      curve(1.6, x, y, x - sway, y - tall * 0.33, x + sway, y - tall * 0.66, x - sway * 0.4, y - tall),
      colour,
    );
  }
}

/** Hanging from above: leaves before the eye. */
export function paintVines(stage: Stage, { land, random, depth }: Brush): void {
  const colour = mix(land, [14, 40, 30], 0.2);
  for (let x = 0; x < stage.span; x += random.range(4, 11)) {
    const [long, sway] = [random.range(16, 46) * (0.6 + depth * 0.5), random.range(-3, 3)];
    fillAround(stage, curve(0.9, x, -40, x + sway, long * 0.5, x, long), colour);
    for (let y = 6; y < long; y += 5)
      fillAround(stage, ellipse(x + ((y / 5) % 2 < 1 ? -1.6 : 1.6), y, 1.7, 1.1, 12), mix(colour, [120, 180, 90], 0.2));
  }
  for (let x = 0; x < stage.span; x += 5) fillAround(stage, ellipse(x, -4 + random.range(0, 6), 6, 6, 16), colour);
}
