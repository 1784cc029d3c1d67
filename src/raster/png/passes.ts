import type { PngHeader } from './header.ts';

/** One of the pictures that an interlaced file consists of; a plain file is a single one. */
export interface Pass {
  readonly width: number;
  readonly height: number;
  /** The whole picture's pixel for column and row 0 of the pass, and the distance to the next. */
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

/** Where a row of a pass goes: index of its first pixel in RGBA bytes, distance between pixels, number of pixels. */
export interface Placement {
  readonly at: number;
  readonly step: number;
  readonly count: number;
}

const ADAM7: readonly (readonly [x: number, y: number, stepX: number, stepY: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** The passes of a file in their order, without those that hold no pixel. */
export function listPasses({ width, height, interlaced }: PngHeader): readonly Pass[] {
  if (!interlaced) return [{ width, height, x: 0, y: 0, stepX: 1, stepY: 1 }];
  return ADAM7.map(([x, y, stepX, stepY]) => ({
    x,
    y,
    stepX,
    stepY,
    width: Math.ceil((width - x) / stepX),
    height: Math.ceil((height - y) / stepY),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}
