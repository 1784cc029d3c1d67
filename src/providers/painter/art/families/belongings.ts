import type { Family } from '../figure.ts';
import { box, ellipse, hole, join, polygon, rotation, smooth, transform } from '../geometry.ts';
import { core, mark, shine, solid, starPath } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const key: Family = (kit) => [
  core(
    kit.main,
    join(
      ellipse(50, 24, 24),
      hole(ellipse(50, 24, 11)),
      box(44, 44, 12, 54, 3),
      box(54, 70, 20, 9, 2),
      box(54, 86, 16, 9, 2),
    ),
  ),
  mark({ ...kit.main, base: kit.main.dark }, box(42, 50, 16, 5, 2)),
  shine(kit, 34, 16, 4),
];

export const potion: Family = (kit) => [
  core(kit.glass, join(box(38, 14, 24, 30, 3), ellipse(50, 65, 35, 33))),
  solid(kit.main, smooth(18, 60, 30, 56, 50, 60, 70, 55, 82, 60, 84, 78, 66, 95, 34, 95, 16, 78)),
  mark(
    { ...kit.main, base: kit.main.light },
    join(ellipse(36, 74, 5), ellipse(58, 82, 3.6), ellipse(62, 68, 4), ellipse(47, 66, 2.6)),
    0.8,
  ),
  solid(kit.glass, box(33, 12, 34, 8, 3)),
  solid(kit.accent, box(39, -1, 22, 14, 4)),
  shine(kit, 30, 52, 6),
  mark(kit.white, curve(4, 20, 62, 20, 76, 30, 86), 0.6),
];

export const scroll: Family = (kit) => [
  core(kit.main, box(20, 14, 60, 72)),
  mark(
    { ...kit.main, base: kit.main.line },
    join(
      stroke(2.6, 30, 32, 70, 32),
      stroke(2.6, 30, 44, 66, 44),
      stroke(2.6, 30, 56, 70, 56),
      stroke(2.6, 30, 68, 52, 68),
    ),
    0.7,
  ),
  solid(kit.main, join(box(10, 6, 80, 14, 7), box(10, 80, 80, 14, 7))),
  solid(kit.accent, ellipse(64, 68, 8)),
];

export const book: Family = (kit) => [
  solid(kit.white, box(16, 10, 76, 84, 3)),
  core(kit.main, box(8, 4, 76, 84, 5)),
  mark({ ...kit.main, base: kit.main.dark }, box(8, 4, 12, 84, 4)),
  mark(kit.accent, join(polygon(72, 4, 84, 4, 84, 16), polygon(72, 88, 84, 88, 84, 76))),
  mark(kit.accent, starPath(51, 45, 21, 5, 0.45)),
];

export const envelope: Family = (kit) => [
  core(kit.main, box(2, 18, 96, 66, 4)),
  mark({ ...kit.main, base: kit.main.dark }, join(stroke(2.4, 4, 82, 38, 50), stroke(2.4, 96, 82, 62, 50))),
  solid(kit.main, polygon(2, 20, 98, 20, 50, 58)),
  solid(kit.accent, ellipse(50, 52, 11)),
];

export const bone: Family = (kit) => [
  core(
    kit.main,
    transform(
      join(box(42, 8, 16, 84, 3), ellipse(39, 6, 13), ellipse(61, 6, 13), ellipse(39, 94, 13), ellipse(61, 94, 13)),
      rotation(0.125, [50, 50]),
    ),
  ),
];

export const feather: Family = (kit) => {
  const barbs = [0, 1, 2, 3, 4, 5].flatMap((i) => {
    const [x, y] = [34 + i * 10, 68 - i * 12];
    return [stroke(2, x, y, x - 6, y - 14), stroke(2, x, y, x + 15, y - 3)];
  });
  return [
    core(kit.main, smooth(98, -14, 104, 10, 92, 44, 70, 66, 44, 84, 26, 84, 14, 66, 22, 42, 44, 14, 72, -6)),
    mark({ ...kit.main, base: kit.main.dark }, join(...barbs)),
    solid(kit.accent, curve(5, -2, 106, 22, 80, 56, 42, 92, -6)),
  ];
};

export const pot: Family = (kit) => [
  core(kit.main, smooth(36, 20, 64, 20, 94, 46, 92, 78, 68, 98, 32, 98, 8, 78, 6, 46)),
  solid(kit.main, join(box(30, 2, 40, 12, 4), box(36, 10, 28, 14))),
  mark(
    kit.accent,
    join(curve(4, 9, 50, 24, 58, 38, 50, 50, 58, 62, 50, 76, 58, 91, 50), curve(3, 12, 68, 50, 74, 88, 68)),
  ),
  shine(kit, 28, 40, 6),
];

export const dice: Family = (kit) => [
  core(kit.main, box(6, 6, 88, 88, 16)),
  mark(
    kit.accent,
    join(ellipse(28, 28, 8), ellipse(72, 28, 8), ellipse(50, 50, 8), ellipse(28, 72, 8), ellipse(72, 72, 8)),
  ),
];

const note = join(ellipse(22, 84, 17, 12), box(32, 10, 8, 76));
export const music: Family = (kit) => [
  core(kit.main, join(note, transform(note, [1, 0, 0, 1, 50, -10]), polygon(32, 8, 90, -4, 90, 16, 32, 28))),
  shine(kit, 16, 80, 4),
];
