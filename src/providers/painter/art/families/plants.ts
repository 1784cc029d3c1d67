import type { Family } from '../figure.ts';
import { ellipse, join, polygon, smooth } from '../geometry.ts';
import { core, face, mark, solid } from '../parts.ts';
import { curve } from '../stroke.ts';

export const tree: Family = (kit) => [
  solid(kit.accent, polygon(43, 52, 57, 52, 58, 84, 66, 97, 34, 97, 42, 84)),
  solid(kit.accent, join(curve(6, 50, 74, 62, 66, 66, 56), curve(6, 50, 78, 40, 70, 36, 60))),
  core(
    kit.main,
    join(ellipse(28, 48, 23, 20), ellipse(72, 48, 23, 20), ellipse(50, 42, 28, 26), ellipse(50, 22, 24, 21)),
  ),
  ...leaves(kit),
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
