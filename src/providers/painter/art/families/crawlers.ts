import type { Family } from '../figure.ts';
import { ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eye, eyes, face, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const snake: Family = (kit) => [
  solid(kit.main, curve(15, 8, 66, 6, 96, 50, 92, 94, 96, 94, 74, 64, 70)),
  solid(kit.main, curve(16, 30, 84, 26, 66, 60, 66, 84, 66, 86, 50, 66, 46)),
  core(kit.main, smooth(24, 30, 30, 6, 54, 0, 78, 6, 84, 30, 74, 46, 54, 52, 34, 46)),
  mark(
    kit.accent,
    join(
      ellipse(24, 84, 5, 3.4),
      ellipse(46, 88, 5, 3.4),
      ellipse(74, 90, 5, 3.4),
      ellipse(88, 78, 3.4, 4.4),
      ellipse(54, 66, 5, 3),
    ),
  ),
  mark(kit.red, join(stroke(2.8, 54, 42, 54, 56), stroke(2.4, 54, 56, 49, 63), stroke(2.4, 54, 56, 59, 63))),
  mark(kit.ink, curve(2.4, 36, 38, 54, 44, 72, 38)),
  ...eyes(kit, 54, 22, 8, 15),
];

export const worm: Family = (kit) => [
  ...[0, 1, 2, 3].map((i) => solid(kit.main, ellipse(12 + i * 15, 80 - (i % 2) * 6, 14, 15))),
  solid(kit.feature, join(curve(3, 72, 36, 66, 20, 60, 18), curve(3, 84, 36, 90, 20, 96, 18))),
  core(kit.main, ellipse(78, 58, 25)),
  ...face(kit, 80, 54, 7, 10),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(2, 20, 70, 22, 80, 20, 90), curve(2, 36, 66, 38, 76, 36, 88), curve(2, 50, 72, 52, 82, 50, 92)),
  ),
];

export const snail: Family = (kit) => [
  core(kit.feature, smooth(-4, 96, 10, 84, 60, 84, 70, 60, 72, 40, 94, 40, 98, 60, 92, 96)),
  solid(kit.feature, join(stroke(4, 78, 46, 74, 24), stroke(4, 90, 46, 96, 24))),
  ...eye(kit, 74, 22, 6, -1),
  ...eye(kit, 96, 22, 6, 1),
  solid(kit.main, ellipse(38, 56, 35)),
  mark(
    { ...kit.main, base: kit.main.line },
    curve(4.4, 14, 74, 10, 42, 40, 28, 64, 46, 58, 76, 34, 74, 26, 54, 42, 44, 50, 58, 40, 62),
    0.75,
  ),
  mark(kit.ink, curve(2.4, 84, 66, 89, 69, 94, 65)),
  shine(kit, 30, 32, 5),
];

const wing = smooth(40, 44, 14, 26, 4, 2, 24, -6, 46, 10, 52, 40);
export const bee: Family = (kit) => [
  limb('wingA', [44, 40], kit.glass, wing),
  limb('wingB', [58, 40], kit.glass, mirror(wing, 54)),
  solid(kit.ink, polygon(6, 54, -10, 62, 8, 70)),
  core(kit.main, smooth(4, 62, 16, 40, 50, 34, 86, 40, 98, 62, 86, 84, 50, 90, 16, 84)),
  mark(kit.accent, join(smooth(24, 40, 36, 36, 36, 88, 24, 85), smooth(46, 35, 59, 35, 59, 89, 46, 90))),
  mark(kit.ink, join(curve(2.6, 82, 42, 84, 26, 92, 22), curve(2.6, 90, 46, 98, 32, 104, 32))),
  ...eye(kit, 80, 58, 8, -1),
  mark(kit.ink, curve(2.4, 78, 73, 84, 77, 90, 72)),
];

export const butterfly: Family = (kit) => {
  const upper = smooth(48, 46, 36, 8, 4, -2, -6, 28, 14, 54, 46, 56);
  const lower = smooth(48, 52, 22, 56, 6, 78, 22, 98, 40, 90, 50, 62);
  const spots = join(ellipse(18, 24, 10), ellipse(24, 76, 7));
  return [
    limb('wingA', [48, 52], kit.accent, lower),
    limb('wingB', [52, 52], kit.accent, mirror(lower)),
    limb('wingA', [48, 52], kit.main, upper),
    limb('wingB', [52, 52], kit.main, mirror(upper)),
    mark(kit.white, join(spots, mirror(spots)), 0.8),
    mark(kit.ink, join(curve(2.4, 49, 24, 44, 8, 34, 2), mirror(curve(2.4, 49, 24, 44, 8, 34, 2)))),
    core({ ...kit.ink, base: kit.ink.base }, smooth(46, 20, 54, 20, 56, 60, 52, 92, 48, 92, 44, 60)),
  ];
};

export const beetle: Family = (kit) => {
  const legs = join(stroke(4, 28, 42, 6, 34), stroke(4, 24, 58, 0, 60), stroke(4, 28, 74, 6, 86));
  return [
    limb('legA', [28, 56], kit.ink, legs),
    limb('legB', [72, 56], kit.ink, mirror(legs)),
    mark(kit.ink, join(curve(2.6, 42, 12, 36, 0, 28, -2), mirror(curve(2.6, 42, 12, 36, 0, 28, -2)))),
    solid(kit.ink, smooth(28, 30, 32, 10, 50, 6, 68, 10, 72, 30)),
    core(kit.main, smooth(14, 62, 18, 32, 50, 22, 82, 32, 86, 62, 72, 90, 50, 98, 28, 90)),
    mark(kit.ink, stroke(2.6, 50, 26, 50, 96)),
    mark(
      kit.accent,
      join(...[ellipse(32, 44, 6.5), ellipse(28, 64, 5.5), ellipse(40, 78, 5)].flatMap((dot) => [dot, mirror(dot)])),
    ),
    mark(kit.white, join(ellipse(40, 17, 4), ellipse(60, 17, 4))),
  ];
};

const leg = (y: number, knee: number, foot: number) => stroke(4, 40, y, 18, knee, 12, foot);
export const scorpion: Family = (kit) => {
  const legs = join(leg(66, 58, 74), leg(72, 68, 86), leg(78, 80, 97));
  const pincer = join(stroke(6, 40, 62, 24, 48, 16, 40), smooth(16, 44, 2, 34, 2, 16, 12, 24, 20, 14, 26, 32));
  return [
    limb('tail', [50, 70], kit.main, curve(11, 52, 70, 84, 66, 100, 40, 84, 12, 62, 12)),
    limb('tail', [50, 70], kit.accent, polygon(68, 2, 66, 24, 44, 22)),
    limb('legA', [40, 70], kit.main, legs),
    limb('legB', [60, 70], kit.main, mirror(legs)),
    limb('armA', [38, 62], kit.main, pincer),
    limb('armB', [62, 62], kit.main, mirror(pincer)),
    core(kit.main, smooth(32, 72, 34, 54, 50, 48, 66, 54, 68, 72, 60, 94, 50, 97, 40, 94)),
    mark(
      { ...kit.main, base: kit.main.dark },
      join(curve(2.4, 36, 78, 50, 82, 64, 78), curve(2.4, 39, 87, 50, 91, 61, 87)),
    ),
    ...eyes(kit, 50, 62, 6, 8),
  ];
};
