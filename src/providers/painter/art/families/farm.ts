import type { Family } from '../figure.ts';
import { ellipse, join, polygon, smooth } from '../geometry.ts';
import { core, eye, eyes, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const sheep: Family = (kit) => [
  limb('legA', [36, 78], kit.accent, stroke(9, 34, 78, 34, 95)),
  limb('legB', [64, 78], kit.accent, stroke(9, 64, 78, 64, 95)),
  core(
    kit.main,
    join(
      ellipse(22, 56, 19),
      ellipse(40, 38, 20),
      ellipse(64, 38, 20),
      ellipse(80, 56, 19),
      ellipse(66, 72, 18),
      ellipse(38, 72, 19),
    ),
  ),
  solid(kit.accent, join(ellipse(20, 40, 9, 5), ellipse(60, 40, 9, 5))),
  solid(kit.accent, smooth(24, 30, 56, 30, 56, 56, 48, 70, 32, 70, 24, 56)),
  solid(kit.main, join(ellipse(32, 28, 10, 8), ellipse(46, 26, 11, 9))),
  ...eyes({ ...kit, simple: false }, 40, 46, 5.5, 8),
];

export const horse: Family = (kit) => [
  solid(kit.accent, smooth(52, -2, 82, 8, 100, 44, 98, 97, 70, 97, 56, 40)),
  core(kit.main, smooth(48, 4, 66, 8, 82, 34, 90, 97, 34, 97, 44, 66, 40, 58, 22, 68, 4, 66, 2, 50, 22, 32, 32, 14)),
  solid(kit.main, polygon(44, 14, 50, -10, 62, 12)),
  solid(kit.accent, smooth(46, 2, 62, 4, 52, 20, 40, 24)),
  mark(kit.ink, join(ellipse(10, 54, 2.6, 3.4), curve(2.2, 6, 62, 14, 62, 20, 58))),
  ...eye(kit, 38, 32, 6.5, -1),
  shine(kit, 62, 40, 4),
];
