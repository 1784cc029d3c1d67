import type { Family } from '../figure.ts';
import { polygon } from '../geometry.ts';
import { core, mark, starPath } from '../parts.ts';

export const burst: Family = (kit) => [
  core(kit.main, starPath(50, 50, 49, 11, 0.66)),
  mark(kit.accent, starPath(50, 50, 34, 9, 0.64)),
  mark(kit.white, starPath(50, 50, 18, 7, 0.62)),
];

export const bolt: Family = (kit) => [
  core(kit.main, polygon(56, 1, 14, 56, 44, 56, 30, 99, 86, 38, 55, 38, 76, 1)),
  mark({ ...kit.main, base: kit.main.light }, polygon(56, 1, 14, 56, 30, 56, 66, 1), 0.8),
];
