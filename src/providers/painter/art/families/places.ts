import type { Family } from '../figure.ts';
import type { Path } from '../geometry.ts';
import { box, compose, ellipse, join, polygon, rotation, scaling, smooth, transform } from '../geometry.ts';
import { core, mark, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const house: Family = (kit) => [
  solid(kit.accent, box(68, 10, 13, 30, 1)),
  core(kit.main, box(14, 44, 72, 53, 1)),
  solid(kit.accent, polygon(50, 4, 100, 50, 88, 56, 50, 56, 12, 56, 0, 50)),
  mark(
    { ...kit.accent, base: kit.accent.dark },
    join(stroke(2.4, 26, 38, 74, 38), stroke(2.4, 38, 26, 62, 26), stroke(2.4, 14, 49, 86, 49)),
    0.7,
  ),
  solid(kit.wood, smooth(40, 98, 40, 70, 46, 62, 54, 62, 60, 70, 60, 98)),
  mark(kit.gold, ellipse(56, 82, 2.2)),
  solid(kit.glass, join(box(20, 66, 14, 14, 1), box(66, 66, 14, 14, 1))),
  mark(kit.wood, join(box(26, 66, 2, 14), box(20, 72, 14, 2), box(72, 66, 2, 14), box(66, 72, 14, 2))),
];

export const castle: Family = (kit) => [
  solid(kit.accent, join(polygon(20, 6, 20, -8, 38, -1), polygon(80, 6, 80, -8, 98, -1))),
  mark(kit.ink, join(box(19, -9, 2.4, 20), box(79, -9, 2.4, 20))),
  core(
    kit.main,
    join(box(24, 44, 52, 54), box(24, 36, 9, 10), box(38, 36, 9, 10), box(53, 36, 9, 10), box(67, 36, 9, 10)),
  ),
  solid(kit.main, turret(4)),
  solid(kit.main, turret(66)),
  solid(kit.wood, smooth(38, 100, 38, 72, 44, 62, 56, 62, 62, 72, 62, 100)),
  mark(kit.ink, join(box(16, 36, 6, 13, 3), box(78, 36, 6, 13, 3), box(47, 50, 6, 8, 3))),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(
      box(10, 62, 10, 3),
      box(18, 74, 10, 3),
      box(72, 66, 10, 3),
      box(80, 80, 8, 3),
      box(30, 56, 9, 3),
      box(63, 62, 9, 3),
    ),
    0.8,
  ),
];

function turret(x: number) {
  return join(
    box(x + 3, 20, 24, 78),
    box(x, 16, 30, 9),
    box(x, 8, 8, 10),
    box(x + 11, 8, 8, 10),
    box(x + 22, 8, 8, 10),
  );
}

export const lighthouse: Family = (kit) => [
  mark(kit.gold, join(polygon(50, 16, -4, 2, -4, 30), polygon(50, 16, 104, 2, 104, 30)), 0.6),
  core(kit.main, polygon(36, 30, 64, 30, 74, 98, 26, 98)),
  mark(kit.accent, join(polygon(34.4, 42, 65.6, 42, 68, 56, 32, 56), polygon(30, 70, 70, 70, 72.4, 85, 27.6, 85))),
  solid(kit.glass, box(39, 6, 22, 22)),
  solid(kit.accent, join(polygon(50, -14, 66, 8, 34, 8), box(30, 26, 40, 8, 2))),
];

export const tower: Family = (kit) => [
  core(kit.main, join(polygon(30, 36, 70, 36, 76, 98, 24, 98))),
  solid(kit.main, box(22, 24, 56, 16, 2)),
  solid(kit.accent, polygon(50, -22, 86, 26, 14, 26)),
  solid(kit.wood, smooth(40, 100, 40, 82, 46, 74, 54, 74, 60, 82, 60, 100)),
  mark(kit.ink, box(45, 48, 10, 16, 5)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(
      box(32, 50, 9, 3),
      box(60, 58, 9, 3),
      box(31, 72, 8, 3),
      box(63, 80, 9, 3),
      box(28, 30, 10, 3),
      box(58, 31, 10, 3),
    ),
    0.8,
  ),
  solid(kit.red, polygon(50, -40, 50, -26, 72, -33)),
  mark(kit.ink, stroke(2.4, 50, -40, 50, -20)),
];

export const door: Family = (kit) => [
  solid(kit.accent, smooth(8, 100, 8, 30, 26, -4, 74, -4, 92, 30, 92, 100)),
  core(kit.main, smooth(18, 99, 18, 34, 32, 8, 68, 8, 82, 34, 82, 99)),
  mark({ ...kit.main, base: kit.main.dark }, join(box(33, 10, 2.6, 88), box(49, 8, 2.6, 90), box(65, 10, 2.6, 88))),
  solid(kit.metal, join(box(18, 34, 30, 7, 2), box(18, 76, 30, 7, 2))),
  solid(kit.gold, ellipse(72, 58, 5.5)),
];

export const ladder: Family = (kit) => [
  ...[10, 30, 50, 70, 88].map((y) => solid(kit.accent, box(26, y - 4, 48, 8, 2))),
  core(kit.main, join(box(18, -4, 12, 104, 3), box(70, -4, 12, 104, 3))),
];

export const platform: Family = (kit) => [
  core(kit.accent, smooth(2, 46, 98, 46, 94, 64, 76, 72, 64, 88, 46, 74, 30, 82, 16, 70, 4, 62)),
  mark(
    { ...kit.accent, base: kit.accent.dark },
    join(ellipse(26, 64, 5, 3.4), ellipse(58, 68, 6, 4), ellipse(78, 60, 4, 3)),
  ),
  solid(
    kit.main,
    smooth(-2, 40, 4, 30, 96, 30, 102, 40, 98, 54, 88, 50, 78, 58, 66, 50, 54, 58, 40, 50, 28, 58, 16, 50, 4, 56),
  ),
];

export const spikes: Family = (kit) => [
  ...[0, 1, 2].map((i) =>
    (i === 1 ? core : solid)(kit.main, polygon(2 + i * 32, 86, 18 + i * 32, 22, 34 + i * 32, 86)),
  ),
  ...[0, 1, 2].map((i) => mark(kit.white, polygon(12 + i * 32, 74, 17.4 + i * 32, 36, 18 + i * 32, 74), 0.6)),
  solid(kit.accent, box(-2, 82, 104, 15, 3)),
];

export const fence: Family = (kit) => [
  solid(kit.main, join(box(-4, 42, 108, 10, 2), box(-4, 70, 108, 10, 2))),
  ...[4, 30, 56, 82].map((x, i) =>
    (i === 1 ? core : solid)(kit.main, polygon(x, 26, x + 8, 14, x + 16, 26, x + 16, 97, x, 97)),
  ),
];

export const tent: Family = (kit) => [
  solid(kit.wood, join(stroke(4, 44, 8, 56, -4), stroke(4, 56, 8, 44, -4))),
  core(kit.main, polygon(50, 4, 104, 96, -4, 96)),
  mark({ ...kit.main, base: kit.main.dark }, polygon(50, 8, 102, 95, 76, 95)),
  mark(kit.ink, polygon(50, 34, 68, 96, 32, 96)),
  solid(kit.accent, join(polygon(50, 34, 42, 96, 26, 96), polygon(50, 34, 74, 96, 62, 96))),
];

export const gravestone: Family = (kit) => [
  core(kit.main, smooth(14, 97, 14, 24, 28, 0, 72, 0, 86, 24, 86, 97)),
  mark(
    { ...kit.main, base: kit.main.line },
    join(box(46, 18, 8, 36, 1), box(36, 27, 28, 8, 1), box(32, 64, 36, 5, 2), box(38, 75, 24, 5, 2)),
    0.75,
  ),
  solid(kit.leaf, smooth(-4, 98, 4, 84, 14, 92, 24, 82, 34, 93, 50, 86, 64, 93, 76, 82, 88, 92, 96, 84, 104, 98)),
];

export const portal: Family = (kit) => [
  core(kit.metal, ellipse(50, 48, 44, 54)),
  mark({ ...kit.metal, base: kit.metal.dark }, join(...[0, 1, 2, 3, 4, 5, 6, 7].map(joint))),
  solid({ ...kit.main, base: kit.main.line, dark: kit.main.line, light: kit.main.line }, ellipse(50, 48, 31, 41)),
  mark(kit.main, join(swirl(0), swirl(0.5))),
  mark(kit.accent, swirl(0.25)),
  mark(kit.white, ellipse(50, 48, 6, 8)),
];

/** An arm of the vortex, starting so many turns around its middle. */
function swirl(turn: number): Path {
  const points = Array.from({ length: 14 }, (_, i) => {
    const [reach, angle] = [6 + i * 2.3, (turn + i * 0.065) * 2 * Math.PI];
    return [50 + reach * 0.75 * Math.cos(angle), 48 + reach * Math.sin(angle)];
  });
  return curve(5.5, ...points.flat());
}

/** Where two stones of the ring meet. */
function joint(index: number): Path {
  return transform(
    stroke(2.4, 50, -4, 50, 5),
    compose(scaling(0.81, 1, [50, 48]), rotation((index + 0.5) / 8, [50, 48])),
  );
}
