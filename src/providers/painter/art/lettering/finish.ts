import type { Raster } from '../../../../raster/raster.ts';
import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { boundsOf, ellipse, join, polygon, smooth } from '../geometry.ts';
import { starPath } from '../parts.ts';
import type { Random } from '../random.ts';
import type { Stencil } from '../stencil.ts';
import { clipStencil, fillPath, hardenStencil } from '../stencil.ts';
import { stroke, strokeLine } from '../stroke.ts';
import { fillStencil } from '../surface.ts';
import type { Finish } from './choose-face.ts';
import type { PlacedLine } from './fit-title.ts';

/** Where a line of lettering is finished. */
export interface Workbench {
  readonly surface: Raster;
  readonly line: PlacedLine;
  readonly random: Random;
  readonly isHard: boolean;
  readonly colour: Rgb;
}

export function fill(
  { surface, isHard }: Pick<Workbench, 'surface' | 'isHard'>,
  path: Path,
  colour: Rgb,
  opacity = 1,
): void {
  const stencil = fillPath(path, surface);
  fillStencil(surface, isHard ? hardenStencil(stencil) : stencil, colour, isHard ? 1 : opacity);
}

/** What stands behind the letters: flames, or a glow. */
export function finishBehind(bench: Workbench, finish: Finish): void {
  if (finish === 'fire') paintFlames(bench);
  if (finish === 'neon' && !bench.isHard) paintGlow(bench);
}

/** What hangs from the letters, rim and all: to be filled like them. */
export function hangingFrom(bench: Workbench, finish: Finish): readonly (readonly [path: Path, rim: Path])[] {
  if (finish !== 'drips' && finish !== 'ice') return [];
  const { line, random } = bench;
  const unit = line.scale;
  return line.letters.flatMap((letter) =>
    feetOf(bench, letter).map(([x, y]): readonly [Path, Path] => {
      const [long, wide] = [unit * random.range(0.5, 1.7), unit * random.range(0.26, 0.4)];
      return finish === 'drips' ? drip(x, y, long, wide, unit) : icicle(x, y, long, wide, unit);
    }),
  );
}

/** What lies on the letters: frost, cracks or sparkles. */
export function finishBefore(bench: Workbench, finish: Finish): void {
  if (finish === 'ice') paintFrost(bench);
  if (finish === 'stone') paintCracks(bench);
  if (finish === 'gold' || finish === 'ice') paintSparkles(bench);
}

function drip(x: number, y: number, long: number, wide: number, unit: number): readonly [Path, Path] {
  const shape = (by: number): Path =>
    join(
      polygon(
        x - wide - by,
        y - unit * 0.6,
        x + wide + by,
        y - unit * 0.6,
        x + wide * 0.8 + by,
        y + long,
        x - wide * 0.8 - by,
        y + long,
      ),
      ellipse(x, y + long, wide * 1.15 + by, wide * 1.3 + by, 20),
    );
  return [shape(0), shape(unit * 0.45)];
}

function icicle(x: number, y: number, long: number, wide: number, unit: number): readonly [Path, Path] {
  const shape = (by: number): Path =>
    polygon(x - wide - by, y - unit * 0.5, x + wide + by, y - unit * 0.5, x, y + long + by * 2.4);
  return [shape(0), shape(unit * 0.4)];
}

/** Up to two places where a letter stands on its line, so that what hangs from it has something to hang from. */
function feetOf({ surface, line, random }: Workbench, letter: Path): readonly (readonly [number, number])[] {
  const stencil = fillPath(letter, surface);
  const inset = Math.round(line.scale * 0.45);
  const feet: (readonly [number, number])[] = [];
  for (let column = inset; column < stencil.width - inset; column++) {
    const lowest = lowestOf(stencil, column);
    if (lowest + stencil.y > line.bottom - line.scale * 1.6) feet.push([column + stencil.x, lowest + stencil.y]);
  }
  const first = feet[random.integer(Math.max(1, feet.length))];
  const other = feet[random.integer(Math.max(1, feet.length))];
  const isApart = first && other && Math.abs(first[0] - other[0]) > line.scale * 1.6;
  return [...(first ? [first] : []), ...(isApart ? [other] : [])];
}

function lowestOf({ coverage, width, height }: Stencil, column: number): number {
  for (let row = height - 1; row >= 0; row--) if ((coverage[row * width + column] ?? 0) > 128) return row;
  return -1;
}

/** Tongues from the top of each letter, the far ones dark, the near ones bright. */
function paintFlames(bench: Workbench): void {
  const { line, random } = bench;
  const unit = line.scale;
  for (const [tone, share] of FLAMES)
    for (const letter of line.letters) {
      const { left, right, top: start } = boundsOf(letter);
      for (let x = left; x < right; x += unit * random.range(0.7, 1.1)) {
        const [high, wide] = [unit * random.range(1.5, 3.2) * share, unit * random.range(0.6, 0.9)];
        const [top, foot] = [start - high, start + unit * 2.2];
        const lean = random.range(-0.6, 0.6) * unit;
        const upLeft = [x - wide, start + unit * 0.5, x - wide * 0.35 + lean, top + high * 0.45];
        const upRight = [x + wide * 0.6, top + high * 0.55, x + wide, start + unit * 0.5];
        fill(bench, smooth(x, foot, ...upLeft, x + lean * 1.4, top, ...upRight), tone);
      }
    }
}

const FLAMES: readonly (readonly [tone: Rgb, share: number])[] = [
  [[214, 60, 34], 1],
  [[246, 132, 40], 0.7],
  [[255, 214, 92], 0.36],
];

function paintGlow(bench: Workbench): void {
  for (const [width, share] of [
    [5, 0.08],
    [3.8, 0.1],
    [2.8, 0.14],
  ] as const)
    for (const contour of bench.line.letters.flat())
      fill(bench, strokeLine([...contour, ...contour.slice(0, 2)], width * bench.line.scale), bench.colour, share);
}

/** Snow on all that looks up: the upper part of each letter, down to a ragged edge. */
function paintFrost({ surface, line, random, isHard }: Workbench): void {
  for (const letter of line.letters) {
    const stencil = fillPath(letter, surface);
    const coverage = stencil.coverage.slice();
    let edge = 0;
    for (let column = 0; column < stencil.width; column++) {
      if (column % Math.max(1, Math.round(line.scale * 0.4)) === 0) edge = line.scale * random.range(1, 2);
      for (let row = Math.max(0, Math.round(edge)); row < stencil.height; row++)
        coverage[row * stencil.width + column] = 0;
    }
    const frost = { ...stencil, coverage };
    fillStencil(surface, isHard ? hardenStencil(frost) : frost, [250, 253, 255], isHard ? 1 : 0.85);
  }
}

function paintCracks({ surface, line, random, isHard, colour }: Workbench): void {
  const unit = line.scale;
  for (const letter of line.letters) {
    const stencil = fillPath(letter, surface);
    for (let count = 0; count < 3; count++) {
      const [x, y] = [
        stencil.x + random.range(0.1, 0.9) * stencil.width,
        stencil.y + random.range(0.05, 0.9) * stencil.height,
      ];
      const jag = (): number => random.range(-0.7, 0.7) * unit;
      const crack = stroke(
        Math.max(1, unit * 0.14),
        x,
        y,
        x + jag(),
        y + unit * 0.6,
        x + jag(),
        y + unit * 1.2,
        x + jag() * 1.6,
        y + unit * 1.9,
      );
      const clipped = clipStencil(fillPath(crack, surface), stencil);
      fillStencil(surface, isHard ? hardenStencil(clipped) : clipped, mix(colour, [24, 20, 34], 0.62));
    }
  }
}

function paintSparkles(bench: Workbench): void {
  const { line, random } = bench;
  line.letters.forEach((letter, index) => {
    if (index % 3 !== 1) return;
    const { left, right, top, bottom } = boundsOf(letter);
    const x = left + (right - left) * random.range(0.2, 0.9);
    fill(
      bench,
      starPath(x, top + (bottom - top) * random.range(0, 0.3), line.scale * random.range(0.9, 1.3), 4, 0.2),
      [255, 255, 250],
    );
  });
}
