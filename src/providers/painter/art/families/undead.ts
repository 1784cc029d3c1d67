import type { Family } from '../figure.ts';
import { box, ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eyes, limb, mark, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

/** A long bone with a knob at each end. */
const bonePath = (x0: number, y0: number, x1: number, y1: number) =>
  join(stroke(5, x0, y0, x1, y1), ellipse(x0, y0, 4), ellipse(x1, y1, 4));

export const skeleton: Family = (kit) => {
  const arm = join(bonePath(33, 52, 20, 64), bonePath(20, 64, 14, 80), ellipse(12, 84, 5, 4));
  const leg = join(bonePath(43, 78, 41, 92), ellipse(37, 96, 8, 3.4));
  return [
    limb('armA', [34, 52], kit.main, arm),
    limb('armB', [66, 52], kit.main, mirror(arm)),
    limb('legA', [43, 78], kit.main, leg),
    limb('legB', [57, 78], kit.main, mirror(leg)),
    mark({ ...kit.main, base: kit.main.line }, smooth(32, 50, 68, 50, 62, 70, 52, 76, 48, 76, 38, 70)),
    solid(kit.main, stroke(6, 50, 44, 50, 78)),
    ...[51, 58, 65].map((y, row) =>
      solid(kit.main, curve(4.6, 30 + row * 3, y + 3, 40, y - 2, 60, y - 2, 70 - row * 3, y + 3)),
    ),
    solid(kit.main, smooth(34, 72, 66, 72, 64, 82, 56, 84, 50, 79, 44, 84, 36, 82)),
    core(
      kit.main,
      join(
        smooth(22, 18, 26, -4, 50, -10, 74, -4, 78, 18, 70, 32, 30, 32),
        smooth(34, 26, 66, 26, 65, 44, 58, 45, 42, 45, 35, 44),
      ),
    ),
    mark(kit.ink, join(ellipse(37, 17, 8, 8.6), ellipse(63, 17, 8, 8.6), polygon(50, 24, 54, 31, 46, 31))),
    mark(kit.iris ?? (kit.mood === 'angry' ? kit.red : kit.white), join(ellipse(37, 18, 2.6), ellipse(63, 18, 2.6))),
    mark(kit.ink, join(stroke(1.8, 38, 37, 62, 37), ...[43, 50, 57].map((x) => stroke(1.8, x, 34, x, 42)))),
  ];
};

export const zombie: Family = (kit) => {
  const arm = (x: number, y: number) => join(curve(11, x, 58, x - 10, y, x - 26, y), ellipse(x - 28, y, 7));
  return [
    limb('legA', [42, 80], kit.accent, polygon(33, 78, 48, 78, 48, 97, 40, 94, 36, 97, 31, 97)),
    limb('legB', [62, 80], kit.accent, polygon(54, 78, 70, 78, 72, 97, 66, 94, 60, 97, 54, 97)),
    limb('armB', [62, 58], kit.main, arm(62, 50)),
    core(kit.accent, polygon(34, 52, 70, 52, 74, 82, 68, 88, 62, 83, 54, 90, 46, 84, 40, 89, 31, 82)),
    limb('armA', [38, 60], kit.main, arm(42, 66)),
    solid(kit.main, smooth(26, 30, 26, 4, 52, -4, 78, 4, 80, 30, 70, 54, 54, 58, 36, 54)),
    mark({ ...kit.main, base: kit.main.dark }, smooth(60, 0, 74, 2, 80, 20, 70, 18, 64, 10), 0.8),
    mark(kit.ink, join(stroke(2, 60, 6, 74, 14), stroke(1.6, 63, 12, 66, 5), stroke(1.6, 69, 15, 72, 8))),
    mark(kit.white, join(ellipse(40, 26, 9), ellipse(64, 28, 6.5))),
    mark(kit.iris ?? kit.ink, join(ellipse(38, 27, 3), ellipse(63, 28, 2.6))),
    mark(kit.ink, smooth(36, 40, 68, 40, 66, 51, 40, 51)),
    mark(kit.white, join(box(42, 40, 6, 5), box(56, 40, 6, 4), box(50, 47, 5, 4))),
    solid(kit.wood, smooth(22, 14, 26, -8, 50, -12, 62, -6, 50, 2, 40, -1, 30, 8)),
  ];
};

export const mummy: Family = (kit) => [
  limb('legA', [40, 78], kit.main, box(31, 76, 17, 21, 6)),
  limb('legB', [60, 78], kit.main, box(52, 76, 17, 21, 6)),
  limb('armA', [30, 58], kit.main, curve(12, 34, 58, 18, 62, 12, 76)),
  limb('armB', [70, 58], kit.main, curve(12, 66, 58, 82, 62, 88, 76)),
  solid(kit.main, smooth(30, 50, 70, 50, 74, 86, 26, 86)),
  core(kit.main, smooth(22, 32, 24, 6, 50, -4, 76, 6, 78, 32, 68, 54, 50, 58, 32, 54)),
  mark(
    { ...kit.main, base: kit.main.line },
    join(
      curve(2, 26, 12, 50, 18, 76, 8),
      curve(2, 28, 46, 52, 42, 74, 50),
      curve(2, 28, 62, 50, 68, 72, 60),
      curve(2, 27, 74, 50, 72, 73, 80),
      stroke(2, 32, 86, 48, 90),
      stroke(2, 53, 90, 68, 86),
      stroke(2, 14, 66, 24, 70),
      stroke(2, 86, 66, 76, 70),
    ),
    0.6,
  ),
  mark(kit.ink, smooth(24, 24, 76, 22, 76, 38, 25, 38)),
  ...eyes({ ...kit, simple: false, iris: kit.iris ?? kit.gold }, 50, 30, 6, 12),
  mark(kit.main, stroke(6, 74, 52, 92, 56, 96, 66)),
];

export const skull: Family = (kit) => [
  core(
    kit.main,
    join(
      smooth(10, 46, 12, 12, 50, 0, 88, 12, 90, 46, 84, 68, 68, 72, 32, 72, 16, 68),
      smooth(28, 64, 72, 64, 74, 96, 62, 98, 38, 98, 26, 96),
    ),
  ),
  mark(kit.ink, join(ellipse(31, 46, 12, 13), ellipse(69, 46, 12, 13))),
  mark(kit.iris ?? (kit.mood === 'angry' ? kit.red : kit.white), join(ellipse(31, 47, 4), ellipse(69, 47, 4)), 0.9),
  ...(kit.mood === 'cute' ? [mark(kit.red, join(ellipse(16, 64, 6, 4), ellipse(84, 64, 6, 4)), 0.5)] : []),
  mark(kit.ink, polygon(50, 58, 56, 70, 44, 70)),
  mark(
    kit.ink,
    join(
      stroke(2.6, 40, 80, 40, 96),
      stroke(2.6, 50, 80, 50, 97),
      stroke(2.6, 60, 80, 60, 96),
      stroke(2.4, 31, 79, 69, 79),
    ),
  ),
];
