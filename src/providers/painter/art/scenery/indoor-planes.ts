import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { box, ellipse, join, polygon, smooth } from '../geometry.ts';
import type { Brush } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillGraded, fillLand, inAir, wavesFor } from './stage.ts';

const FLAME: Rgb = [255, 170, 60];
const BANNERS: readonly [Rgb, ...Rgb[]] = [
  [176, 44, 60],
  [60, 72, 168],
  [150, 96, 30],
];

/** A wall of dressed stone with tall windows and banners, bay by bay. */
export function paintHall(stage: Stage, brush: Brush): void {
  const wall = paintWall(stage, brush);
  const colour = BANNERS[Math.abs(stage.seed) % BANNERS.length] ?? BANNERS[0];
  eachBay(stage, (x, _, index) => {
    if (index % 2 === 0) paintWindow(stage, x, wall);
    else paintBanner(stage, x, colour);
  });
}

/** A wall with barred niches and torches. */
export function paintDungeon(stage: Stage, brush: Brush): void {
  const wall = paintWall(stage, brush);
  eachBay(stage, (x, bay) => {
    fillGraded(stage, arch(x, 30, 10, 44), [mix(wall, [0, 0, 0], 0.72), mix(wall, [0, 0, 0], 0.6)]);
    for (const dx of [-6.4, -2.2, 2.2, 6.4])
      fillAround(stage, box(x + dx - 0.5, 30, 1, 46), mix(wall, [150, 150, 165], 0.55));
    fillAround(stage, box(x - 10, 48, 20, 1.3), mix(wall, [150, 150, 165], 0.5));
    paintTorch(stage, x + bay / 2, 46);
  });
}

/** Columns from floor to vault, with torches on them. */
export function paintPillars(stage: Stage, { land, depth }: Brush): void {
  const stone = mix(land, [180, 172, 176], 0.22);
  eachBay(stage, (x, bay) => {
    const at = x + bay / 2 + (depth > 0.6 ? 0 : 2);
    const wide = 3.4 + depth * 2.6;
    const rise = mix(stone, [255, 240, 220], 0.14);
    fillGraded(stage, box(at - wide, -30, wide * 2, 130), [stone, mix(stone, [16, 12, 30], 0.25)]);
    fillAround(stage, box(at - wide * 0.7, -30, wide * 0.5, 118), rise, 0.8);
    fillAround(stage, box(at + wide * 0.4, -30, wide * 0.6, 118), mix(stone, [16, 12, 40], 0.3), 0.8);
    for (const y of [10, 84])
      fillGraded(stage, box(at - wide * 1.35, y, wide * 2.7, 4, 0.8), [rise, mix(stone, [16, 12, 30], 0.2)]);
    paintTorch(stage, at, 44);
  });
}

/** A floor of slabs, wider to the eye, with a carpet's edge. */
export function paintFloor(stage: Stage, { land }: Brush): void {
  const stone = mix(land, [140, 132, 140], 0.25);
  fillLand(stage, () => 82, [mix(stone, [255, 240, 220], 0.12), mix(stone, [14, 10, 28], 0.35)]);
  const seam = mix(stone, [12, 10, 28], 0.4);
  const rows = [82, 85, 89.5, 96] as const;
  rows.forEach((y, row) => {
    fillAround(stage, box(0, y, stage.span, 0.35 + row * 0.12), seam);
    const count = wavesFor(stage, 13, 4);
    for (let index = 0; index < count; index++)
      fillAround(stage, box(((index + (row % 2) / 2) / count) * stage.span, y, 0.5, [3, 4.5, 6.5, 60][row] ?? 3), seam);
  });
}

/** Calls back with the middle of each bay, its width and its number; there is an even number of them. */
function eachBay(stage: Stage, paint: (x: number, width: number, index: number) => void): void {
  const count = wavesFor(stage, 68, 1) * 2;
  const width = stage.span / count;
  for (let index = 0; index < count; index++) paint((index + 0.5) * width, width, index);
}

function paintWall(stage: Stage, { land, random }: Brush): Rgb {
  const wall = inAir(stage, mix(land, stage.place.skyBottom, 0.2), 1);
  fillLand(stage, () => -60, [mix(wall, [16, 12, 36], 0.38), mix(wall, [255, 226, 180], 0.06)]);
  const rows = 11;
  const count = wavesFor(stage, 15, 4);
  const high = 84 / rows;
  for (let row = 0; row < rows; row++)
    for (let index = 0; index < count; index++) {
      const [step, shade] = [stage.span / count, random.range(-1, 1)];
      const x = (index + (row % 2) / 2) * step;
      const tone = shade > 0 ? mix(wall, [255, 240, 215], 0.13 * shade) : mix(wall, [10, 8, 30], -0.22 * shade);
      fillAround(stage, box(x + 0.35, row * high + 0.35, step - 0.7, high - 0.7, 0.8), tone, 0.55);
    }
  return wall;
}

function arch(x: number, top: number, wide: number, high: number): Path {
  return join(
    smooth(
      x - wide,
      top + wide,
      x - wide * 0.9,
      top - wide * 0.4,
      x,
      top - wide * 1.15,
      x + wide * 0.9,
      top - wide * 0.4,
      x + wide,
      top + wide,
    ),
    box(x - wide, top + wide * 0.5, wide * 2, high - wide * 0.5),
  );
}

function paintWindow(stage: Stage, x: number, wall: Rgb): void {
  const { tint, dim, stars } = stage.place;
  const air = mix([142, 200, 240], tint, dim);
  fillGraded(stage, arch(x, 24, 10.5, 42), [mix(wall, [255, 244, 226], 0.3), mix(wall, [14, 10, 30], 0.12)]);
  fillAround(stage, arch(x, 25, 8.4, 39), mix(wall, [10, 8, 30], 0.55));
  fillGraded(stage, arch(x, 25.6, 7.4, 38), [air, mix(air, [255, 246, 220], 0.6)]);
  if (dim > 0.5)
    for (const [dx, dy] of [
      [-3, 4],
      [3.4, 9],
      [-1, 18],
      [4, 26],
    ] as const)
      fillAround(stage, ellipse(x + dx, 24 + dy, 0.4, 0.4, 8), stars);
  const lead = mix(wall, [14, 10, 30], 0.6);
  fillAround(stage, join(box(x - 0.5, 17, 1, 46), box(x - 7.4, 36, 14.8, 0.9), box(x - 7.4, 49, 14.8, 0.9)), lead);
  fillAround(stage, polygon(x - 7, 64, x + 7, 64, x + 22, 84, x + 2, 84), [255, 240, 190], dim > 0.5 ? 0.04 : 0.12);
}

function paintBanner(stage: Stage, x: number, colour: Rgb): void {
  const cloth = mix(colour, stage.place.tint, stage.place.dim * 0.6);
  fillAround(stage, box(x - 9, 19, 18, 1.6, 0.8), [190, 150, 70]);
  fillGraded(stage, polygon(x - 7.4, 20, x + 7.4, 20, x + 7.4, 56, x, 63, x - 7.4, 56), [
    cloth,
    mix(cloth, [10, 4, 30], 0.3),
  ]);
  fillAround(stage, join(box(x - 6.4, 20.6, 0.9, 35), box(x + 5.5, 20.6, 0.9, 35)), [232, 190, 84], 0.9);
  fillAround(stage, polygon(x, 31, x + 4.2, 40, x, 49, x - 4.2, 40), [232, 190, 84]);
}

function paintTorch(stage: Stage, x: number, y: number): void {
  for (const [size, share] of [
    [13, 0.07],
    [9, 0.1],
    [5.5, 0.16],
  ] as const)
    fillAround(stage, ellipse(x, y - 3, size), FLAME, stage.world.look.grid ? share * 0.6 : share);
  fillAround(stage, polygon(x - 1.7, y, x + 1.7, y, x + 0.8, y + 8, x - 0.8, y + 8), [92, 60, 44]);
  fillAround(stage, smooth(x - 2.2, y, x - 1.9, y - 4, x, y - 9, x + 1.9, y - 4, x + 2.2, y, x, y + 1), FLAME);
  fillAround(
    stage,
    smooth(x - 1, y - 0.2, x - 0.8, y - 2.4, x + 0.2, y - 5, x + 1, y - 2.2, x + 1, y - 0.2),
    [255, 238, 150],
  );
}
