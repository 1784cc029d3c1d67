import type { Raster } from '../raster/raster.ts';

/** What is darker or lighter than one level of lightness, on paper that is not. */
export interface Level {
  readonly width: number;
  readonly height: number;
  /** 1 where it is. Another level takes its place when the next is asked for. */
  readonly map: Uint8Array;
  /** Of every pixel, with the paper where the picture is clear. */
  readonly light: Uint8Array;
}

interface Wish {
  /** Pixels of the picture for one of the level's. */
  readonly scale: number;
  /** Longer stretches of a row are left out. */
  readonly longest: number;
}

const WHITE = 255;
const DARKER = [44, 72, 104, 140] as const;
const LIGHTER = [216, 184, 150, 112] as const;

/** The levels between which writing stands out: dark on white paper, then light on black. */
export function* lightnessLevels(raster: Raster, { scale, longest }: Wish): Generator<Level> {
  const [width, height] = [Math.floor(raster.width / scale), Math.floor(raster.height / scale)];
  const map = new Uint8Array(width * height);
  for (const paper of [WHITE, 0]) {
    const light = lightnessOn(raster, { width, height, scale, paper });
    for (const level of paper === WHITE ? DARKER : LIGHTER) {
      for (let i = 0; i < map.length; i++) map[i] = (light[i] ?? 0) < level === (paper === WHITE) ? 1 : 0;
      dropLong(map, width, longest);
      yield { width, height, map, light };
    }
  }
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly paper: number;
}

function lightnessOn(raster: Raster, { width, height, scale, paper }: Grid): Uint8Array {
  const { rgba } = raster;
  const light = new Uint8Array(width * height);
  const half = scale >> 1;
  for (let y = 0; y < height; y++) {
    let at = ((y * scale + half) * raster.width + half) * 4;
    for (let x = 0; x < width; x++, at += 4 * scale) {
      const alpha = rgba[at + 3] ?? 0;
      const own = (77 * (rgba[at] ?? 0) + 151 * (rgba[at + 1] ?? 0) + 28 * (rgba[at + 2] ?? 0)) >> 8;
      light[y * width + x] = (own * alpha + paper * (255 - alpha)) / 255;
    }
  }
  return light;
}

/** Outlines, rules and grounds, on which letters may stand, have longer stretches than letters are wide. */
function dropLong(map: Uint8Array, width: number, longest: number): void {
  for (let row = 0; row < map.length; row += width)
    for (let end = row; end < row + width;) {
      let start = end;
      while (start < row + width && map[start] === 0) start++;
      end = start;
      while (end < row + width && map[end] !== 0) end++;
      if (end - start > longest) map.fill(0, start, end);
    }
}
