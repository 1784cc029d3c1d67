import type { Family } from '../figure.ts';
import { box, ellipse, hole, join, polygon, smooth } from '../geometry.ts';
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
  solid(kit.main, tower(4)),
  solid(kit.main, tower(66)),
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

function tower(x: number) {
  return join(
    box(x + 3, 20, 24, 78),
    box(x, 16, 30, 9),
    box(x, 8, 8, 10),
    box(x + 11, 8, 8, 10),
    box(x + 22, 8, 8, 10),
  );
}

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

export const fire: Family = (kit) => [
  solid(kit.wood, join(stroke(9, 18, 94, 82, 84), stroke(9, 18, 84, 82, 94))),
  core(
    kit.main,
    smooth(50, 92, 18, 86, 14, 56, 30, 36, 34, 48, 40, 24, 56, -6, 60, 28, 70, 40, 76, 32, 90, 60, 80, 86),
  ),
  mark(kit.accent, smooth(50, 90, 30, 84, 28, 66, 42, 54, 48, 34, 58, 54, 68, 62, 72, 82)),
  mark(kit.white, smooth(50, 88, 42, 82, 44, 70, 50, 60, 57, 70, 58, 82), 0.7),
];

export const cloud: Family = (kit) => [
  core(
    kit.main,
    join(ellipse(28, 58, 25, 22), ellipse(54, 42, 28, 27), ellipse(76, 60, 22, 20), box(22, 56, 60, 24, 12)),
  ),
  ...(kit.mood === 'plain'
    ? []
    : [mark(kit.ink, join(ellipse(44, 54, 3.4, 5), ellipse(62, 54, 3.4, 5), curve(2.4, 47, 64, 53, 68, 59, 64)))]),
];

export const sun: Family = (kit) => {
  const rays = Array.from({ length: 10 }, (_, index) => {
    const angle = (index / 10) * 2 * Math.PI;
    const point = (reach: number, turn: number) => [
      50 + reach * Math.cos(angle + turn),
      50 + reach * Math.sin(angle + turn),
    ];
    return polygon(...point(31, -0.22), ...point(50, 0), ...point(31, 0.22));
  });
  return [
    solid(kit.accent, join(...rays)),
    core(kit.main, ellipse(50, 50, 29)),
    mark(kit.ink, join(ellipse(41, 47, 3, 5), ellipse(59, 47, 3, 5), curve(3, 42, 58, 50, 64, 58, 58))),
    shine(kit, 36, 34, 4),
  ];
};
