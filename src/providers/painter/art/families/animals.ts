import type { Family } from '../figure.ts';
import { ellipse, join, polygon, smooth } from '../geometry.ts';
import { core, eye, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

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

export const fish: Family = (kit) => [
  limb('tail', [26, 52], kit.main, smooth(30, 52, 10, 18, -4, 16, 4, 52, -4, 88, 10, 86)),
  solid(kit.accent, join(smooth(40, 30, 52, 6, 78, 14, 72, 32), smooth(46, 74, 44, 94, 62, 92, 66, 74))),
  core(kit.main, smooth(20, 52, 34, 28, 62, 20, 90, 32, 100, 52, 90, 72, 62, 84, 34, 76)),
  mark(kit.accent, smooth(48, 72, 96, 62, 84, 74, 62, 82), 0.8),
  mark(
    kit.accent,
    join(curve(3, 64, 34, 70, 50, 64, 68), curve(2.4, 50, 40, 55, 50, 50, 62), curve(2.4, 38, 44, 42, 51, 38, 60)),
  ),
  limb('wingA', [56, 58], kit.accent, smooth(60, 52, 42, 62, 40, 76, 58, 68)),
  ...eye(kit, 82, 44, 8, -1),
  mark(kit.ink, curve(2.6, 97, 58, 90, 63, 84, 61)),
  shine(kit, 54, 30, 5),
];

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
