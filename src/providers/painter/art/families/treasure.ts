import type { Family } from '../figure.ts';
import { box, ellipse, hole, join, polygon, smooth } from '../geometry.ts';
import { core, mark, shine, solid, starPath } from '../parts.ts';
import { curve } from '../stroke.ts';

export const gem: Family = (kit) => {
  const { light, dark, base } = kit.main;
  return [
    core(kit.main, polygon(24, 12, 76, 12, 98, 40, 50, 94, 2, 40)),
    mark({ ...kit.main, base: light }, polygon(24, 12, 2, 40, 30, 40)),
    mark(kit.white, polygon(24, 12, 50, 12, 30, 40), 0.7),
    mark({ ...kit.main, base: light }, polygon(50, 12, 70, 40, 30, 40), 0.7),
    mark({ ...kit.main, base }, polygon(50, 12, 76, 12, 70, 40)),
    mark({ ...kit.main, base: dark }, polygon(76, 12, 98, 40, 70, 40), 0.8),
    mark({ ...kit.main, base: light }, polygon(2, 40, 30, 40, 50, 94), 0.35),
    mark({ ...kit.main, base: dark }, polygon(70, 40, 98, 40, 50, 94)),
  ];
};

export const crystal: Family = (kit) => {
  const { light, dark } = kit.main;
  const shard = (x: number, lean: number, top: number, wide: number) => [
    solid(
      kit.main,
      polygon(
        x - wide,
        90,
        x - wide + lean,
        top + wide * 1.3,
        x + lean,
        top,
        x + wide + lean,
        top + wide * 1.3,
        x + wide,
        90,
        x,
        97,
      ),
    ),
    mark(
      { ...kit.main, base: light },
      polygon(x - wide, 90, x - wide + lean, top + wide * 1.3, x + lean, top, x + lean * 0.9, top + wide * 2, x, 96),
      0.75,
    ),
    mark(
      { ...kit.main, base: dark },
      polygon(
        x + wide * 0.4,
        92,
        x + wide * 0.5 + lean,
        top + wide * 1.4,
        x + wide + lean,
        top + wide * 1.3,
        x + wide,
        90,
      ),
      0.9,
    ),
  ];
  return [
    ...shard(26, -14, 40, 11),
    ...shard(76, 14, 46, 11),
    ...shard(50, 0, 2, 16),
    ...shard(36, -4, 62, 8),
    ...shard(66, 5, 66, 8),
  ].map((part, index) => (index === 6 ? { ...part, core: true } : part));
};

export const coin: Family = (kit) => [
  core(kit.main, ellipse(50, 50, 46)),
  mark(kit.accent, join(ellipse(50, 50, 37), hole(ellipse(50, 50, 33)))),
  mark(kit.accent, starPath(51.5, 52, 23, 5, 0.46)),
  mark({ ...kit.main, base: kit.main.light }, starPath(50, 50, 22, 5, 0.46)),
  shine(kit, 27, 25, 5),
];

export const star: Family = (kit) => [
  core(kit.main, starPath(50, 54, 52, 5, 0.5)),
  mark({ ...kit.main, base: kit.main.light }, polygon(50, 14, 55, 42, 36, 40), 0.6),
  mark(kit.ink, join(ellipse(42, 54, 3.6, 6), ellipse(58, 54, 3.6, 6))),
  mark(kit.ink, kit.mood === 'angry' ? curve(2.6, 44, 70, 50, 65, 56, 70) : curve(2.6, 44, 66, 50, 71, 56, 66)),
];

export const heart: Family = (kit) => [
  core(kit.main, smooth(50, 26, 40, 6, 16, 2, 0, 22, 2, 52, 26, 74, 50, 100, 74, 74, 98, 52, 100, 22, 84, 2, 60, 6)),
  shine(kit, 24, 30, 10),
  shine(kit, 15, 45, 3.5),
];

export const crown: Family = (kit) => [
  core(kit.main, polygon(6, 90, 2, 28, 26, 56, 50, 12, 74, 56, 98, 28, 94, 90)),
  solid(kit.main, join(ellipse(4, 25, 6), ellipse(50, 10, 7), ellipse(96, 25, 6))),
  mark({ ...kit.main, base: kit.main.dark }, box(8, 74, 84, 12, 2)),
  mark(kit.accent, join(ellipse(50, 80, 6), ellipse(25, 80, 4.4), ellipse(75, 80, 4.4))),
  shine(kit, 24, 66, 4),
];

export const ring: Family = (kit) => [
  core(kit.main, join(ellipse(50, 64, 34), hole(ellipse(50, 64, 22)))),
  solid(kit.accent, polygon(38, 2, 62, 2, 74, 18, 50, 42, 26, 18)),
  mark(kit.white, polygon(38, 2, 50, 2, 42, 18, 26, 18), 0.7),
  mark({ ...kit.accent, base: kit.accent.dark }, polygon(58, 18, 74, 18, 50, 42)),
];

export const chest: Family = (kit) => [
  solid(kit.main, box(5, 48, 90, 46, 4)),
  core(kit.main, smooth(4, 56, 4, 16, 14, 8, 86, 8, 96, 16, 96, 56)),
  mark({ ...kit.main, base: kit.main.dark }, join(box(6, 70, 88, 3), box(8, 30, 84, 2.6))),
  solid(kit.accent, join(box(14, 10, 11, 84, 2), box(75, 10, 11, 84, 2))),
  solid(kit.accent, box(3, 47, 94, 9, 2)),
  solid(kit.accent, box(40, 42, 20, 25, 4)),
  mark(kit.ink, join(ellipse(50, 52, 4), polygon(48, 53, 52, 53, 54, 62, 46, 62))),
];

export const trophy: Family = (kit) => [
  solid(kit.main, join(curve(6, 24, 16, 4, 14, 4, 40, 30, 46), curve(6, 76, 16, 96, 14, 96, 40, 70, 46))),
  solid(kit.main, polygon(44, 52, 56, 52, 60, 80, 40, 80)),
  core(kit.main, smooth(20, 4, 80, 4, 80, 36, 62, 60, 38, 60, 20, 36)),
  solid(kit.main, box(16, 0, 68, 9, 4)),
  solid(kit.accent, box(26, 78, 48, 19, 3)),
  mark({ ...kit.main, base: kit.main.light }, starPath(50, 30, 14, 5, 0.46)),
];

export const bag: Family = (kit) => [
  solid(kit.main, polygon(34, 26, 24, 2, 40, 10, 50, 0, 60, 10, 76, 2, 66, 26)),
  core(kit.main, smooth(36, 24, 64, 24, 92, 60, 96, 88, 80, 98, 20, 98, 4, 88, 8, 60)),
  solid(kit.accent, box(30, 21, 40, 9, 4)),
  mark(kit.gold, join(ellipse(50, 64, 16))),
  mark({ ...kit.gold, base: kit.gold.dark }, starPath(50, 64, 10, 5, 0.46)),
];
