import type { Kit } from '../figure.ts';
import { box, ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { mark, solid, starPath } from '../parts.ts';
import type { Layers } from './index.ts';

export const crown = (kit: Kit): Layers => ({
  head: [
    solid(kit.trim ?? kit.gold, polygon(10, 92, 4, 30, 28, 58, 50, 12, 72, 58, 96, 30, 90, 92)),
    mark(kit.red, join(ellipse(50, 76, 8), ellipse(26, 77, 5), ellipse(74, 77, 5))),
  ],
});

const feathers = smooth(36, 62, 22, 18, -6, -8, -36, -2, -26, 12, -40, 26, -24, 34, -32, 50, -12, 54, -14, 68, 12, 70);
export const wings = (kit: Kit): Layers => ({
  behind: [solid(kit.trim ?? kit.white, join(feathers, mirror(feathers)))],
});

const horn = smooth(14, 96, 0, 60, 2, 20, -10, 0, 24, 18, 36, 60, 38, 92);
export const horns = (kit: Kit): Layers => ({
  head: [
    solid({ ...kit.white, base: [122, 48, 62], light: [190, 96, 96], dark: [82, 30, 52] }, join(horn, mirror(horn))),
  ],
});

export const hat = (kit: Kit): Layers => ({
  head: [
    solid(kit.red, smooth(4, 84, 10, 40, 40, 0, 90, 0, 108, 40, 92, 40, 80, 24, 94, 84)),
    solid(kit.white, join(box(-4, 72, 108, 24, 12))),
    solid(kit.white, ellipse(103, 46, 15)),
  ],
});

/** A kettle hat and a breastplate's rivets. */
export const armour = (kit: Kit): Layers => ({
  head: [
    solid(kit.metal, smooth(0, 100, -2, 50, 26, 22, 74, 22, 102, 50, 100, 100)),
    solid(kit.metal, box(-10, 84, 120, 20, 8)),
    mark(kit.ink, join(ellipse(12, 94, 4), ellipse(50, 94, 4), ellipse(88, 94, 4))),
    solid(kit.red, smooth(42, 28, 38, 0, 62, 0, 58, 28)),
  ],
});

export const thorns = (kit: Kit): Layers => ({
  behind: [solid({ ...kit.main, base: kit.main.dark }, starPath(50, 50, 64, 18, 0.72))],
});
