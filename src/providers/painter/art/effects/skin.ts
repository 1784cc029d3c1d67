import type { Ramp } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Kit, Part } from '../figure.ts';
import type { Path } from '../geometry.ts';
import { ellipse, join, polygon, smooth } from '../geometry.ts';
import { mark, starPath } from '../parts.ts';
import { curve, stroke } from '../stroke.ts';
import type { Layers } from './index.ts';

const on = (ramp: Ramp, path: Path, opacity = 1): Part => ({ ...mark(ramp, path, opacity), inside: true });
const dyed = (kit: Kit, colour: readonly [number, number, number]): Ramp => ({ ...kit.main, base: colour });

export const stripes = (kit: Kit): Layers => ({
  skin: [on(dyed(kit, mix(kit.main.line, kit.main.dark, 0.2)), bands([4, 24, 44, 64, 84], 9), 0.8)],
});

export const rainbow = (kit: Kit): Layers => ({
  skin: RAINBOW.map((colour, index) => on(dyed(kit, colour), bands([8.5 + index * 17], 17.5))),
});

const RAINBOW = [
  [226, 69, 63],
  [242, 149, 58],
  [245, 208, 61],
  [85, 184, 72],
  [63, 141, 224],
  [141, 85, 196],
] as const;

function bands(heights: readonly number[], width: number): Path {
  return join(...heights.map((y) => curve(width, -10, y - 4, 50, y + 5, 110, y - 4)));
}

export const spots = (kit: Kit): Layers => ({
  skin: [
    on(
      kit.accent,
      join(
        ellipse(18, 28, 8, 7),
        ellipse(46, 12, 7, 6),
        ellipse(80, 24, 8, 7),
        ellipse(14, 62, 7, 8),
        ellipse(86, 58, 8, 8),
        ellipse(30, 86, 8, 6),
        ellipse(66, 88, 8, 6),
        ellipse(60, 34, 5, 4.4),
      ),
      0.85,
    ),
  ],
});

export const frost = (kit: Kit): Layers => ({
  before: [
    on(
      kit.white,
      polygon(-4, -4, 104, -4, 104, 16, 88, 26, 80, 17, 70, 32, 60, 18, 50, 27, 40, 17, 30, 34, 21, 19, 10, 28, -4, 16),
      0.8,
    ),
    on(kit.white, join(starPath(28, 70, 6, 6, 0.3), starPath(72, 62, 5, 6, 0.3), starPath(58, 88, 4, 6, 0.3)), 0.85),
  ],
});

export const cracks = (kit: Kit): Layers => ({
  before: [
    on(
      kit.ink,
      join(
        stroke(2.2, 30, 2, 38, 20, 31, 30, 43, 42),
        stroke(1.8, 38, 20, 48, 26),
        stroke(2.2, 80, 58, 69, 68, 73, 76, 61, 92),
        stroke(1.8, 69, 68, 58, 66),
      ),
      0.75,
    ),
  ],
});

const patches = join(
  smooth(-4, -4, 60, -4, 56, 14, 46, 10, 40, 26, 30, 14, 20, 32, 10, 22, -4, 36),
  smooth(66, 58, 84, 50, 104, 62, 104, 84, 90, 74, 82, 84, 72, 72),
  smooth(8, 82, 24, 76, 40, 88, 38, 104, 4, 104),
);

export const moss = (kit: Kit): Layers => ({
  before: [
    on(dyed(kit, [82, 128, 52]), patches, 0.9),
    on(
      dyed(kit, [132, 172, 72]),
      join(ellipse(20, 6, 5, 3), ellipse(40, 4, 4, 3), ellipse(84, 62, 4, 3), ellipse(24, 90, 4, 3)),
      0.9,
    ),
  ],
});

export const rust = (kit: Kit): Layers => ({
  before: [
    on(dyed(kit, [164, 84, 40]), patches, 0.75),
    on(dyed(kit, [206, 124, 60]), join(ellipse(20, 8, 5, 3), ellipse(84, 64, 5, 4), ellipse(24, 92, 5, 3)), 0.8),
  ],
});

export const drips = (kit: Kit): Layers => slime(kit, [170, 222, 60]);

export const water = (kit: Kit): Layers => slime(kit, [150, 214, 248]);

function slime(kit: Kit, colour: readonly [number, number, number]): Layers {
  const ramp = dyed({ ...kit, main: kit.leaf }, colour);
  return {
    before: [
      on(
        ramp,
        join(
          smooth(16, 66, 24, 62, 24, 88, 20, 92, 16, 88),
          smooth(76, 54, 84, 50, 84, 78, 80, 82, 76, 78),
          smooth(46, 80, 52, 76, 52, 98, 46, 98),
        ),
        0.85,
      ),
      mark(ramp, join(ellipse(4, 10, 4), ellipse(16, -1, 2.6), ellipse(96, 6, 3.4)), 0.9),
    ],
  };
}
