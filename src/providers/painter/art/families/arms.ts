import type { Family } from '../figure.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, join, polygon, rotation, smooth, transform } from '../geometry.ts';
import { core, mark, shine, solid, starPath } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

const slanted = (path: Path): Path => transform(path, rotation(0.125, [50, 50]));

export const sword: Family = (kit) => [
  core(kit.main, slanted(polygon(42, 66, 42, 0, 50, -14, 58, 0, 58, 66))),
  mark({ ...kit.main, base: kit.main.dark }, slanted(polygon(50, 64, 50, -12, 58, 0, 58, 64)), 0.75),
  mark(kit.white, slanted(polygon(43.6, 62, 43.6, 1, 46.4, -3, 46.4, 62)), 0.7),
  solid(kit.accent, slanted(box(45, 70, 10, 28, 3))),
  solid(kit.gold, slanted(join(box(28, 64, 44, 9, 4)))),
  solid(kit.gold, slanted(ellipse(50, 101, 7.5))),
  mark(kit.gold, slanted(join(stroke(1.6, 45, 80, 55, 77), stroke(1.6, 45, 88, 55, 85)))),
];

export const axe: Family = (kit) => [
  solid(kit.accent, slanted(box(46, -6, 9, 112, 4))),
  core(kit.main, slanted(smooth(42, 10, 20, 0, 0, 6, -2, 30, 8, 56, 20, 48, 42, 40, 44, 38, 44, 12))),
  mark(kit.white, slanted(curve(3.4, 4, 12, 0, 30, 9, 49)), 0.6),
  solid(kit.main, slanted(box(42, 10, 18, 30, 3))),
];

export const hammer: Family = (kit) => [
  solid(kit.accent, slanted(box(45, 20, 10, 90, 4))),
  core(kit.main, slanted(box(14, -8, 72, 36, 6))),
  solid(kit.main, slanted(join(box(8, -12, 14, 44, 4), box(78, -12, 14, 44, 4)))),
  mark(kit.white, slanted(box(26, -3, 48, 5, 2)), 0.6),
];

export const pickaxe: Family = (kit) => [
  solid(kit.accent, slanted(box(45, 2, 10, 104, 4))),
  core(kit.main, slanted(smooth(50, -8, 84, -4, 106, 30, 104, 38, 78, 18, 50, 14, 22, 18, -4, 38, -6, 30, 16, -4))),
  solid(kit.metal, slanted(box(40, -9, 20, 24, 4))),
];

export const bow: Family = (kit) => [
  mark(kit.white, stroke(2, 30, -2, 30, 102)),
  core(kit.main, join(curve(8, 30, -4, 62, 12, 58, 30, 78, 50, 58, 70, 62, 88, 30, 104))),
  solid(kit.accent, box(60, 38, 12, 24, 4)),
  solid(kit.wood, stroke(4, 8, 50, 90, 50)),
  solid(kit.metal, polygon(86, 40, 106, 50, 86, 60)),
  solid(kit.red, polygon(4, 40, 16, 40, 24, 50, 16, 60, 4, 60, 12, 50)),
];

export const arrow: Family = (kit) => [
  solid(kit.accent, slanted(box(46, 6, 8, 86, 2))),
  core(kit.main, slanted(polygon(50, -20, 70, 14, 50, 6, 30, 14))),
  solid(kit.red, slanted(join(polygon(46, 76, 28, 88, 28, 110, 46, 98), polygon(54, 76, 72, 88, 72, 110, 54, 98)))),
];

export const staff: Family = (kit) => [
  solid(kit.main, slanted(box(46, 22, 8, 90, 4))),
  solid(
    kit.gold,
    slanted(join(smooth(34, 30, 24, 8, 30, -10, 38, 0, 36, 14, 50, 26, 64, 14, 62, 0, 70, -10, 76, 8, 66, 30, 50, 38))),
  ),
  core(kit.accent, slanted(ellipse(50, 2, 16))),
  mark(kit.white, slanted(ellipse(44, 0, 4, 5)), 0.8),
  mark(kit.white, join(starPath(58, 2, 6, 4, 0.24), starPath(98, 36, 6, 4, 0.24))),
];

export const gun: Family = (kit) => [
  solid(kit.accent, polygon(20, 50, 44, 50, 36, 94, 8, 94)),
  mark(kit.ink, curve(4, 44, 56, 60, 60, 58, 72, 40, 72)),
  core(kit.main, smooth(4, 22, 14, 20, 98, 22, 100, 34, 98, 44, 60, 48, 52, 58, 14, 58, 2, 44)),
  solid(kit.feature, join(box(94, 18, 8, 30, 3), box(30, 12, 30, 10, 3))),
  mark({ ...kit.main, base: kit.main.dark }, join(box(62, 30, 26, 4, 2), box(62, 37, 20, 4, 2))),
  shine(kit, 24, 30, 5),
];

export const cannon: Family = (kit) => [
  core(
    kit.main,
    transform(
      smooth(-2, 34, 6, 26, 86, 24, 88, 20, 100, 20, 100, 68, 88, 68, 86, 64, 6, 62, -2, 54),
      rotation(-0.07, [40, 50]),
    ),
  ),
  solid(kit.main, transform(ellipse(-4, 44, 8), rotation(-0.07, [40, 50]))),
  mark({ ...kit.main, base: kit.main.light }, transform(box(12, 31, 66, 4, 2), rotation(-0.07, [40, 50])), 0.7),
  solid(kit.accent, ellipse(40, 74, 24)),
  mark(kit.wood, join(stroke(4, 40, 54, 40, 94), stroke(4, 20, 74, 60, 74))),
  solid(kit.metal, ellipse(40, 74, 6)),
];

const shieldPath = smooth(6, 8, 26, 12, 50, 2, 74, 12, 94, 8, 96, 52, 76, 82, 50, 100, 24, 82, 4, 52);
export const shield: Family = (kit) => [
  core(kit.accent, shieldPath),
  solid(kit.main, transform(shieldPath, [0.78, 0, 0, 0.78, 11, 11])),
  mark({ ...kit.main, base: kit.main.dark }, smooth(50, 16, 72, 21, 84, 18, 85, 52, 69, 73, 50, 87), 0.55),
  mark(kit.accent, join(starPath(50, 46, 20, 5, 0.46))),
];

export const helmet: Family = (kit) => [
  solid(kit.accent, smooth(46, 10, 38, -8, 60, -16, 96, -4, 104, 40, 88, 24, 66, 14)),
  core(kit.main, smooth(10, 96, 6, 40, 22, 6, 78, 6, 94, 40, 90, 96, 66, 98, 60, 70, 40, 70, 34, 98)),
  mark(kit.ink, polygon(16, 44, 84, 44, 82, 56, 57, 58, 56, 74, 44, 74, 43, 58, 18, 56)),
  mark({ ...kit.main, base: kit.main.light }, box(47, 10, 6, 34, 2)),
  shine(kit, 28, 26, 5),
];

const oneBoot = smooth(10, 2, 40, 2, 40, 52, 62, 66, 66, 88, 6, 88);
export const boots: Family = (kit) => [
  ...[30, -4].flatMap((x) => [
    (x === -4 ? core : solid)(kit.main, transform(oneBoot, [1, 0, 0, 1, x, x === 30 ? -8 : 4])),
    solid(kit.accent, transform(join(box(6, 0, 38, 14, 4), box(4, 84, 64, 9, 3)), [1, 0, 0, 1, x, x === 30 ? -8 : 4])),
  ]),
  mark(kit.gold, box(8, 44, 26, 7, 2)),
];
