import type { Family } from '../figure.ts';
import { box, ellipse, hole, join, polygon, smooth } from '../geometry.ts';
import { core, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const crate: Family = (kit) => [
  core(kit.main, box(4, 4, 92, 92, 3)),
  mark({ ...kit.main, base: kit.main.dark }, join(box(16, 33, 68, 3), box(16, 50, 68, 3), box(16, 66, 68, 3))),
  solid(kit.accent, join(stroke(13, 20, 80, 80, 20))),
  solid(kit.accent, join(box(4, 4, 92, 92, 3), hole(box(18, 18, 64, 64)))),
  mark(kit.ink, join(ellipse(11, 11, 2.2), ellipse(89, 11, 2.2), ellipse(11, 89, 2.2), ellipse(89, 89, 2.2))),
];

export const barrel: Family = (kit) => [
  core(kit.main, smooth(16, 98, 6, 70, 6, 30, 16, 2, 84, 2, 94, 30, 94, 70, 84, 98)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(2.4, 34, 6, 28, 50, 34, 95), curve(2.4, 50, 6, 50, 50, 50, 95), curve(2.4, 66, 6, 72, 50, 66, 95)),
  ),
  solid(kit.accent, join(box(9, 20, 82, 10, 2), box(9, 70, 82, 10, 2))),
  mark(
    kit.ink,
    join(
      ellipse(24, 25, 2),
      ellipse(50, 25, 2),
      ellipse(76, 25, 2),
      ellipse(24, 75, 2),
      ellipse(50, 75, 2),
      ellipse(76, 75, 2),
    ),
  ),
];

export const sign: Family = (kit) => [
  solid(kit.accent, box(44, 40, 12, 58, 2)),
  core(kit.main, polygon(4, 8, 80, 8, 98, 30, 80, 52, 4, 52)),
  mark({ ...kit.main, base: kit.main.line }, join(stroke(4, 16, 24, 70, 24), stroke(4, 16, 37, 56, 37)), 0.8),
];

export const flag: Family = (kit) => [
  core(kit.main, smooth(22, 2, 44, -4, 62, 12, 98, 4, 98, 48, 66, 58, 46, 42, 22, 52)),
  solid(kit.accent, box(14, -6, 8, 104, 3)),
  solid(kit.gold, ellipse(18, -7, 7)),
];

export const bucket: Family = (kit) => [
  mark(kit.ink, curve(3, 12, 30, 30, -10, 70, -10, 88, 30)),
  core(kit.main, polygon(8, 28, 92, 28, 80, 97, 20, 97)),
  mark(kit.accent, ellipse(50, 29, 38, 8)),
  solid(kit.main, join(ellipse(50, 29, 45, 12), hole(ellipse(50, 29, 37, 7.5)))),
  shine(kit, 28, 56, 6),
];

export const wheel: Family = (kit) => [
  core(kit.main, join(ellipse(50, 50, 48), hole(ellipse(50, 50, 35)))),
  solid(
    kit.accent,
    join(stroke(6, 50, 8, 50, 92), stroke(6, 8, 50, 92, 50), stroke(6, 21, 21, 79, 79), stroke(6, 79, 21, 21, 79)),
  ),
  solid(kit.metal, ellipse(50, 50, 11)),
];

export const chair: Family = (kit) => [
  solid(kit.main, join(box(16, 60, 10, 37, 2), box(74, 60, 10, 37, 2))),
  core(kit.main, join(box(16, -2, 68, 60, 8), hole(box(26, 8, 48, 12, 3)), hole(box(26, 28, 48, 12, 3)))),
  solid(kit.accent, box(10, 52, 80, 15, 5)),
];

export const table: Family = (kit) => [
  solid(kit.main, join(box(10, 46, 12, 51, 2), box(78, 46, 12, 51, 2))),
  core(kit.main, box(-4, 30, 108, 18, 4)),
  mark({ ...kit.main, base: kit.main.dark }, box(4, 50, 92, 5)),
];

export const bed: Family = (kit) => [
  solid(kit.accent, join(box(-4, 24, 10, 73, 3), box(94, 46, 10, 51, 3))),
  solid(kit.white, box(8, 44, 32, 22, 8)),
  core(kit.main, smooth(28, 58, 40, 50, 96, 50, 98, 80, 4, 80, 4, 64)),
  solid(kit.accent, box(-2, 76, 104, 12, 2)),
];
