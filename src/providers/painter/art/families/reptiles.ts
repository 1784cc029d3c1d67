import type { Family } from '../figure.ts';
import { ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eye, eyes, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

/** A head with an open mouth, looking left. */
export const dragon: Family = (kit) => {
  const temper = { ...kit, mood: kit.mood === 'plain' ? ('angry' as const) : kit.mood };
  return [
    solid(kit.accent, polygon(76, 22, 94, 20, 90, 34, 108, 40, 96, 50, 112, 62, 98, 70, 112, 84, 96, 90, 80, 60)),
    solid(kit.main, smooth(58, 48, 92, 34, 102, 66, 100, 98, 54, 98, 60, 76)),
    mark(kit.feature, smooth(58, 70, 72, 72, 74, 98, 56, 98)),
    mark({ ...kit.feature, base: kit.feature.dark }, join(stroke(2, 60, 80, 73, 80), stroke(2, 58, 89, 74, 89)), 0.8),
    solid(kit.feature, smooth(62, 14, 72, -6, 104, -20, 100, -2, 84, 16)),
    solid(kit.main, smooth(8, 74, 30, 64, 54, 60, 74, 62, 66, 82, 40, 88, 14, 84)),
    mark(kit.red, polygon(12, 54, 52, 54, 62, 62, 40, 70, 12, 74)),
    mark(kit.white, polygon(12, 75, 16, 64, 21, 71, 27, 62, 31, 68, 36, 61, 40, 67)),
    core(kit.main, smooth(-4, 44, 0, 28, 18, 28, 34, 12, 60, 0, 88, 14, 92, 44, 78, 64, 56, 62, 40, 54, 2, 58)),
    mark(kit.white, polygon(4, 56, 12, 56, 8, 68, 16, 55, 24, 55, 20, 64, 27, 54, 34, 54, 31, 62)),
    mark(kit.ink, ellipse(7, 38, 3.6, 2.8)),
    solid(kit.accent, smooth(66, 30, 92, 22, 80, 38, 92, 48, 70, 48)),
    ...eye(temper, 47, 26, 8.5, 1),
    mark(
      { ...kit.main, base: kit.main.light },
      join(ellipse(24, 34, 4, 2.6), ellipse(66, 12, 4, 2.6), ellipse(74, 58, 4, 3)),
      0.7,
    ),
  ];
};

export const dinosaur: Family = (kit) => [
  limb('tail', [26, 70], kit.main, smooth(40, 54, 16, 70, -8, 66, -4, 78, 16, 92, 46, 86)),
  solid(kit.accent, polygon(22, 62, 22, 48, 32, 54, 34, 38, 44, 46, 46, 28, 54, 38, 50, 64)),
  limb('legB', [58, 84], kit.main, smooth(50, 76, 68, 76, 68, 97, 50, 97)),
  core(
    kit.main,
    smooth(28, 84, 34, 54, 46, 40, 44, 10, 62, -2, 92, 4, 100, 22, 92, 38, 74, 42, 72, 70, 62, 92, 38, 94),
  ),
  mark(kit.feature, smooth(60, 48, 72, 46, 72, 72, 62, 90, 52, 88, 60, 70)),
  limb('legA', [42, 84], kit.main, smooth(30, 70, 50, 70, 52, 97, 28, 97)),
  limb('armA', [68, 56], kit.main, curve(7, 66, 56, 80, 58, 84, 66)),
  mark(kit.ink, curve(2.6, 98, 26, 84, 31, 70, 28)),
  mark(kit.white, polygon(76, 30, 80, 30, 78, 36, 84, 30, 88, 29, 86, 35)),
  mark(kit.ink, ellipse(94, 12, 2)),
  ...eye(kit, 68, 14, 7, 1),
];

export const frog: Family = (kit) => [
  limb('legA', [26, 80], kit.main, smooth(6, 92, 10, 64, 34, 66, 40, 92, 30, 98, 4, 98)),
  limb('legB', [74, 80], kit.main, mirror(smooth(6, 92, 10, 64, 34, 66, 40, 92, 30, 98, 4, 98))),
  solid(kit.main, join(ellipse(29, 26, 15), ellipse(71, 26, 15))),
  core(kit.main, smooth(8, 60, 14, 32, 50, 24, 86, 32, 92, 60, 84, 92, 50, 98, 16, 92)),
  mark(kit.accent, ellipse(50, 78, 25, 17)),
  ...eyes(kit, 50, 24, 9, 21),
  mark(kit.ink, curve(3.4, 24, 54, 50, kit.mood === 'angry' ? 48 : 70, 76, 54)),
  shine(kit, 38, 38, 5),
];
