import type { Ramp } from '../colour.ts';
import type { Family, Kit, Part } from '../figure.ts';
import type { Path } from '../geometry.ts';
import { ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eyes, limb, mark, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

interface Sitter {
  readonly tail?: Path;
  /** The left one; the other is its mirror image. */
  readonly ear: Path;
  /** The inside of the left ear. */
  readonly hollow?: Path;
  readonly head?: Path;
  readonly belly?: Ramp;
  /** What lies on the head: muzzle, eyes, nose. */
  readonly face: readonly Part[];
}

const HEAD = smooth(10, 44, 16, 18, 50, 10, 84, 18, 90, 44, 76, 68, 50, 74, 24, 68);

/** A small beast that sits and looks at us: kinds differ in ears, muzzle and tail. */
function sitting(kit: Kit, { tail, ear, hollow, head = HEAD, belly = kit.accent, face }: Sitter): readonly Part[] {
  return [
    ...(tail ? [limb('tail', [72, 88], kit.main, tail)] : []),
    solid(kit.main, smooth(30, 60, 70, 60, 78, 97, 22, 97)),
    mark(belly, smooth(40, 68, 60, 68, 62, 95, 38, 95)),
    limb('legA', [38, 88], kit.main, ellipse(36, 93, 9, 5)),
    limb('legB', [62, 88], kit.main, ellipse(64, 93, 9, 5)),
    solid(kit.main, join(ear, mirror(ear))),
    ...(hollow ? [mark(kit.red, join(hollow, mirror(hollow)), 0.6)] : []),
    core(kit.main, head),
    ...face,
  ];
}

const smile = join(curve(2.4, 50, 56, 48, 63, 41, 61), curve(2.4, 50, 56, 52, 63, 59, 61));
const whisker = join(stroke(1.4, 4, 48, 26, 54), stroke(1.4, 4, 60, 26, 58));

export const cat: Family = (kit) =>
  sitting(kit, {
    tail: curve(9, 70, 90, 92, 90, 94, 68, 84, 60),
    ear: polygon(16, 34, 16, 2, 44, 18),
    hollow: polygon(21, 26, 21, 11, 34, 20),
    face: [
      mark(kit.feature, ellipse(50, 57, 17, 12)),
      ...eyes(kit, 50, 40, 8, 18),
      mark(kit.red, polygon(45, 50, 55, 50, 50, 56)),
      mark(kit.ink, smile),
      mark(kit.ink, join(whisker, mirror(whisker))),
    ],
  });

export const dog: Family = (kit) => {
  const ear = smooth(20, 14, 4, 18, -4, 46, 4, 66, 18, 58, 26, 26);
  return [
    ...sitting(kit, {
      tail: curve(9, 70, 90, 88, 84, 98, 66),
      ear: polygon(30, 20, 34, 20, 32, 30),
      belly: kit.feature,
      face: [
        mark(kit.accent, smooth(54, 22, 76, 22, 82, 44, 66, 54, 54, 44), 0.9),
        solid(kit.feature, smooth(30, 62, 32, 50, 50, 46, 68, 50, 70, 62, 62, 74, 50, 77, 38, 74)),
        ...eyes(kit, 50, 37, 7.5, 16),
        mark(kit.red, smooth(44, 66, 56, 66, 56, 80, 50, 84, 44, 80)),
        mark(kit.ink, join(smooth(40, 48, 60, 48, 58, 56, 50, 60, 42, 56), stroke(2.2, 50, 56, 50, 66))),
        mark(kit.ink, curve(2.4, 38, 64, 50, 70, 62, 64)),
      ],
    }),
    solid(kit.accent, join(ear, mirror(ear))),
  ];
};

export const fox: Family = (kit) =>
  sitting(kit, {
    tail: smooth(66, 94, 88, 98, 106, 76, 98, 44, 84, 52, 84, 74, 66, 82),
    ear: polygon(10, 36, 8, -4, 42, 18),
    hollow: polygon(17, 26, 15, 9, 32, 20),
    head: smooth(2, 44, 20, 16, 50, 14, 80, 16, 98, 44, 72, 62, 50, 80, 28, 62),
    face: [
      mark(kit.white, smooth(6, 46, 24, 44, 46, 56, 50, 76, 30, 62)),
      mark(kit.white, mirror(smooth(6, 46, 24, 44, 46, 56, 50, 76, 30, 62))),
      ...eyes(kit, 50, 40, 6.5, 17),
      mark(kit.ink, ellipse(50, 71, 6, 4.6)),
      mark(kit.white, smooth(92, 66, 99, 50, 94, 45, 88, 52), 0.95),
    ],
  });

export const bear: Family = (kit) =>
  sitting(kit, {
    ear: ellipse(20, 20, 13),
    hollow: ellipse(20, 20, 7),
    face: [
      solid(kit.feature, ellipse(50, 56, 19, 15)),
      ...eyes(kit, 50, 36, 6, 17),
      mark(kit.ink, join(ellipse(50, 49, 8, 5.4), stroke(2.2, 50, 52, 50, 62))),
      mark(kit.ink, curve(2.4, 41, 61, 50, 67, 59, 61)),
    ],
  });

export const rabbit: Family = (kit) =>
  sitting(kit, {
    tail: ellipse(80, 88, 9),
    ear: smooth(34, 26, 22, 8, 16, -34, 30, -38, 42, -8, 44, 22),
    hollow: smooth(34, 16, 26, 0, 23, -26, 30, -26, 37, -4),
    head: smooth(14, 46, 18, 18, 50, 10, 82, 18, 86, 46, 72, 70, 50, 74, 28, 70),
    face: [
      ...eyes(kit, 50, 38, 7.5, 17),
      mark(kit.red, polygon(45, 51, 55, 51, 50, 57)),
      mark(kit.ink, smile),
      mark(kit.white, join(polygon(45, 63, 55, 63, 54.5, 73, 45.5, 73))),
      mark(kit.ink, stroke(1.2, 50, 64, 50, 72)),
    ],
  });

export const mouse: Family = (kit) =>
  sitting(kit, {
    tail: curve(4, 72, 92, 92, 98, 100, 82, 90, 68, 102, 58),
    ear: ellipse(14, 18, 21),
    hollow: ellipse(14, 18, 13),
    head: smooth(20, 46, 22, 22, 50, 14, 78, 22, 80, 46, 64, 66, 50, 76, 36, 66),
    face: [
      ...eyes(kit, 50, 42, 6.5, 14),
      mark(kit.red, ellipse(50, 66, 6, 5)),
      mark(kit.ink, join(whisker, mirror(whisker))),
      mark(kit.white, polygon(46, 71, 54, 71, 53, 79, 47, 79)),
    ],
  });

export const pig: Family = (kit) =>
  sitting(kit, {
    tail: curve(4, 72, 84, 88, 80, 92, 72, 84, 70, 86, 80),
    ear: smooth(14, 34, 8, 6, 20, 4, 40, 18),
    face: [
      ...eyes(kit, 50, 38, 7, 20),
      solid(kit.feature, ellipse(50, 54, 16, 12)),
      mark(kit.ink, join(ellipse(44, 54, 3, 4.6), ellipse(56, 54, 3, 4.6))),
    ],
  });

export const lion: Family = (kit) => [
  solid(kit.accent, smooth(50, -6, 88, 2, 108, 36, 100, 70, 74, 90, 50, 94, 26, 90, 0, 70, -8, 36, 12, 2)),
  ...sitting(kit, {
    ear: ellipse(22, 20, 10),
    belly: kit.white,
    head: smooth(16, 44, 20, 22, 50, 14, 80, 22, 84, 44, 74, 66, 50, 74, 26, 66),
    face: [
      mark(kit.white, ellipse(50, 60, 17, 11)),
      ...eyes(kit, 50, 40, 7, 16),
      mark(kit.ink, polygon(42, 50, 58, 50, 50, 58)),
      mark(kit.ink, smile),
    ],
  }),
];
