import type { Family } from '../figure.ts';
import { ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eye, eyes, face, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

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

export const shark: Family = (kit) => [
  limb('tail', [14, 52], kit.main, polygon(18, 46, -10, 14, -4, 48, -10, 84, 18, 58)),
  solid(kit.main, smooth(40, 36, 46, 4, 54, -4, 58, 6, 68, 34)),
  solid(kit.main, smooth(46, 66, 34, 96, 44, 92, 66, 70)),
  core(kit.main, smooth(10, 52, 34, 32, 66, 26, 94, 38, 108, 50, 92, 62, 66, 74, 34, 68)),
  mark(kit.white, smooth(24, 58, 50, 60, 78, 58, 104, 54, 90, 65, 64, 72, 36, 66)),
  mark(
    kit.ink,
    join(curve(2, 60, 42, 57, 50, 60, 57), curve(2, 66, 42, 63, 50, 66, 57), curve(2, 72, 42, 69, 50, 72, 57)),
  ),
  mark(kit.red, polygon(80, 59, 101, 55, 90, 65)),
  mark(kit.white, polygon(81, 58, 86, 57.5, 84, 62, 88, 57, 92, 56.5, 90, 61, 94, 56, 99, 55)),
  ...eye({ ...kit, mood: kit.mood === 'plain' ? 'angry' : kit.mood }, 86, 44, 5, -1),
];

export const whale: Family = (kit) => [
  mark(kit.glass, join(curve(4, 62, 22, 62, 6, 50, 2), curve(4, 62, 22, 62, 6, 74, 2))),
  limb('tail', [12, 46], kit.main, smooth(22, 62, 4, 44, -12, 42, -10, 26, 6, 28, 10, 12, 24, 16, 18, 34, 32, 52)),
  core(kit.main, smooth(12, 52, 30, 60, 40, 26, 70, 20, 98, 32, 102, 62, 90, 88, 50, 92, 22, 78)),
  mark(kit.white, smooth(32, 74, 60, 76, 100, 66, 92, 84, 54, 90)),
  mark(kit.main, join(stroke(1.8, 50, 80, 52, 87), stroke(1.8, 62, 80, 64, 87), stroke(1.8, 74, 78, 77, 85))),
  limb('wingA', [56, 76], kit.main, smooth(52, 70, 66, 70, 60, 92, 46, 98)),
  ...eye(kit, 80, 52, 6, -1),
];

const arm = curve(10, 36, 58, 30, 76, 12, 78, 6, 92);
const inner = curve(10, 44, 60, 42, 80, 32, 86, 34, 97);
export const octopus: Family = (kit) => [
  limb('legA', [40, 62], kit.main, arm),
  limb('legB', [60, 62], kit.main, mirror(arm)),
  limb('legB', [46, 62], kit.main, inner),
  limb('legA', [54, 62], kit.main, mirror(inner)),
  core(kit.main, smooth(16, 56, 10, 24, 28, 2, 72, 2, 90, 24, 84, 56, 70, 70, 30, 70)),
  mark(kit.accent, join(ellipse(28, 20, 5, 4), ellipse(44, 11, 4, 3), ellipse(70, 16, 5, 4))),
  ...face(kit, 50, 42, 9, 15),
];

const claw = join(smooth(2, 40, -8, 20, 2, 4, 18, 2, 14, 16, 26, 16, 22, 34, 12, 42));
export const crab: Family = (kit) => {
  const legs = join(stroke(5, 26, 74, 6, 78, 2, 92), stroke(5, 30, 80, 16, 88, 14, 97));
  return [
    limb('legA', [28, 76], kit.main, legs),
    limb('legB', [72, 76], kit.main, mirror(legs)),
    limb('armA', [24, 58], kit.main, join(stroke(7, 28, 60, 10, 54, 10, 40), claw)),
    limb('armB', [76, 58], kit.main, mirror(join(stroke(7, 28, 60, 10, 54, 10, 40), claw))),
    solid(kit.main, join(stroke(4, 40, 50, 38, 30), stroke(4, 60, 50, 62, 30))),
    core(kit.main, smooth(14, 66, 22, 46, 50, 40, 78, 46, 86, 66, 74, 88, 50, 92, 26, 88)),
    ...eyes(kit, 50, 27, 8, 12),
    mark(kit.ink, curve(3, 38, 70, 50, 76, 62, 70)),
    mark(kit.accent, join(ellipse(32, 60, 3.4), ellipse(68, 60, 3.4), ellipse(50, 54, 3))),
  ];
};

export const turtle: Family = (kit) => [
  limb('tail', [8, 84], kit.feature, polygon(12, 78, -6, 88, 14, 90)),
  limb('legA', [24, 84], kit.feature, smooth(12, 80, 32, 80, 32, 97, 12, 97)),
  limb('legB', [64, 84], kit.feature, smooth(54, 80, 74, 80, 74, 97, 54, 97)),
  solid(kit.feature, smooth(66, 76, 72, 50, 84, 42, 104, 48, 106, 64, 92, 74, 80, 88)),
  core(kit.main, smooth(2, 84, 6, 48, 24, 28, 58, 28, 78, 48, 82, 84)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(
      polygon(30, 42, 52, 42, 60, 58, 42, 70, 22, 58),
      stroke(2.4, 22, 58, 6, 62),
      stroke(2.4, 60, 58, 78, 62),
      stroke(2.4, 42, 70, 42, 84),
    ),
    0.8,
  ),
  solid(kit.accent, smooth(-2, 78, 40, 82, 86, 78, 86, 88, -2, 88)),
  ...eye(kit, 92, 56, 5, -1),
  mark(kit.ink, curve(2, 104, 62, 98, 67, 92, 66)),
];
