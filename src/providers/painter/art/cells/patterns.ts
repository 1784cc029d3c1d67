import { latticeNoise } from '../noise.ts';
import type { Terrain } from '../vocabulary/terrains.ts';

/** What a pattern knows of its ground; lengths in pattern units, of which a tile has three a side. */
export interface Weave {
  /** Whole units after which the ground repeats. */
  readonly across: number;
  readonly down: number;
  readonly seed: number;
  /** Units per painted pixel: joints are never thinner. */
  readonly pixel: number;
}

export interface Pattern {
  /** How much finer than a unit its noise is, along x and y. */
  readonly grain: readonly [number, number];
  /** Level 0..255 at a point from its noise 0..255: joints below 24, then from shade to light. */
  readonly weave: (weave: Weave) => (u: number, v: number, noise: number) => number;
}

const JOINT = 8;

export const PATTERNS: Readonly<Record<Terrain['pattern'], Pattern>> = {
  grain: { grain: [1, 1], weave: () => (_u, _v, noise) => Math.max(30, noise) },
  ripples: {
    grain: [1, 1],
    weave: () => (_u, v, noise) => {
      const crest = (v * 2 + noise / 110) % 1;
      return crest < 0.2 ? 225 : crest > 0.8 ? 60 : 128;
    },
  },
  bricks: {
    grain: [1, 1],
    weave: (weave) => (u, v, noise) => {
      const [row, inRow] = split(v * 2);
      const [brick, inBrick] = split(u + (row % 2) / 2);
      const line = Math.max(0.07, weave.pixel * 0.55);
      if (inRow < line * 2 || inBrick < line) return JOINT;
      const tone = latticeNoise(brick % weave.across, row, weave.seed);
      return inRow < line * 2 + 0.14 ? 196 : 70 + tone * 0.22 + noise * 0.18;
    },
  },
  blocks: {
    grain: [1, 1],
    weave: (weave) => layStones(weave, { perUnit: 4 / 3, round: 0.12 }),
  },
  cobbles: {
    grain: [1, 1],
    weave: (weave) => layStones(weave, { perUnit: 4 / 3, round: 0.46 }),
  },
  planks: {
    grain: [0.5, 6],
    weave: (weave) => (u, v, noise) => {
      const [row, inPlank] = split(v);
      const line = Math.max(0.06, weave.pixel);
      const length = weave.across / Math.max(1, Math.round(weave.across / 3));
      const start = (latticeNoise(row % weave.down, 7, weave.seed) / 256) * length;
      const [board, inBoard] = split((u + start) / length);
      if (inPlank < line || inBoard * length < line) return JOINT;
      if (inPlank < line + 0.07) return 205;
      const wide = Math.round(weave.across / length);
      const tone = latticeNoise(row % weave.down, 11 + (board % wide), weave.seed);
      return 62 + tone * 0.28 + (noise > 176 ? -34 : noise > 96 ? 30 : 12);
    },
  },
  plates: {
    grain: [1, 1],
    weave: (weave) => (u, v, noise) => {
      const [, inRow] = split(v);
      const [, inPlate] = split(u);
      const line = Math.max(0.05, weave.pixel);
      if (inRow < line || inPlate < line) return JOINT;
      if (inRow < line * 2.2 || inPlate < line * 2.2) return 210;
      const [dx, dy] = [Math.min(inPlate - line, 1 - inPlate), Math.min(inRow - line, 1 - inRow)];
      const rivet = Math.abs(dx - 0.18) + Math.abs(dy - 0.18);
      if (rivet < 0.07) return 230;
      return rivet < 0.11 ? 60 : 108 + noise * 0.2;
    },
  },
  crust: {
    grain: [1, 1],
    weave: () => (_u, _v, noise) => {
      const glow = Math.abs(noise - 128);
      return glow < 9 ? 240 : glow < 18 ? 160 : glow < 26 ? 70 : JOINT;
    },
  },
  cracks: {
    grain: [0.5, 0.5],
    weave: () => (_u, _v, noise) => {
      const crack = Math.abs(noise - 128);
      return crack < 2.5 ? 250 : crack < 6 ? 190 : noise > 170 ? 160 : noise < 88 ? 80 : 124;
    },
  },
};

interface Masonry {
  /** Rows a unit. */
  readonly perUnit: number;
  /** Corner radius, 0..0.5 of a row. */
  readonly round: number;
}

/** Rows of stones of uneven width, each a little lighter or darker, lit from above. */
function layStones({ across, down, seed, pixel }: Weave, { perUnit, round }: Masonry): ReturnType<Pattern['weave']> {
  const rows = Math.round(down * perUnit);
  const edges = new Float32Array(rows * across);
  const tones = new Float32Array(rows * across);
  for (let row = 0; row < rows; row++)
    for (let stone = 0; stone < across; stone++) {
      edges[row * across + stone] = (latticeNoise(stone, row, seed) / 256 - 0.5) * 0.55;
      tones[row * across + stone] = latticeNoise(stone, row + 64, seed) * 0.26;
    }
  const gap = Math.max(0.05, pixel * 0.6);
  return (u, v, noise) => {
    const height = v * perUnit;
    const inRow = height - Math.floor(height);
    const row = Math.floor(height) % rows;
    const x = (u + ((row * 37) % 10) / 10) % across;
    const edge = (stone: number): number => stone + (edges[row * across + wrap(stone, across)] ?? 0);
    const near = Math.floor(x);
    const stone = x < edge(near) ? near - 1 : x >= edge(near + 1) ? near + 1 : near;
    const left = x - edge(stone);
    const right = edge(stone + 1) - x;
    const dx = Math.min(left, right) - gap;
    const dy = Math.min(inRow, 1 - inRow) - gap;
    if (dx < 0 || dy < 0 || isCutCorner(dx, dy, round)) return JOINT;
    if (Math.min(dx, dy) < 0.09) return inRow < 0.5 || left < right ? 196 : 70;
    return 72 + (tones[row * across + wrap(stone, across)] ?? 0) + noise * 0.16;
  };
}

function isCutCorner(dx: number, dy: number, round: number): boolean {
  const [x, y] = [round - dx, round - dy];
  return x > 0 && y > 0 && x * x + y * y > round * round;
}

function split(value: number): readonly [whole: number, rest: number] {
  const whole = Math.floor(value);
  return [whole, value - whole];
}

function wrap(value: number, period: number): number {
  return value < 0 ? value + period : value >= period ? value - period : value;
}
