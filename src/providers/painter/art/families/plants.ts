import type { Family } from '../figure.ts';
import { box, ellipse, hole, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, face, mark, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

export const tree: Family = (kit) => [
  solid(kit.accent, polygon(43, 52, 57, 52, 58, 84, 66, 97, 34, 97, 42, 84)),
  solid(kit.accent, join(curve(6, 50, 74, 62, 66, 66, 56), curve(6, 50, 78, 40, 70, 36, 60))),
  core(
    kit.main,
    join(ellipse(28, 48, 23, 20), ellipse(72, 48, 23, 20), ellipse(50, 42, 28, 26), ellipse(50, 22, 24, 21)),
  ),
  ...leaves(kit),
  ...(kit.mood === 'plain' ? [] : face(kit, 50, 42, 7, 12)),
];

function leaves(kit: Parameters<Family>[0]) {
  const lightLeaves = Array.from({ length: 7 }, () =>
    ellipse(kit.random.range(18, 66), kit.random.range(12, 52), 3.4, 2.2, 10),
  );
  return [mark({ ...kit.main, base: kit.main.light }, join(...lightLeaves), 0.8)];
}

export const pine: Family = (kit) => [
  solid(kit.accent, polygon(44, 78, 56, 78, 58, 98, 42, 98)),
  solid(kit.main, polygon(50, 40, 88, 84, 70, 80, 60, 86, 50, 80, 40, 86, 30, 80, 12, 84)),
  core(kit.main, polygon(50, 20, 80, 62, 66, 58, 50, 64, 34, 58, 20, 62)),
  solid(kit.main, polygon(50, 0, 72, 40, 60, 36, 50, 42, 40, 36, 28, 40)),
  ...(kit.mood === 'plain' ? [] : face(kit, 50, 50, 5, 8)),
];

export const cactus: Family = (kit) => [
  solid(kit.main, join(curve(15, 44, 70, 18, 68, 18, 46), curve(15, 56, 58, 82, 58, 82, 34))),
  core(kit.main, smooth(36, 98, 36, 10, 42, 2, 58, 2, 64, 10, 64, 98)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(2.4, 45, 20, 45, 60, 45, 92), curve(2.4, 55, 20, 55, 60, 55, 92)),
  ),
  solid(kit.accent, join(ellipse(44, 4, 6), ellipse(56, 4, 6), ellipse(50, -2, 6))),
  ...(kit.mood === 'plain' ? [] : face(kit, 50, 38, 4.6, 7)),
];

export const mushroom: Family = (kit) => [
  solid(kit.accent, smooth(36, 50, 64, 50, 68, 84, 72, 98, 28, 98, 32, 84)),
  mark({ ...kit.accent, base: kit.accent.dark }, smooth(32, 54, 68, 54, 66, 63, 34, 63), 0.7),
  core(kit.main, smooth(2, 58, 2, 34, 26, 4, 74, 4, 98, 34, 98, 58, 74, 62, 26, 62)),
  mark(
    kit.white,
    join(
      ellipse(50, 22, 10, 8),
      ellipse(24, 36, 7.5, 6.5),
      ellipse(76, 36, 7.5, 6.5),
      ellipse(49, 48, 6.5, 5),
      ellipse(14, 51, 4, 3.4),
      ellipse(86, 51, 4, 3.4),
    ),
  ),
  ...(kit.mood === 'plain' ? [] : face(kit, 50, 74, 4.8, 7.5)),
];

export const flower: Family = (kit) => {
  const petals = Array.from({ length: 6 }, (_, index) => {
    const angle = (index / 6) * 2 * Math.PI;
    return ellipse(50 + 21 * Math.sin(angle), 33 - 21 * Math.cos(angle), 14, 14, 28);
  });
  return [
    solid(kit.leaf, curve(5.5, 50, 44, 54, 70, 50, 98)),
    solid(kit.leaf, smooth(51, 84, 58, 66, 84, 62, 76, 82)),
    solid(kit.leaf, smooth(50, 90, 42, 74, 18, 72, 26, 90)),
    ...petals.map((petal) => solid(kit.main, petal)),
    core(kit.accent, ellipse(50, 33, 13)),
    ...(kit.mood === 'plain' ? [] : face(kit, 50, 32, 4, 5.4)),
  ];
};

export const palm: Family = (kit) => {
  const frond = smooth(52, 26, 34, 4, 6, 6, -8, 28, 12, 20, 34, 22);
  const low = smooth(52, 26, 30, 22, 6, 36, 2, 58, 18, 42, 40, 36);
  return [
    solid(kit.accent, smooth(46, 26, 58, 26, 56, 60, 66, 98, 42, 98, 46, 60)),
    mark(
      { ...kit.accent, base: kit.accent.dark },
      join(stroke(2.4, 46, 46, 57, 44), stroke(2.4, 46, 62, 57, 60), stroke(2.4, 45, 78, 60, 76)),
    ),
    core(kit.main, join(frond, low)),
    solid(kit.main, join(mirror(frond, 52), mirror(low, 52))),
    solid(kit.wood, join(ellipse(46, 32, 6), ellipse(58, 33, 6))),
  ];
};

export const bush: Family = (kit) => [
  core(
    kit.main,
    join(ellipse(20, 70, 22, 24), ellipse(50, 52, 28, 28), ellipse(80, 70, 22, 24), box(10, 68, 80, 26, 8)),
  ),
  mark(
    kit.accent,
    join(ellipse(26, 66, 4.4), ellipse(48, 44, 4.4), ellipse(70, 60, 4.4), ellipse(52, 76, 4.4), ellipse(84, 78, 3.6)),
  ),
];

export const grass: Family = (kit) => [
  solid(kit.main, polygon(6, 97, -4, 50, 24, 80, 22, 36, 44, 78)),
  solid(kit.main, polygon(56, 80, 80, 32, 78, 78, 104, 52, 94, 97)),
  core(kit.main, polygon(24, 97, 36, 64, 50, 10, 62, 66, 76, 97)),
];

export const leaf: Family = (kit) => [
  core(kit.main, smooth(96, 2, 100, 44, 78, 84, 34, 92, 12, 78, 10, 44, 40, 10)),
  mark(
    { ...kit.main, base: kit.main.line },
    join(
      curve(3.4, 0, 102, 30, 74, 82, 18),
      stroke(2.4, 40, 62, 36, 36),
      stroke(2.4, 40, 62, 68, 66),
      stroke(2.4, 58, 43, 56, 20),
      stroke(2.4, 58, 43, 84, 44),
    ),
    0.7,
  ),
];

export const stump: Family = (kit) => [
  core(kit.main, smooth(20, 30, 80, 30, 80, 74, 100, 97, 70, 94, 50, 99, 30, 94, 0, 97, 20, 74)),
  mark(
    { ...kit.main, base: kit.main.dark },
    join(curve(2.4, 34, 44, 36, 64, 30, 86), curve(2.4, 60, 46, 60, 66, 66, 88)),
  ),
  solid(kit.accent, ellipse(50, 30, 31, 15)),
  mark(kit.main, join(ring(20, 9), ring(10, 4))),
];

function ring(width: number, height: number) {
  return join(ellipse(50, 30, width, height), hole(ellipse(50, 30, width - 2.6, height - 1.8)));
}

export const rock: Family = (kit) => [
  core(kit.main, polygon(0, 92, 4, 58, 26, 28, 58, 20, 86, 42, 100, 74, 98, 92, 80, 97, 20, 97)),
  mark({ ...kit.main, base: kit.main.light }, polygon(26, 28, 58, 20, 48, 46, 22, 52), 0.55),
  mark({ ...kit.main, base: kit.main.dark }, polygon(58, 20, 86, 42, 100, 74, 72, 62, 48, 46), 0.55),
  mark({ ...kit.main, base: kit.main.line }, stroke(2, 34, 74, 44, 66, 42, 84), 0.6),
];
