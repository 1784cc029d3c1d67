import type { Family } from '../figure.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, hole, join, polygon, scaling, transform } from '../geometry.ts';
import { core, mark, shine, starPath } from '../parts.ts';
import { stroke } from '../stroke.ts';

const PLATES: readonly [Path, ...Path[]] = [
  ellipse(50, 50, 46),
  box(6, 6, 88, 88, 16),
  polygon(50, 2, 92, 26, 92, 74, 50, 98, 8, 74, 8, 26),
  polygon(50, 1, 99, 50, 50, 99, 1, 50),
  polygon(30, 5, 70, 5, 95, 30, 95, 70, 70, 95, 30, 95, 5, 70, 5, 30),
];

const SIGNS: readonly [Path, ...Path[]] = [
  join(ellipse(50, 50, 20), hole(ellipse(50, 50, 11))),
  starPath(50, 50, 24, 4, 0.42),
  polygon(50, 30, 70, 66, 30, 66),
  join(stroke(8, 32, 44, 50, 30, 68, 44), stroke(8, 32, 64, 50, 50, 68, 64)),
  join(box(30, 32, 40, 8, 3), box(30, 46, 40, 8, 3), box(30, 60, 40, 8, 3)),
  join(box(44, 28, 12, 44, 4), box(28, 44, 44, 12, 4)),
  join(ellipse(38, 38, 8), ellipse(62, 38, 8), ellipse(38, 62, 8), ellipse(62, 62, 8)),
  starPath(50, 50, 22, 6, 0.6),
];

/** A plate with a sign on it: plainly a placeholder, and another one for other words. */
export const emblem: Family = (kit) => {
  const plate = kit.random.pick(PLATES);
  const sign = kit.random.pick(SIGNS);
  const rim = transform(plate, scaling(0.82, 0.82, [50, 50]));
  const field = transform(plate, scaling(0.74, 0.74, [50, 50]));
  return [
    core(kit.main, plate),
    mark({ ...kit.main, base: kit.main.dark }, rim),
    mark({ ...kit.main, base: kit.main.base }, field),
    mark({ ...kit.main, base: kit.main.line }, transform(sign, [1, 0, 0, 1, 1.4, 2]), 0.8),
    mark(kit.accent, sign),
    shine(kit, 28, 22, 4),
  ];
};
