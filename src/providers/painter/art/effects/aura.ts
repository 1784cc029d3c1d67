import type { Kit } from '../figure.ts';
import { ellipse, join, polygon, smooth } from '../geometry.ts';
import { mark, solid, starPath } from '../parts.ts';
import type { Layers } from './index.ts';

export const sparkle = (kit: Kit): Layers => ({
  before: [
    mark(
      kit.white,
      join(starPath(84, 14, 10, 4, 0.24), starPath(14, 30, 6.5, 4, 0.24), starPath(88, 74, 5.5, 4, 0.24)),
    ),
  ],
});

export const glow = (kit: Kit): Layers => {
  const ramp = { ...kit.main, base: kit.main.light };
  return {
    behind: [
      mark(ramp, ellipse(50, 50, 72), 0.22),
      mark(ramp, ellipse(50, 50, 63), 0.3),
      mark(ramp, starPath(50, 50, 70, 16, 0.86), 0.5),
    ],
  };
};

export const flames = (kit: Kit): Layers => ({
  behind: [
    solid(
      { ...kit.red, base: [240, 112, 40], light: [255, 190, 70], dark: [205, 62, 40] },
      smooth(10, 96, -8, 62, 4, 36, 14, 46, 20, 14, 36, 18, 50, -22, 64, 16, 78, 8, 86, 44, 96, 34, 108, 62, 90, 96),
    ),
  ],
  before: [mark(kit.gold, join(ellipse(6, 14, 3, 4), ellipse(94, 12, 2.6, 3.6), ellipse(72, -8, 2.2, 3)))],
});

export const sparks = (kit: Kit): Layers => {
  const bolt = (x: number, y: number, size: number) =>
    polygon(
      ...[56, 1, 14, 56, 44, 56, 30, 99, 86, 38, 55, 38, 76, 1].map((value, index) =>
        index % 2 === 0 ? x + (value - 50) * size : y + (value - 50) * size,
      ),
    );
  return { before: [solid(kit.gold, join(bolt(4, 16, 0.24), bolt(97, 34, 0.28), bolt(8, 82, 0.2)))] };
};

export const halo = (kit: Kit): Layers => ({
  head: [
    mark(kit.gold, smooth(0, 22, 20, 6, 80, 6, 100, 22, 80, 38, 20, 38)),
    mark(kit.white, smooth(14, 22, 28, 14, 72, 14, 86, 22, 72, 30, 28, 30), 0.9),
  ],
});

export const shatter = (kit: Kit): Layers => ({
  before: [
    {
      ...mark(
        kit.ink,
        polygon(58, -2, 66, -2, 58, 24, 68, 34, 50, 58, 56, 66, 42, 102, 50, 66, 42, 58, 58, 36, 50, 24),
      ),
      inside: true,
    },
    { ...mark(kit.ink, polygon(58, 36, 84, 44, 102, 40, 84, 50)), inside: true },
    { ...mark(kit.ink, polygon(48, 60, 22, 66, -2, 60, 20, 72)), inside: true },
    solid(
      kit.main,
      join(polygon(96, 2, 108, 6, 100, 16), polygon(-6, 80, 4, 88, -8, 94), polygon(104, 80, 110, 88, 100, 92)),
    ),
  ],
});
