import type { Family } from '../figure.ts';
import { box, ellipse, join, polygon, rotation, smooth, transform } from '../geometry.ts';
import { core, mark, shine, solid } from '../parts.ts';

export const rocket: Family = (kit) => [
  mark(kit.gold, smooth(40, 84, 60, 84, 60, 96, 50, 108, 40, 96)),
  solid(kit.accent, join(smooth(34, 56, 12, 74, 12, 94, 36, 82), smooth(66, 56, 88, 74, 88, 94, 64, 82))),
  core(kit.main, smooth(36, 88, 28, 56, 32, 24, 50, -4, 68, 24, 72, 56, 64, 88)),
  solid(kit.accent, smooth(36, 20, 42, 6, 50, -6, 58, 6, 64, 20, 50, 24)),
  solid(kit.metal, ellipse(50, 42, 12)),
  mark(kit.glass, ellipse(50, 42, 8)),
  shine(kit, 47, 39, 3),
  solid(kit.accent, box(46.5, 62, 7, 28, 3)),
];

export const spaceship: Family = (kit) => [
  mark(kit.accent, join(smooth(34, 86, 42, 86, 40, 100, 36, 100), smooth(58, 86, 66, 86, 64, 100, 60, 100))),
  solid(kit.main, polygon(50, 40, 96, 74, 96, 86, 60, 80, 40, 80, 4, 86, 4, 74)),
  solid(kit.red, join(box(2, 54, 6, 32, 3), box(92, 54, 6, 32, 3))),
  solid(kit.metal, join(box(30, 70, 14, 18, 3), box(56, 70, 14, 18, 3))),
  core(kit.main, smooth(50, -4, 58, 8, 64, 50, 62, 86, 38, 86, 36, 50, 42, 8)),
  solid(kit.accent, smooth(50, 24, 58, 36, 57, 54, 50, 58, 43, 54, 42, 36)),
  shine(kit, 47, 36, 3.2),
];

export const asteroid: Family = (kit) => {
  const numbers: number[] = [];
  for (let i = 0; i < 11; i++) {
    const reach = kit.random.range(38, 50);
    numbers.push(50 + reach * Math.cos((i / 11) * 2 * Math.PI), 50 + reach * Math.sin((i / 11) * 2 * Math.PI));
  }
  const crater = (x: number, y: number, size: number) => [
    mark({ ...kit.main, base: kit.main.dark }, ellipse(x, y, size, size * 0.85)),
    mark({ ...kit.main, base: kit.main.line }, ellipse(x - size * 0.1, y - size * 0.1, size * 0.75, size * 0.6), 0.5),
  ];
  return [
    core(kit.main, polygon(...numbers)),
    ...crater(36, 38, 11),
    ...crater(64, 56, 13),
    ...crater(38, 70, 7),
    ...crater(66, 28, 5.4),
  ];
};

export const moon: Family = (kit) => {
  const crater = (x: number, y: number, size: number) =>
    mark({ ...kit.main, base: kit.main.dark }, ellipse(x, y, size), 0.5);
  return [
    core(kit.main, ellipse(50, 50, 46)),
    crater(34, 34, 11),
    crater(66, 54, 9),
    crater(40, 70, 7),
    crater(68, 26, 5),
  ];
};

export const planet: Family = (kit) => [
  mark(kit.accent, transform(smooth(-6, 50, 50, 34, 106, 50, 50, 40), rotation(-0.04, [50, 50]))),
  core(kit.main, ellipse(50, 50, 37)),
  mark({ ...kit.main, base: kit.main.light }, join(smooth(18, 40, 50, 32, 82, 40, 84, 48, 50, 42, 16, 48)), 0.55),
  mark({ ...kit.main, base: kit.main.dark }, join(ellipse(38, 70, 9, 4), ellipse(62, 76, 6, 3)), 0.7),
  solid(
    kit.accent,
    transform(
      smooth(0, 42, -12, 52, 18, 66, 50, 68, 82, 66, 112, 52, 100, 42, 94, 50, 74, 57, 50, 59, 26, 57, 6, 50),
      rotation(-0.04, [50, 50]),
    ),
  ),
];

export const ufo: Family = (kit) => [
  mark(kit.gold, polygon(34, 62, 66, 62, 84, 104, 16, 104), 0.45),
  core(kit.glass, smooth(26, 48, 28, 14, 50, 2, 72, 14, 74, 48)),
  mark(kit.leaf, smooth(38, 48, 38, 26, 50, 20, 62, 26, 62, 48)),
  mark(kit.ink, join(ellipse(45, 33, 3.4, 5), ellipse(55, 33, 3.4, 5))),
  solid(kit.main, smooth(-6, 54, 14, 42, 50, 38, 86, 42, 106, 54, 86, 68, 50, 74, 14, 68)),
  mark(kit.accent, join(ellipse(16, 55, 5), ellipse(38, 60, 5), ellipse(62, 60, 5), ellipse(84, 55, 5))),
  shine(kit, 38, 14, 4),
];
