import type { Family } from '../figure.ts';
import { box, ellipse, join, polygon, smooth } from '../geometry.ts';
import { core, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const car: Family = (kit) => [
  solid(kit.main, smooth(22, 52, 32, 20, 42, 17, 66, 17, 76, 24, 88, 52)),
  mark(kit.accent, join(polygon(32, 47, 38, 25, 51, 25, 51, 47), polygon(56, 47, 56, 25, 68, 26, 77, 47))),
  core(kit.main, smooth(2, 78, 2, 56, 10, 46, 84, 44, 98, 54, 99, 78)),
  mark(kit.white, ellipse(94, 60, 4, 5.4)),
  mark(kit.red, box(2, 56, 5, 9, 2)),
  mark({ ...kit.main, base: kit.main.dark }, join(box(8, 70, 84, 5, 2), box(58, 53, 9, 2.6, 1))),
  tyre(kit, 26),
  ...hub(kit, 26),
  tyre(kit, 74),
  ...hub(kit, 74),
];

function tyre(kit: Parameters<Family>[0], x: number) {
  return solid(kit.ink, ellipse(x, 78, 15));
}

function hub(kit: Parameters<Family>[0], x: number) {
  return [mark(kit.metal, ellipse(x, 78, 7.5)), mark(kit.ink, ellipse(x, 78, 2.6))];
}

export const truck: Family = (kit) => [
  solid(kit.accent, box(-2, 20, 62, 58, 3)),
  mark({ ...kit.accent, base: kit.accent.dark }, join(box(14, 26, 3, 46), box(29, 26, 3, 46), box(44, 26, 3, 46))),
  core(kit.main, smooth(62, 30, 84, 30, 92, 50, 104, 56, 104, 80, 62, 80)),
  mark(kit.glass, polygon(70, 37, 81, 37, 88, 52, 70, 52)),
  mark(kit.gold, ellipse(101, 64, 3, 4)),
  solid(kit.ink, box(-2, 76, 106, 5, 2)),
  ...[16, 42, 84].flatMap((x) => [solid(kit.ink, ellipse(x, 83, 12)), mark(kit.metal, ellipse(x, 83, 5.5))]),
];

export const boat: Family = (kit) => [
  solid(kit.wood, box(46, -4, 6, 72, 2)),
  solid(kit.white, smooth(54, 0, 80, 14, 92, 36, 92, 58, 54, 58, 66, 30)),
  solid(kit.accent, smooth(44, 6, 40, 36, 44, 58, 8, 58, 24, 40)),
  solid(kit.red, polygon(46, -14, 46, -2, 24, -8)),
  core(kit.main, smooth(-6, 64, 106, 64, 104, 70, 88, 96, 14, 96, -2, 72)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(2.6, 4, 76, 50, 79, 96, 76), curve(2.6, 12, 87, 50, 89, 90, 87)),
  ),
];

export const tank: Family = (kit) => [
  solid(kit.main, stroke(9, 54, 32, 106, 22)),
  solid(kit.main, box(98, 14, 10, 15, 3)),
  solid(kit.main, smooth(22, 50, 26, 18, 58, 16, 72, 30, 74, 50)),
  core(kit.main, smooth(-2, 62, 8, 46, 90, 46, 102, 62, 96, 72, 4, 72)),
  solid(kit.accent, box(0, 64, 100, 32, 16)),
  ...[16, 39, 62, 84].map((x) => mark(kit.metal, ellipse(x, 80, 8.5))),
  mark(kit.gold, polygon(46, 24, 49, 31, 56, 31, 50, 36, 53, 43, 46, 38, 39, 43, 42, 36, 36, 31, 43, 31)),
];

export const plane: Family = (kit) => [
  solid(kit.accent, polygon(10, 44, -6, 14, 12, 14, 30, 42)),
  solid(kit.accent, polygon(40, 44, 46, 22, 60, 22, 66, 44)),
  core(kit.main, smooth(-2, 52, 10, 38, 60, 34, 94, 42, 104, 54, 94, 66, 50, 70, 14, 64)),
  mark(
    kit.glass,
    join(
      smooth(74, 40, 88, 42, 92, 50, 74, 50),
      ellipse(64, 48, 4),
      ellipse(52, 48, 4),
      ellipse(40, 48, 4),
      ellipse(28, 48, 4),
    ),
  ),
  solid(kit.accent, polygon(38, 58, 70, 58, 52, 92, 36, 92)),
  solid(kit.metal, ellipse(105, 54, 3, 7)),
  shine(kit, 30, 40, 4),
];

export const minecart: Family = (kit) => [
  mark(kit.gold, join(ellipse(24, 26, 14), ellipse(50, 20, 16), ellipse(76, 26, 14))),
  mark({ ...kit.gold, base: kit.gold.dark }, join(ellipse(34, 30, 8), ellipse(64, 30, 8))),
  core(kit.main, polygon(0, 30, 100, 30, 88, 80, 12, 80)),
  solid(
    kit.accent,
    join(box(-4, 24, 108, 12, 3), polygon(20, 36, 28, 36, 32, 80, 24, 80), polygon(72, 36, 80, 36, 76, 80, 68, 80)),
  ),
  ...[28, 72].flatMap((x) => [solid(kit.ink, ellipse(x, 84, 13)), mark(kit.metal, ellipse(x, 84, 6))]),
];

export const train: Family = (kit) => [
  solid(kit.ink, polygon(72, 30, 68, 4, 94, 4, 90, 30)),
  solid(kit.accent, join(box(-2, 0, 50, 12, 4))),
  solid(kit.main, box(4, 10, 38, 62, 2)),
  mark(kit.glass, box(12, 20, 22, 20, 2)),
  core(kit.main, smooth(40, 30, 90, 28, 100, 34, 102, 50, 100, 68, 40, 72)),
  mark(kit.gold, join(box(54, 29, 4, 42), box(72, 29, 4, 42), ellipse(100, 40, 4))),
  solid(kit.accent, polygon(0, 68, 98, 68, 110, 92, 92, 92, 88, 80, 0, 80)),
  ...[18, 46, 74].flatMap((x) => [solid(kit.ink, ellipse(x, 84, 13)), mark(kit.red, ellipse(x, 84, 7))]),
];
