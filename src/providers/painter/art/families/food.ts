import type { Family } from '../figure.ts';
import { box, ellipse, join, polygon, rotation, smooth, transform } from '../geometry.ts';
import { core, face, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const apple: Family = (kit) => [
  core(kit.main, smooth(50, 26, 34, 16, 8, 24, 6, 56, 22, 94, 40, 98, 50, 94, 60, 98, 78, 94, 94, 56, 92, 24, 66, 16)),
  solid(kit.wood, curve(5, 50, 28, 50, 14, 56, 4)),
  solid(kit.accent, smooth(54, 20, 66, 2, 90, 2, 84, 20)),
  mark(kit.main, curve(3, 38, 26, 50, 32, 62, 26), 0.5),
  shine(kit, 26, 42, 8),
];

export const candy: Family = (kit) => [
  solid(kit.accent, join(polygon(28, 50, 2, 26, -2, 50, 2, 74), polygon(72, 50, 98, 26, 102, 50, 98, 74))),
  core(kit.main, ellipse(50, 50, 28)),
  mark(kit.accent, join(curve(7, 40, 26, 48, 50, 38, 74), curve(7, 60, 26, 70, 50, 60, 75))),
  shine(kit, 40, 36, 6),
];

export const cherry: Family = (kit) => [
  solid(kit.leaf, join(curve(4, 28, 62, 34, 30, 60, 4), curve(4, 74, 66, 72, 34, 60, 4))),
  solid(kit.leaf, smooth(60, 4, 70, -8, 100, 0, 88, 18, 70, 16)),
  core(kit.main, ellipse(26, 74, 23)),
  solid(kit.main, ellipse(74, 78, 21)),
  shine(kit, 18, 66, 6),
  shine(kit, 67, 71, 5),
];

export const banana: Family = (kit) => [
  core(kit.main, smooth(80, 2, 92, 4, 100, 40, 86, 78, 46, 100, 8, 92, 4, 82, 34, 78, 62, 58, 76, 30)),
  mark({ ...kit.main, base: kit.main.dark }, curve(2.6, 86, 14, 86, 48, 64, 78, 20, 90)),
  solid(kit.wood, join(box(79, -5, 13, 11, 3), ellipse(8, 88, 5, 6))),
];

export const carrot: Family = (kit) => [
  solid(
    kit.leaf,
    join(curve(6, 66, 34, 70, 12, 62, -6), curve(6, 68, 34, 84, 16, 84, 0), curve(6, 70, 36, 92, 26, 104, 20)),
  ),
  core(kit.main, smooth(54, 30, 70, 24, 80, 40, 74, 50, 34, 90, 2, 104, 0, 98, 12, 70)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(
      stroke(2.4, 48, 44, 58, 50),
      stroke(2.4, 38, 70, 46, 76),
      stroke(2.4, 28, 66, 36, 70),
      stroke(2.4, 64, 60, 70, 56),
    ),
  ),
];

export const pumpkin: Family = (kit) => [
  solid(kit.leaf, smooth(44, 24, 44, 8, 56, -4, 64, 2, 56, 12, 58, 24)),
  solid(kit.main, join(ellipse(24, 60, 24, 32), ellipse(76, 60, 24, 32))),
  core(kit.main, ellipse(50, 60, 30, 36)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(2.6, 34, 30, 22, 60, 34, 92), curve(2.6, 66, 30, 78, 60, 66, 92)),
  ),
  ...(kit.mood === 'angry'
    ? [
        mark(kit.ink, join(polygon(22, 42, 42, 54, 26, 60), polygon(78, 42, 58, 54, 74, 60))),
        mark(kit.ink, polygon(20, 68, 32, 74, 38, 68, 46, 76, 54, 68, 62, 74, 80, 68, 68, 86, 50, 90, 32, 86)),
      ]
    : kit.mood === 'plain'
      ? []
      : face(kit, 50, 58, 8, 14)),
];

export const bread: Family = (kit) => [
  core(kit.main, smooth(-2, 66, 4, 36, 30, 26, 70, 26, 96, 36, 102, 66, 92, 86, 8, 86)),
  mark(
    kit.accent,
    join(
      smooth(20, 36, 28, 34, 36, 56, 28, 60),
      smooth(44, 33, 53, 33, 58, 56, 49, 58),
      smooth(68, 34, 77, 35, 80, 57, 71, 58),
    ),
  ),
  mark({ ...kit.main, base: kit.main.dark }, curve(2.4, 6, 78, 50, 82, 94, 78), 0.7),
];

export const meat: Family = (kit) => [
  solid(kit.white, join(stroke(10, 66, 66, 90, 88), ellipse(88, 96, 8), ellipse(98, 86, 8))),
  core(kit.main, smooth(4, 38, 12, 10, 44, 0, 72, 16, 82, 48, 74, 74, 54, 74, 24, 68)),
  mark({ ...kit.main, base: kit.main.light }, smooth(14, 36, 22, 18, 44, 12, 36, 26, 24, 42), 0.7),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(3, 40, 56, 54, 60, 66, 54), curve(3, 56, 30, 66, 36, 68, 44)),
    0.8,
  ),
];

export const cheese: Family = (kit) => [
  solid(kit.main, polygon(2, 54, 66, 18, 98, 46, 98, 54)),
  core({ ...kit.main, base: kit.main.base }, polygon(2, 54, 98, 54, 98, 90, 2, 90)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(ellipse(24, 74, 9), ellipse(52, 66, 6), ellipse(78, 78, 8), ellipse(66, 38, 8, 5), ellipse(40, 46, 5, 3)),
  ),
];

export const egg: Family = (kit) => [
  core(kit.main, smooth(50, -4, 72, 6, 92, 48, 86, 82, 66, 100, 34, 100, 14, 82, 8, 48, 28, 6)),
  mark(
    kit.accent,
    join(ellipse(34, 40, 7, 6), ellipse(64, 30, 5, 4.4), ellipse(70, 62, 8, 7), ellipse(40, 76, 6, 5)),
    0.8,
  ),
  shine(kit, 34, 22, 6),
];

export const cake: Family = (kit) => [
  solid(kit.accent, smooth(8, 50, 92, 50, 94, 96, 6, 96)),
  core(kit.main, smooth(6, 36, 50, 28, 94, 36, 96, 56, 88, 72, 78, 58, 66, 76, 54, 58, 42, 74, 30, 58, 18, 70, 4, 56)),
  solid(kit.white, box(46, 8, 8, 26, 2)),
  mark(kit.red, join(stroke(2.4, 46, 18, 54, 14), stroke(2.4, 46, 28, 54, 24))),
  mark(kit.gold, smooth(50, -8, 56, 2, 54, 8, 46, 8, 44, 2)),
  mark({ ...kit.accent, base: kit.accent.dark }, box(8, 80, 84, 5)),
];

export const icecream: Family = (kit) => [
  solid(kit.wood, polygon(24, 50, 76, 50, 50, 104)),
  mark(
    { ...kit.wood, base: kit.wood.dark },
    join(stroke(2, 34, 52, 58, 86), stroke(2, 66, 52, 42, 86), stroke(2, 50, 52, 66, 70), stroke(2, 50, 52, 34, 70)),
  ),
  core(kit.main, smooth(18, 46, 18, 16, 34, -2, 66, -2, 82, 16, 82, 46, 72, 60, 62, 50, 50, 62, 38, 50, 28, 60)),
  mark(kit.red, ellipse(54, -5, 8)),
  shine(kit, 34, 16, 6),
];

export const pizza: Family = (kit) => [
  solid(kit.wood, smooth(0, 22, 50, -6, 100, 22, 96, 34, 50, 14, 4, 34)),
  core(kit.main, polygon(7, 31, 30, 19, 50, 15, 70, 19, 93, 31, 50, 104)),
  mark(kit.accent, join(ellipse(36, 36, 9), ellipse(64, 42, 9), ellipse(48, 66, 8))),
  mark(kit.leaf, transform(join(ellipse(52, 28, 5, 2.6), ellipse(38, 54, 5, 2.6)), rotation(0.06, [50, 40]))),
];
