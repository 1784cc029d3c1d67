import type { Family } from '../figure.ts';
import { box, ellipse, hole, join, mirror, polygon, rotation, smooth, transform } from '../geometry.ts';
import { core, mark, shine, solid, starPath } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const bomb: Family = (kit) => [
  solid(kit.wood, curve(4.4, 60, 24, 66, 6, 82, 8)),
  mark(kit.accent, starPath(86, 9, 14, 8, 0.45)),
  mark(kit.gold, starPath(86, 9, 8, 8, 0.5)),
  solid(kit.main, transform(box(46, 12, 26, 16, 3), rotation(0.06, [58, 20]))),
  core(kit.main, ellipse(46, 60, 40)),
  shine(kit, 30, 42, 9),
  ...(kit.mood === 'angry'
    ? [mark(kit.accent, join(polygon(24, 50, 42, 60, 26, 64), polygon(68, 50, 50, 60, 66, 64)))]
    : []),
];

/** Teeth around a wheel with a hole in it. */
export const gear: Family = (kit) => {
  const teeth = Array.from({ length: 8 }, (_, i) =>
    transform(polygon(41, 14, 44, -2, 56, -2, 59, 14), rotation(i / 8, [50, 50])),
  );
  return [
    solid(kit.main, join(...teeth, ellipse(50, 50, 38), hole(ellipse(50, 50, 14)))),
    core(kit.main, join(ellipse(50, 50, 27), hole(ellipse(50, 50, 14)))),
    shine(kit, 34, 26, 4),
  ];
};

export const magnet: Family = (kit) => [
  core(kit.main, curve(25, 22, 86, 22, 10, 78, 10, 78, 86)),
  solid(kit.metal, join(box(9, 74, 26, 24, 2), box(65, 74, 26, 24, 2))),
  shine(kit, 20, 34, 5),
];

export const lock: Family = (kit) => [
  solid(kit.metal, join(curve(11, 26, 50, 26, 2, 74, 2, 74, 50))),
  core(kit.main, box(10, 42, 80, 56, 9)),
  mark(kit.ink, join(ellipse(50, 64, 8.5), polygon(47, 66, 53, 66, 57, 86, 43, 86))),
  shine(kit, 24, 52, 5),
];

export const bell: Family = (kit) => [
  solid(kit.accent, join(ellipse(50, 2, 8), ellipse(50, 92, 10))),
  core(kit.main, smooth(50, 2, 70, 6, 76, 46, 92, 74, 92, 84, 8, 84, 8, 74, 24, 46, 30, 6)),
  mark({ ...kit.main, base: kit.main.dark }, box(9, 72, 82, 4, 2)),
  shine(kit, 36, 28, 6),
];

export const hourglass: Family = (kit) => [
  core(kit.glass, smooth(20, 8, 80, 8, 80, 30, 56, 50, 80, 70, 80, 92, 20, 92, 20, 70, 44, 50, 20, 30)),
  mark(
    kit.main,
    join(
      smooth(30, 26, 70, 26, 66, 34, 50, 47, 34, 34),
      smooth(26, 88, 30, 76, 50, 66, 70, 76, 74, 88),
      box(49, 46, 2, 24),
    ),
  ),
  solid(kit.accent, join(box(10, -2, 80, 12, 4), box(10, 88, 80, 12, 4))),
  shine(kit, 28, 20, 4),
];

export const lantern: Family = (kit) => [
  mark(kit.main, curve(4, 30, 22, 34, -6, 66, -6, 70, 22)),
  solid(kit.main, smooth(26, 26, 40, 8, 60, 8, 74, 26)),
  core(kit.accent, box(26, 26, 48, 56, 6)),
  mark(kit.white, smooth(50, 34, 60, 54, 58, 72, 42, 72, 40, 54), 0.85),
  solid(kit.main, join(box(20, 24, 60, 9, 3), box(20, 80, 60, 14, 3), box(24, 30, 6, 52), box(70, 30, 6, 52))),
];

export const torch: Family = (kit) => [
  solid(kit.wood, polygon(40, 56, 60, 56, 55, 104, 45, 104)),
  solid(kit.metal, join(box(34, 50, 32, 14, 3))),
  core(kit.main, smooth(50, 56, 26, 50, 22, 28, 36, 12, 38, 22, 46, -2, 54, -18, 58, 4, 66, 14, 72, 8, 78, 34, 72, 52)),
  mark(kit.accent, smooth(50, 54, 38, 48, 38, 34, 48, 24, 52, 8, 60, 28, 64, 44)),
  mark(kit.white, ellipse(51, 44, 5.5, 8), 0.7),
];

export const spring: Family = (kit) => [
  solid(
    kit.metal,
    join(
      ...[0, 1, 2].map((i) => stroke(7, 22, 80 - i * 20, 78, 70 - i * 20)),
      ...[0, 1].map((i) => stroke(7, 78, 70 - i * 20, 22, 60 - i * 20)),
    ),
  ),
  core(kit.main, box(6, 8, 88, 18, 6)),
  solid(kit.accent, box(10, 82, 80, 15, 4)),
];

export const lever: Family = (kit) => [
  solid(kit.metal, stroke(9, 50, 76, 80, 14)),
  solid(kit.main, ellipse(82, 10, 14)),
  core(kit.accent, smooth(8, 97, 12, 66, 88, 66, 92, 97)),
  mark(kit.ink, box(34, 70, 32, 7, 3)),
  shine(kit, 77, 5, 4),
];

export const clock: Family = (kit) => [
  solid(
    kit.main,
    join(ellipse(20, 8, 13), mirror(ellipse(20, 8, 13)), stroke(9, 22, 80, 12, 97), stroke(9, 78, 80, 88, 97)),
  ),
  core(kit.main, ellipse(50, 52, 45)),
  mark(kit.white, ellipse(50, 52, 35)),
  mark(
    kit.ink,
    join(
      stroke(4.4, 50, 52, 50, 28),
      stroke(4.4, 50, 52, 66, 60),
      ...[0, 1, 2, 3].map((i) => transform(box(48.5, 19, 3, 7), rotation(i / 4, [50, 52]))),
    ),
  ),
];
