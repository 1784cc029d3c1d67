import type { Family } from '../figure.ts';
import { box, ellipse, join, polygon, rotation, smooth, transform } from '../geometry.ts';
import { core, mark, shine, solid, starPath } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

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

export const burst: Family = (kit) => [
  core(kit.main, starPath(50, 50, 49, 11, 0.66)),
  mark(kit.accent, starPath(50, 50, 34, 9, 0.64)),
  mark(kit.white, starPath(50, 50, 18, 7, 0.62)),
];

export const bolt: Family = (kit) => [
  core(kit.main, polygon(56, 1, 14, 56, 44, 56, 30, 99, 86, 38, 55, 38, 76, 1)),
  mark({ ...kit.main, base: kit.main.light }, polygon(56, 1, 14, 56, 30, 56, 66, 1), 0.8),
];

export const snowflake: Family = (kit) => {
  const ray = join(stroke(7, 50, 50, 50, 2), stroke(5, 50, 24, 36, 12), stroke(5, 50, 24, 64, 12));
  return [core(kit.main, join(...[0, 1, 2, 3, 4, 5].map((i) => transform(ray, rotation(i / 6, [50, 50])))))];
};

export const drop: Family = (kit) => [
  core(kit.main, smooth(50, -14, 56, 8, 86, 52, 82, 84, 66, 100, 34, 100, 18, 84, 14, 52, 44, 8)),
  mark({ ...kit.main, base: kit.main.light }, curve(6, 26, 62, 28, 80, 44, 90), 0.8),
  shine(kit, 38, 40, 6),
];

export const snowman: Family = (kit) => [
  solid(kit.wood, join(stroke(4, 24, 58, -2, 40), stroke(4, 76, 58, 102, 40))),
  core(kit.main, ellipse(50, 76, 27, 22)),
  solid(kit.main, ellipse(50, 50, 21, 18)),
  solid(kit.main, ellipse(50, 24, 18, 17)),
  solid(kit.ink, join(box(30, 6, 40, 6, 2), box(37, -18, 26, 26, 2))),
  solid(kit.accent, smooth(30, 38, 50, 42, 70, 38, 70, 45, 60, 47, 62, 60, 54, 60, 53, 48, 30, 45)),
  mark(
    kit.ink,
    join(ellipse(43, 21, 2.6), ellipse(57, 21, 2.6), ellipse(50, 56, 2.2), ellipse(50, 72, 2.4), ellipse(50, 82, 2.4)),
  ),
  solid(
    { ...kit.red, base: [240, 140, 50], light: [255, 190, 110], dark: [206, 100, 40] },
    polygon(50, 25, 72, 30, 50, 31),
  ),
];
