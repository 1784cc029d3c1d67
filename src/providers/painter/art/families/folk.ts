import type { Ramp } from '../colour.ts';
import type { Family, Kit, Part } from '../figure.ts';
import { box, ellipse, join, mirror, polygon, smooth } from '../geometry.ts';
import { core, eyes, face, limb, mark, shine, solid } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';

interface Figure {
  readonly skin?: Ramp;
  readonly trousers?: Ramp;
  /** Behind everything: a cape, long hair. */
  readonly back?: readonly Part[];
  /** On the trunk: belt, buttons. */
  readonly front?: readonly Part[];
  /** Drawn on the head in place of the plain face. */
  readonly look?: readonly Part[];
  /** On top: hair or hat. */
  readonly top?: readonly Part[];
  /** In the hand on our right. */
  readonly held?: readonly Part[];
}

/** Someone with a big head on a small body, in clothes of the main colour. */
function someone(
  kit: Kit,
  { skin = kit.skin, trousers = kit.wood, back = [], front = [], look, top = [], held = [] }: Figure,
) {
  return [
    ...back,
    limb('legA', [40, 80], trousers, box(31, 78, 17, 19, 6)),
    limb('legB', [60, 80], trousers, box(52, 78, 17, 19, 6)),
    ...held,
    limb('armB', [72, 60], kit.main, curve(11, 68, 59, 80, 64, 84, 72)),
    limb('armB', [72, 60], skin, ellipse(85, 74, 6)),
    core(kit.main, smooth(30, 52, 70, 52, 76, 88, 50, 92, 24, 88)),
    ...front,
    limb('armA', [28, 60], kit.main, curve(11, 32, 59, 20, 64, 16, 72)),
    limb('armA', [28, 60], skin, ellipse(15, 74, 6)),
    solid(skin, smooth(24, 34, 26, 10, 50, 4, 74, 10, 76, 34, 66, 56, 50, 60, 34, 56)),
    ...(look ?? face(kit, 50, 36, 6, 11)),
    ...top,
  ];
}

const fringe = smooth(20, 38, 16, 8, 34, -6, 66, -6, 84, 8, 80, 38, 74, 20, 58, 22, 44, 14, 28, 22);

export const person: Family = (kit) =>
  someone(kit, {
    top: [solid(kit.accent, fringe)],
    front: [mark(kit.wood, box(27, 80, 46, 6)), mark(kit.gold, box(45, 79, 10, 8, 2))],
  });

export const king: Family = (kit) => {
  const points = polygon(24, 12, 20, -20, 36, -6, 50, -26, 64, -6, 80, -20, 76, 12);
  return someone(kit, {
    back: [solid(kit.red, smooth(30, 50, 70, 50, 92, 97, 8, 97))],
    front: [mark(kit.white, join(box(46, 62, 8, 29), box(25, 84, 50, 7)))],
    top: [
      solid(kit.white, smooth(24, 40, 34, 50, 66, 50, 76, 40, 70, 66, 50, 80, 30, 66)),
      mark(kit.ink, curve(2.6, 43, 56, 50, 60, 57, 56)),
      solid(kit.gold, points),
      mark(kit.red, join(ellipse(50, 2, 4.4), ellipse(32, 4, 3), ellipse(68, 4, 3))),
    ],
  });
};

export const princess: Family = (kit) => {
  const hair = smooth(14, 40, 18, 2, 50, -8, 82, 2, 86, 40, 88, 74, 70, 70, 30, 70, 12, 74);
  return someone(kit, {
    back: [solid(kit.accent, hair), solid(kit.main, smooth(36, 62, 64, 62, 92, 97, 50, 102, 8, 97))],
    front: [mark({ ...kit.main, base: kit.main.light }, smooth(42, 60, 58, 60, 68, 96, 32, 96))],
    top: [
      solid(kit.accent, smooth(20, 34, 22, 4, 50, -8, 78, 4, 80, 34, 66, 16, 50, 14, 34, 16)),
      solid(kit.gold, polygon(34, 4, 32, -14, 42, -4, 50, -18, 58, -4, 68, -14, 66, 4)),
      mark(kit.red, ellipse(50, -2, 3)),
    ],
  });
};

export const ninja: Family = (kit) =>
  someone(kit, {
    skin: kit.main,
    trousers: kit.main,
    held: [
      limb('armB', [72, 60], kit.metal, polygon(86, 70, 82, 70, 92, 8, 100, 2, 98, 14)),
      limb('armB', [72, 60], kit.accent, polygon(80, 66, 94, 69, 93, 74, 79, 71)),
    ],
    back: [solid(kit.accent, smooth(70, 22, 98, 14, 108, 30, 92, 30, 104, 44, 74, 34))],
    front: [mark(kit.accent, box(27, 76, 46, 7))],
    look: [
      mark(kit.skin, smooth(26, 34, 30, 27, 70, 27, 74, 34, 70, 44, 30, 44)),
      ...eyes({ ...kit, simple: false, mood: kit.mood === 'plain' ? 'angry' : kit.mood }, 50, 36, 5.5, 11),
      mark(kit.accent, smooth(24, 18, 76, 18, 77, 27, 23, 27)),
    ],
  });

export const pirate: Family = (kit) =>
  someone(kit, {
    held: [
      limb('armB', [72, 60], kit.metal, smooth(84, 72, 90, 72, 104, 40, 98, 8, 94, 40)),
      limb('armB', [72, 60], kit.gold, ellipse(86, 70, 8)),
    ],
    front: [mark(kit.white, join(box(25, 62, 50, 5), box(24, 74, 52, 5))), mark(kit.ink, box(24, 83, 52, 6))],
    top: [
      mark(kit.ink, join(ellipse(39, 35, 9, 8), stroke(3, 24, 24, 78, 38))),
      solid(kit.accent, smooth(2, 20, 14, 8, 30, 14, 34, -10, 50, -18, 66, -10, 70, 14, 86, 8, 98, 20, 74, 26, 26, 26)),
      mark(
        kit.white,
        join(ellipse(50, -1, 7, 6.5), box(46, 2, 8, 7, 2), stroke(3, 38, 8, 62, 14), stroke(3, 38, 14, 62, 8)),
      ),
      mark(kit.ink, join(ellipse(47, -2, 2), ellipse(53, -2, 2))),
    ],
  });

export const archer: Family = (kit) =>
  someone(kit, {
    held: [
      limb('armB', [72, 60], kit.wood, curve(5, 78, 26, 104, 44, 106, 70, 96, 96, 80, 112)),
      limb('armB', [72, 60], kit.white, stroke(1.6, 78, 26, 80, 112)),
    ],
    front: [mark(kit.wood, join(stroke(6, 30, 56, 68, 86), box(26, 82, 48, 6)))],
    top: [
      solid(kit.main, smooth(50, -18, 82, -4, 88, 34, 76, 60, 70, 30, 50, 14, 30, 30, 24, 60, 12, 34, 18, -4)),
      mark({ ...kit.main, base: kit.main.dark }, smooth(50, 12, 66, 20, 72, 34, 50, 20, 28, 34, 34, 20), 0.6),
    ],
  });

export const goblin: Family = (kit) => {
  const ear = smooth(30, 26, 8, 12, -14, 10, -6, 28, 8, 42, 30, 44);
  return [
    limb('armA', [30, 66], kit.main, curve(9, 34, 64, 18, 68, 14, 80)),
    limb('armB', [70, 66], kit.wood, smooth(82, 88, 88, 86, 104, 46, 92, 38, 82, 50)),
    limb('armB', [70, 66], kit.main, curve(9, 66, 64, 82, 68, 86, 80)),
    limb('legA', [40, 84], kit.main, box(32, 82, 14, 15, 6)),
    limb('legB', [60, 84], kit.main, box(54, 82, 14, 15, 6)),
    solid(kit.accent, smooth(32, 58, 68, 58, 74, 90, 60, 86, 50, 94, 40, 86, 26, 90)),
    solid(kit.main, join(ear, mirror(ear))),
    core(kit.main, smooth(16, 36, 22, 10, 50, 0, 78, 10, 84, 36, 72, 58, 50, 66, 28, 58)),
    ...eyes({ ...kit, iris: kit.iris ?? kit.gold, mood: kit.mood === 'plain' ? 'angry' : kit.mood }, 50, 30, 8, 15),
    mark({ ...kit.main, base: kit.main.dark }, smooth(46, 34, 54, 34, 58, 48, 42, 48)),
    mark(kit.ink, curve(3, 34, 50, 50, 55, 66, 50)),
    mark(kit.white, join(polygon(38, 51, 44, 53, 40, 44), polygon(62, 51, 56, 53, 60, 44))),
    shine(kit, 36, 12, 4),
  ];
};
