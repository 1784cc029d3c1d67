import type { Family, Kit, Part } from '../figure.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, hole, join, mirror, polygon, scaling, smooth, transform } from '../geometry.ts';
import { core, eye, eyes, limb, mark, mouth, shine, solid, starPath } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

type Choice<T> = readonly [T, ...T[]];

const SIGNS: Choice<Path> = [
  join(ellipse(50, 50, 20), hole(ellipse(50, 50, 11))),
  starPath(50, 50, 24, 4, 0.42),
  polygon(50, 30, 70, 66, 30, 66),
  join(stroke(8, 32, 44, 50, 30, 68, 44), stroke(8, 32, 64, 50, 50, 68, 64)),
  join(box(30, 32, 40, 8, 3), box(30, 46, 40, 8, 3), box(30, 60, 40, 8, 3)),
  join(box(44, 28, 12, 44, 4), box(28, 44, 44, 12, 4)),
  join(ellipse(38, 38, 8), ellipse(62, 38, 8), ellipse(38, 62, 8), ellipse(62, 62, 8)),
  starPath(50, 50, 22, 6, 0.6),
];

/** What the sign of a stand-in is on; each keeps the middle free for it. */
const CARRIERS: Choice<(kit: Kit) => readonly Part[]> = [medallion, vessel, orb, device, block];

/** A thing with a sign on it: plainly a placeholder, and another one for other words. */
export const emblem: Family = (kit) => {
  const carrier = kit.random.pick(CARRIERS)(kit);
  const sign = transform(kit.random.pick(SIGNS), [0.8, 0, 0, 0.8, 10, 11]);
  return [
    ...carrier,
    mark({ ...kit.main, base: kit.main.line }, transform(sign, [1, 0, 0, 1, 1.2, 2]), 0.8),
    mark(kit.accent, sign),
  ];
};

function medallion(kit: Kit): readonly Part[] {
  const plate = kit.random.pick([ellipse(50, 50, 46), box(6, 6, 88, 88, 16), starPath(50, 50, 50, 8, 0.86)]);
  return [
    core(kit.main, plate),
    mark({ ...kit.main, base: kit.main.dark }, transform(plate, scaling(0.82, 0.82, [50, 50]))),
    mark(kit.main, transform(plate, scaling(0.74, 0.74, [50, 50]))),
    shine(kit, 28, 22, 4),
  ];
}

function vessel(kit: Kit): readonly Part[] {
  const [lip, neck, foot] = [kit.random.range(16, 30), kit.random.range(10, 20), kit.random.range(16, 34)];
  const side = (x: number): number => 100 - x;
  const [l, n, f] = [50 - lip, 50 - neck, 50 - foot];
  return [
    core(
      kit.main,
      smooth(
        n,
        2,
        side(n),
        2,
        side(n),
        20,
        96,
        36,
        94,
        66,
        side(f),
        88,
        side(f),
        98,
        f,
        98,
        f,
        88,
        6,
        66,
        4,
        36,
        n,
        20,
      ),
    ),
    solid(kit.accent, join(box(l, -2, lip * 2, 9, 4), box(f - 2, 92, foot * 2 + 4, 8, 3))),
    shine(kit, 24, 40, 5),
  ];
}

function orb(kit: Kit): readonly Part[] {
  return [
    solid(kit.accent, polygon(30, 74, 70, 74, 84, 100, 16, 100)),
    core(kit.main, ellipse(50, 46, 44)),
    solid(
      kit.accent,
      join(smooth(12, 66, 2, 44, 10, 40, 30, 84, 20, 84), mirror(smooth(12, 66, 2, 44, 10, 40, 30, 84, 20, 84))),
    ),
    shine(kit, 32, 18, 7),
  ];
}

function device(kit: Kit): readonly Part[] {
  return [
    solid(kit.metal, join(stroke(4, 30, 12, 22, -8), ellipse(22, -9, 5))),
    solid(kit.accent, join(box(-4, 38, 12, 26, 4), box(92, 38, 12, 26, 4))),
    core(kit.main, box(4, 8, 92, 88, 14)),
    mark({ ...kit.main, base: kit.main.dark }, box(15, 20, 70, 60, 8)),
    mark(kit.red, ellipse(26, 88, 4)),
    mark(kit.gold, ellipse(40, 88, 4)),
    shine(kit, 18, 14, 4),
  ];
}

function block(kit: Kit): readonly Part[] {
  return [
    solid({ ...kit.main, base: kit.main.light }, polygon(10, 14, 30, -4, 106, -4, 88, 14)),
    solid({ ...kit.main, base: kit.main.dark }, polygon(88, 14, 106, -4, 106, 76, 88, 96)),
    core(kit.main, box(8, 13, 82, 84, 2)),
    mark(
      { ...kit.main, base: kit.main.dark },
      join(ellipse(16, 22, 3), ellipse(82, 22, 3), ellipse(16, 88, 3), ellipse(82, 88, 3)),
    ),
  ];
}

const BODIES: Choice<Path> = [
  smooth(8, 94, 6, 56, 20, 16, 50, 6, 80, 16, 94, 56, 92, 94),
  smooth(16, 94, 22, 60, 14, 30, 32, 6, 68, 6, 86, 30, 78, 60, 84, 94),
  smooth(2, 80, 2, 40, 24, 20, 76, 20, 98, 40, 98, 80, 76, 96, 24, 96),
  starPath(50, 54, 48, 13, 0.82),
  box(14, 12, 72, 82, 26),
];
const TOPS: Choice<Path> = [
  smooth(28, 30, 12, 14, 12, -10, 26, -2, 40, 16),
  ellipse(22, 18, 14),
  polygon(20, 34, 16, -8, 44, 18),
  join(curve(4, 38, 22, 32, 4, 24, -4), ellipse(23, -6, 6)),
  polygon(50, 24, 30, 14, 36, -2, 42, 8, 50, -8),
];
const ARMS: Choice<Path> = [
  curve(10, 14, 58, -2, 62, -4, 78),
  smooth(18, 50, -4, 34, -10, 46, -2, 52, -8, 60, 4, 62, 16, 66),
  curve(9, 14, 60, -4, 54, -2, 36),
];

/** A creature out of parts that were drawn by lot. */
export const critter: Family = (kit) => {
  const { random } = kit;
  const body = random.pick(BODIES);
  const [top, arm] = [random.pick(TOPS), random.pick(ARMS)];
  const spots = join(ellipse(24, 78, 6, 5), ellipse(76, 82, 5, 4), ellipse(82, 66, 4));
  const belly = random.integer(2) === 0;
  return [
    limb('armA', [14, 58], kit.main, arm),
    limb('armB', [86, 58], kit.main, mirror(arm)),
    solid(kit.accent, join(top, mirror(top))),
    limb('legA', [34, 92], kit.main, ellipse(32, 95, 12, 6)),
    limb('legB', [66, 92], kit.main, ellipse(68, 95, 12, 6)),
    core(kit.main, body),
    mark(belly ? kit.accent : { ...kit.main, base: kit.main.dark }, belly ? ellipse(50, 82, 22, 11) : spots, 0.75),
    ...gaze(kit, random.integer(4)),
  ];
};

function gaze(kit: Kit, kind: number): readonly Part[] {
  const fangs = mark(kit.white, join(polygon(38, 66, 45, 67, 41, 75), polygon(62, 66, 55, 67, 59, 75)));
  if (kind === 0) return [...eye(kit, 50, 42, 15, -1), mouth(kit, 50, 65, 11)];
  if (kind === 1)
    return [
      ...eyes(kit, 50, 46, 8, 19),
      ...eye(kit, 50, 32, 8, -1),
      mark(kit.ink, curve(3, 34, 64, 50, 70, 66, 64)),
      fangs,
    ];
  return [...eyes(kit, 50, 42, 10, 16), mouth(kit, 50, 62, 10), ...(kind === 2 ? [fangs] : [])];
}
