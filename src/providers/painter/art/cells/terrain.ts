import type { Raster, Rect } from '../../../../raster/raster.ts';
import { createRaster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { cutAtCalm } from '../calm-edges.ts';
import { reduceColours } from '../few-colours.ts';
import { roughNoise } from '../noise.ts';
import { enlarge, gridFor } from '../pixel-grid.ts';
import { texturise } from '../texture.ts';
import type { Terrain } from '../vocabulary/terrains.ts';
import type { World } from '../world.ts';
import { material } from '../world.ts';
import { readGround } from './ground.ts';
import { strewDetails } from './terrain-details.ts';

export interface TerrainWish {
  /** What the ground is, from the nearest words to the widest: a tile's own before its sheet's. */
  readonly texts: readonly string[];
  /** One seed for all tiles of a set: their edges then match. */
  readonly seed: number;
  /** What differs between tiles lies within them. */
  readonly index: number;
  readonly box: Rect;
  /** How many details on a side, 1 for a tile; more for whole backgrounds. */
  readonly reach: number;
}

/** An opaque ground that closes seamlessly with itself, and with its sisters, on all four sides. */
export function paintTerrain(world: World, wish: TerrainWish): Raster {
  const grid = gridFor(wish.box, world.look, wish.reach > 1 ? 180 : 64);
  const surface = createRaster(grid.width, grid.height);
  const { terrain, colour } = readGround(wish.texts);
  const ramp = material(world, colour);
  // The period is the box itself, also where the last row and column of the grid are torn.
  const size = { width: wish.box.width / grid.cell, height: wish.box.height / grid.cell };
  paintGround(surface, size, { terrain, ramp, wish, world });
  strewDetails(surface, size, {
    terrain,
    ramp,
    seed: wish.seed,
    index: wish.index,
    reach: wish.reach,
    look: world.look,
  });
  if (world.look.texture > 0) texturise(surface, { left: 0, top: 0, ...size });
  if (world.look.grid) reduceColours(surface);
  const isWhole = wish.box.width % grid.cell === 0 && wish.box.height % grid.cell === 0;
  return enlarge(wish.reach > 1 && isWhole ? cutAtCalm(surface, 'xy') : surface, grid.cell, wish.box);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Ground {
  readonly terrain: Terrain;
  readonly ramp: Ramp;
  readonly wish: TerrainWish;
  readonly world: World;
}

function paintGround(surface: Raster, size: Size, { terrain, ramp, wish, world }: Ground): void {
  const down = 3 * wish.reach;
  const across = Math.max(1, Math.round((down * size.width) / size.height));
  const tones = groundTones(ramp, world);
  const relief = PATTERNS[terrain.pattern];
  for (let y = 0; y < surface.height; y++)
    for (let x = 0; x < surface.width; x++) {
      const [u, v] = [x / size.width, y / size.height];
      const noise = groundNoise(wish, u, v, [across, down]);
      const level = Math.round(relief(u * across, v * down, noise));
      const tone = tones[level < 0 ? 0 : Math.min(255, level)] ?? ramp.base;
      const at = (y * surface.width + x) * 4;
      surface.rgba[at] = tone[0];
      surface.rgba[at + 1] = tone[1];
      surface.rgba[at + 2] = tone[2];
      surface.rgba[at + 3] = 255;
    }
}

/** The same at the edges of all tiles of a set, and each tile's own within. */
function groundNoise(wish: TerrainWish, u: number, v: number, period: readonly [number, number]): number {
  const shared = roughNoise(u * period[0], v * period[1], wish.seed, period, 3);
  const inside = wish.reach > 1 ? 0 : Math.min(1, 5 * Math.min(u, 1 - u, v, 1 - v));
  if (inside === 0) return shared;
  const own = roughNoise(u * period[0], v * period[1], wish.seed + 1 + wish.index * 7919, period, 3);
  return shared + (own - shared) * inside;
}

/** Level 0..255 at a point, from its place in pattern units and its noise. */
const PATTERNS: Readonly<Record<Terrain['pattern'], (u: number, v: number, noise: number) => number>> = {
  grain: (_u, _v, noise) => noise,
  ripples: (_u, v, noise) => {
    const crest = (v * 2 + noise / 110) % 1;
    return crest < 0.2 ? 225 : crest > 0.8 ? 40 : 128;
  },
  bricks: (u, v, noise) => {
    const [row, inRow] = split(v * 2);
    const [, inBrick] = split(u + (row % 2) * 0.5);
    if (inRow < 0.14 || inBrick < 0.08) return 12;
    return inRow < 0.3 ? 200 : 96 + noise * 0.35;
  },
  planks: (_u, v, noise) => {
    const [, inPlank] = split(v * 1.0);
    if (inPlank < 0.08) return 12;
    return inPlank < 0.18 ? 210 : 84 + noise * 0.45;
  },
  plates: (u, v, noise) => {
    const [, inRow] = split(v);
    const [, inPlate] = split(u);
    if (inRow < 0.06 || inPlate < 0.06) return 20;
    if (inRow < 0.14 || inPlate < 0.14) return 215;
    return 110 + noise * 0.2;
  },
};

function split(value: number): readonly [whole: number, rest: number] {
  const whole = Math.floor(value);
  return [whole, value - whole];
}

function groundTones(ramp: Ramp, world: World): readonly Rgb[] {
  const smooth = world.look.shading.kind === 'round';
  return Array.from({ length: 256 }, (_, level) => {
    if (level < 24) return mix(ramp.dark, ramp.line, 0.4);
    const share = smooth ? level / 255 : level < 92 ? 0.34 : level < 150 ? 0.5 : level < 200 ? 0.6 : 0.8;
    return share < 0.5 ? mix(ramp.dark, ramp.base, share * 2) : mix(ramp.base, ramp.light, (share - 0.5) * 1.4);
  });
}
