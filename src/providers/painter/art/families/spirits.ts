import type { Family } from '../figure.ts';
import { ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eyes, face, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const slime: Family = (kit) => [
  core(kit.main, smooth(6, 96, 4, 70, 18, 34, 50, 12, 82, 34, 96, 70, 94, 96)),
  mark(kit.main, ellipse(24, 86, 5, 3.4), 0.5),
  mark(kit.main, ellipse(76, 82, 3.4, 2.6), 0.5),
  shine(kit, 32, 38, 9),
  shine(kit, 23, 51, 3.5),
  ...face(kit, 50, 58, 9, 16),
];

export const ghost: Family = (kit) => [
  core(
    kit.main,
    smooth(
      16,
      92,
      14,
      60,
      14,
      16,
      34,
      3,
      66,
      3,
      86,
      16,
      86,
      60,
      84,
      92,
      76,
      98,
      68,
      84,
      59,
      84,
      54,
      99,
      46,
      99,
      41,
      84,
      32,
      84,
      24,
      98,
    ),
  ),
  limb('armA', [18, 56], kit.main, smooth(20, 48, 2, 54, 2, 66, 20, 64)),
  limb('armB', [82, 56], kit.main, smooth(80, 48, 98, 54, 98, 66, 80, 64)),
  mark(kit.ink, join(ellipse(37, 36, 6.5, 9), ellipse(63, 36, 6.5, 9))),
  mark(kit.white, join(ellipse(35, 32, 2.2, 3), ellipse(61, 32, 2.2, 3))),
  mark(
    kit.ink,
    kit.mood === 'angry'
      ? polygon(34, 60, 42, 52, 50, 58, 58, 52, 66, 60, 50, 66)
      : kit.mood === 'cute'
        ? smooth(38, 52, 62, 52, 58, 66, 42, 66)
        : ellipse(50, 56, 6, 7.5),
  ),
  ...(kit.mood === 'cute' ? [mark(kit.red, join(ellipse(26, 52, 5, 3.4), ellipse(74, 52, 5, 3.4)), 0.5)] : []),
  ...(kit.mood === 'sad' ? [mark(kit.ink, join(stroke(4, 27, 26, 42, 19), stroke(4, 73, 26, 58, 19)))] : []),
  ...(kit.mood === 'angry' ? [mark(kit.ink, join(stroke(4, 27, 20, 43, 27), stroke(4, 73, 20, 57, 27)))] : []),
];

const batWing = polygon(42, 46, 30, 22, 4, 22, 11, 38, 1, 58, 17, 55, 20, 70, 31, 60, 40, 68);
export const bat: Family = (kit) => [
  limb('wingA', [40, 52], kit.accent, batWing),
  limb('wingB', [60, 52], kit.accent, mirror(batWing)),
  mark(
    kit.main,
    join(
      stroke(2, 40, 48, 8, 26),
      stroke(2, 40, 54, 18, 54),
      mirror(join(stroke(2, 40, 48, 8, 26), stroke(2, 40, 54, 18, 54))),
    ),
  ),
  solid(kit.main, join(polygon(35, 42, 33, 14, 49, 34), polygon(65, 42, 67, 14, 51, 34))),
  core(kit.main, smooth(30, 56, 32, 34, 50, 28, 68, 34, 70, 56, 62, 78, 50, 84, 38, 78)),
  ...eyes(kit, 50, 50, 6.5, 9),
  mark(kit.ink, curve(3, 42, 62, 50, 66, 58, 62)),
  mark(kit.white, join(polygon(43, 63, 49, 65, 45.5, 71), polygon(57, 63, 51, 65, 54.5, 71))),
];

const leg = (y: number, knee: number, foot: number, reach: number) =>
  stroke(4.6, 38, y, 38 - reach * 0.62, knee, 38 - reach, foot);
export const spider: Family = (kit) => {
  const left = join(leg(48, 22, 44, 34), leg(58, 78, 96, 28));
  const other = join(leg(52, 40, 66, 37), leg(55, 60, 84, 35));
  return [
    limb('legA', [38, 54], kit.main, left),
    limb('legB', [38, 54], kit.main, other),
    limb('legB', [62, 54], kit.main, mirror(left)),
    limb('legA', [62, 54], kit.main, mirror(other)),
    solid(kit.main, ellipse(50, 36, 25, 26)),
    mark(kit.accent, polygon(50, 34, 42, 20, 58, 20)),
    mark(kit.accent, polygon(50, 32, 41, 44, 59, 44)),
    core(kit.main, ellipse(50, 65, 19, 17)),
    ...eyes(kit, 50, 64, 6, 8),
    mark(kit.white, join(ellipse(36, 56, 2.2), ellipse(64, 56, 2.2))),
    mark(kit.white, join(polygon(42, 76, 48, 77, 44, 86), polygon(58, 76, 52, 77, 56, 86))),
  ];
};

export const eyeball: Family = (kit) => [
  solid(
    kit.accent,
    join(curve(6, 34, 78, 26, 90, 32, 100), curve(6, 50, 84, 50, 96, 56, 104), curve(6, 66, 78, 74, 90, 68, 100)),
  ),
  core(kit.main, ellipse(50, 48, 44)),
  mark(
    kit.red,
    join(curve(2, 8, 52, 18, 54, 24, 50), curve(2, 12, 66, 22, 64, 28, 68), curve(2, 90, 56, 82, 60, 76, 56)),
  ),
  solid(kit.iris ?? kit.accent, ellipse(50, 48, 23)),
  mark(kit.ink, kit.mood === 'angry' ? ellipse(50, 48, 5, 17) : ellipse(50, 48, 12)),
  mark(kit.white, ellipse(42, 39, 6, 5)),
  ...(kit.mood === 'angry' ? [solid(kit.accent, smooth(4, 30, 20, 4, 50, 0, 80, 4, 96, 30, 50, 26))] : []),
];

export const alien: Family = (kit) => [
  solid(kit.main, join(curve(4, 36, 20, 30, 8, 22, 4), curve(4, 64, 20, 70, 8, 78, 4))),
  solid(kit.accent, join(ellipse(21, 5, 5), ellipse(79, 5, 5))),
  limb('armA', [32, 78], kit.main, curve(7, 36, 76, 20, 78, 16, 92)),
  limb('armB', [68, 78], kit.main, curve(7, 64, 76, 80, 78, 84, 92)),
  solid(kit.accent, smooth(34, 66, 66, 66, 72, 98, 28, 98)),
  core(kit.main, smooth(8, 40, 22, 10, 50, 4, 78, 10, 92, 40, 74, 70, 50, 80, 26, 70)),
  mark(
    kit.ink,
    join(smooth(18, 38, 30, 28, 46, 46, 44, 58, 28, 56), mirror(smooth(18, 38, 30, 28, 46, 46, 44, 58, 28, 56))),
  ),
  mark(kit.white, join(ellipse(29, 40, 4, 3), ellipse(64, 40, 4, 3))),
  mark(kit.ink, curve(2.6, 43, 67, 50, 70, 57, 67)),
];
