import type { Family, Kit, Part } from '../figure.ts';
import { box, ellipse, join, polygon, smooth } from '../geometry.ts';
import { core, eyes, limb, mark, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

function legs(kit: Kit, top: number, width: number, gap: number): readonly Part[] {
  const boot = (x: number) => box(x - width / 2, top, width, 97 - top, width * 0.35);
  return [
    limb('legA', [50 - gap, top], kit.main, boot(50 - gap)),
    limb('legB', [50 + gap, top], kit.main, boot(50 + gap)),
  ];
}

export const knight: Family = (kit) => [
  ...legs(kit, 78, 17, 12),
  limb('armB', [72, 56], kit.metal, polygon(84, 62, 88, 62, 91, 18, 87, 8, 82, 18)),
  limb('armB', [72, 56], kit.gold, join(box(76, 58, 20, 5, 2), box(83, 60, 6, 14, 2))),
  limb('armB', [72, 56], kit.main, curve(11, 68, 58, 80, 62, 85, 66)),
  core(kit.main, smooth(28, 52, 72, 52, 76, 88, 50, 92, 24, 88)),
  mark(kit.accent, polygon(42, 54, 58, 54, 60, 88, 50, 94, 40, 88)),
  solid(kit.accent, smooth(50, 18, 40, 4, 56, -4, 84, 0, 90, 18, 74, 12, 62, 14)),
  solid(kit.main, smooth(24, 52, 22, 26, 34, 10, 66, 10, 78, 26, 76, 52, 62, 60, 38, 60)),
  mark(kit.ink, join(box(30, 32, 40, 8, 3), box(47, 38, 6, 17, 2))),
  mark(kit.white, join(ellipse(40, 36, 3), ellipse(60, 36, 3))),
  limb('armA', [30, 60], kit.accent, smooth(4, 54, 36, 54, 36, 74, 20, 92, 4, 74)),
  limb('armA', [30, 60], kit.gold, polygon(20, 60, 25, 69, 20, 80, 15, 69)),
];

export const wizard: Family = (kit) => [
  limb('armB', [70, 62], kit.wood, stroke(5, 86, 28, 86, 97)),
  limb('armB', [70, 62], kit.accent, ellipse(86, 22, 9)),
  limb('armB', [70, 62], kit.main, curve(12, 66, 62, 76, 66, 84, 66)),
  limb('armA', [32, 62], kit.main, curve(12, 36, 62, 24, 70, 18, 78)),
  core(kit.main, smooth(36, 54, 64, 54, 80, 97, 50, 99, 20, 97)),
  mark(kit.accent, join(polygon(26, 88, 74, 88, 76, 93, 24, 93))),
  solid(kit.white, smooth(32, 46, 68, 46, 66, 70, 50, 90, 34, 70)),
  solid(kit.skin, ellipse(50, 46, 18, 13)),
  ...eyes(kit, 50, 46, 4.6, 8),
  mark(kit.white, curve(6, 38, 56, 50, 53, 62, 56)),
  solid(kit.main, smooth(14, 38, 22, 34, 36, 30, 44, 8, 60, -4, 76, 8, 62, 10, 66, 30, 80, 34, 88, 38, 70, 44, 30, 44)),
  mark(kit.accent, polygon(34, 33, 66, 33, 68, 39, 32, 39)),
];

export const robot: Family = (kit) => [
  limb('legA', [36, 84], kit.metal, box(28, 82, 15, 15, 3)),
  limb('legB', [64, 84], kit.metal, box(57, 82, 15, 15, 3)),
  limb('armA', [20, 62], kit.metal, join(curve(8, 26, 62, 12, 66, 11, 78), ellipse(11, 80, 7))),
  limb('armB', [80, 62], kit.metal, join(curve(8, 74, 62, 88, 66, 89, 78), ellipse(89, 80, 7))),
  solid(kit.metal, stroke(4, 50, 14, 50, 4)),
  solid(kit.red, ellipse(50, 5, 5)),
  solid(kit.main, box(24, 55, 52, 31, 7)),
  solid(kit.metal, join(box(10, 26, 10, 16, 4), box(80, 26, 10, 16, 4))),
  core(kit.main, box(17, 12, 66, 44, 11)),
  mark(kit.ink, box(25, 21, 50, 25, 8)),
  mark(
    kit.iris ?? kit.feature,
    kit.blink ? join(box(33, 33, 10, 3, 1), box(57, 33, 10, 3, 1)) : join(ellipse(38, 32, 6), ellipse(62, 32, 6)),
  ),
  mark(kit.iris ?? kit.feature, curve(2.6, 42, 41, 50, 43, 58, 41)),
  mark(kit.accent, box(34, 63, 20, 13, 3)),
  mark(kit.red, ellipse(64, 67, 4)),
  mark(kit.ink, join(box(37, 67, 14, 2), box(37, 71, 9, 2))),
];
