import type { Family } from '../figure.ts';
import { ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eye, eyes, limb, mark, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

const foot = (x: number) => join(stroke(3.4, x, 84, x, 95), stroke(3.4, x - 6, 96, x + 7, 96));

export const bird: Family = (kit) => [
  limb('tail', [22, 60], kit.main, polygon(26, 48, -2, 42, 4, 54, -2, 62, 6, 68, 30, 68)),
  limb('legA', [44, 84], kit.feature, join(stroke(3.4, 44, 82, 44, 96), stroke(3.4, 44, 96, 53, 96))),
  limb('legB', [58, 84], kit.feature, join(stroke(3.4, 58, 82, 58, 96), stroke(3.4, 58, 96, 67, 96))),
  solid(kit.feature, polygon(80, 34, 100, 43, 80, 51)),
  solid(kit.main, smooth(56, 16, 50, 0, 62, 4, 70, -2, 70, 16)),
  core(kit.main, smooth(16, 62, 24, 44, 46, 40, 46, 16, 66, 8, 84, 18, 86, 44, 82, 74, 62, 90, 34, 86)),
  mark(kit.white, smooth(54, 58, 82, 54, 78, 76, 60, 86, 46, 80), 0.85),
  limb('wingA', [40, 54], kit.accent, smooth(28, 52, 58, 48, 56, 66, 42, 76, 14, 78)),
  ...eye(kit, 68, 32, 8, -1),
];

export const owl: Family = (kit) => {
  const wing = smooth(12, 44, 22, 48, 24, 84, 12, 76, 6, 60);
  return [
    limb('legA', [40, 90], kit.gold, foot(38)),
    limb('legB', [60, 90], kit.gold, foot(62)),
    solid(kit.main, join(polygon(16, 34, 12, -2, 44, 14), polygon(84, 34, 88, -2, 56, 14))),
    core(kit.main, smooth(12, 60, 10, 22, 30, 6, 70, 6, 90, 22, 88, 60, 80, 88, 50, 98, 20, 88)),
    mark(kit.accent, smooth(32, 60, 68, 60, 70, 82, 50, 94, 30, 82)),
    mark(
      kit.main,
      join(curve(2.6, 38, 68, 44, 73, 50, 68, 56, 73, 62, 68), curve(2.6, 40, 79, 45, 84, 50, 79, 55, 84, 60, 79)),
    ),
    limb('wingA', [16, 48], kit.main, wing),
    limb('wingB', [84, 48], kit.main, mirror(wing)),
    solid(kit.accent, join(ellipse(32, 36, 19), ellipse(68, 36, 19))),
    ...eyes({ ...kit, simple: false }, 50, 36, 14, 17),
    solid(kit.gold, polygon(43, 44, 57, 44, 50, 60)),
  ];
};

export const duck: Family = (kit) => [
  limb('legA', [44, 90], kit.feature, foot(44)),
  limb('legB', [60, 90], kit.feature, foot(60)),
  limb('tail', [14, 62], kit.main, polygon(20, 56, -4, 44, 8, 72)),
  solid(kit.feature, smooth(80, 28, 104, 30, 106, 40, 82, 44)),
  core(
    kit.main,
    smooth(4, 58, 24, 56, 46, 58, 48, 44, 44, 14, 62, 2, 84, 10, 86, 38, 78, 52, 88, 64, 82, 84, 56, 92, 20, 88),
  ),
  limb('wingA', [30, 66], kit.accent, smooth(22, 62, 60, 60, 58, 76, 40, 84, 14, 78)),
  ...eye(kit, 70, 22, 6.5, -1),
  mark(kit.ink, curve(2, 84, 36, 94, 37, 102, 35)),
];

export const penguin: Family = (kit) => {
  const flipper = smooth(16, 40, 24, 42, 26, 60, 8, 80, -2, 74);
  return [
    limb('legA', [38, 92], kit.accent, ellipse(36, 94, 13, 5)),
    limb('legB', [62, 92], kit.accent, ellipse(64, 94, 13, 5)),
    limb('wingA', [20, 46], kit.main, flipper),
    limb('wingB', [80, 46], kit.main, mirror(flipper)),
    core(kit.main, smooth(14, 70, 20, 24, 30, 4, 70, 4, 80, 24, 86, 70, 76, 94, 24, 94)),
    mark(kit.white, smooth(26, 72, 32, 46, 22, 32, 36, 20, 50, 30, 64, 20, 78, 32, 68, 46, 74, 72, 66, 90, 34, 90)),
    ...eyes({ ...kit, simple: false }, 50, 32, 6, 12),
    solid(kit.accent, smooth(38, 42, 62, 42, 50, 56)),
  ];
};

export const chicken: Family = (kit) => [
  limb('legA', [42, 86], kit.gold, foot(42)),
  limb('legB', [58, 86], kit.gold, foot(58)),
  limb('tail', [14, 54], kit.main, smooth(20, 64, -4, 52, 0, 26, 14, 38, 24, 30, 30, 52)),
  solid(kit.accent, smooth(54, 12, 48, -4, 60, 2, 66, -8, 74, 0, 84, -2, 82, 14)),
  solid(kit.gold, polygon(86, 24, 104, 33, 86, 40)),
  solid(kit.accent, ellipse(88, 47, 5.5, 8)),
  core(kit.main, smooth(10, 62, 26, 52, 46, 50, 50, 14, 68, 6, 88, 14, 90, 44, 84, 74, 64, 90, 30, 88)),
  limb('wingA', [36, 62], kit.main, smooth(26, 60, 58, 56, 58, 72, 42, 82, 18, 78)),
  ...eye(kit, 73, 24, 6.5, -1),
];
