import type { Raster, Rect } from '../../../../raster/raster.ts';
import { createRaster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { cutAtCalm } from '../calm-edges.ts';
import { reduceColours } from '../few-colours.ts';
import { roughNoise } from '../noise.ts';
import { enlarge, gridFor, SCENE_ROWS } from '../pixel-grid.ts';
import { texturise } from '../texture.ts';
import type { Terrain } from '../vocabulary/terrains.ts';
import type { World } from '../world.ts';
import { material } from '../world.ts';
import type { Ground } from './ground.ts';
import { readGround } from './ground.ts';
import { PATTERNS } from './patterns.ts';
import { strewDetails } from './terrain-details.ts';

export interface TerrainWish {
  /** What the ground is, from the nearest words to the widest: a tile's own before its sheet's. */
  readonly texts: readonly string[];
  /** In place of what the texts say. */
  readonly ground?: Ground;
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
  const grid = gridFor(wish.box, world.look, wish.reach > 1 ? SCENE_ROWS : 64);
  const surface = createRaster(grid.width, grid.height);
  const { terrain, colour } = wish.ground ?? readGround(wish.texts);
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

interface Soil {
  readonly terrain: Terrain;
  readonly ramp: Ramp;
  readonly wish: TerrainWish;
  readonly world: World;
}

function paintGround(surface: Raster, size: Size, { terrain, ramp, wish, world }: Soil): void {
  const down = 3 * wish.reach;
  const across = Math.max(1, Math.round((down * size.width) / size.height));
  const tones = groundTones(ramp, world);
  const { grain, weave } = PATTERNS[terrain.pattern];
  const level = weave({ across, down, seed: wish.seed, pixel: down / size.height });
  const noise = groundNoise(wish, size, [
    Math.max(1, Math.round(across * grain[0])),
    Math.max(1, Math.round(down * grain[1])),
  ]);
  for (let y = 0; y < surface.height; y++) {
    const values = noise(y);
    for (let x = 0; x < surface.width; x++) {
      const here = Math.round(level((x / size.width) * across, (y / size.height) * down, values[x] ?? 0));
      const tone = tones[here < 0 ? 0 : Math.min(255, here)] ?? ramp.base;
      const at = (y * surface.width + x) * 4;
      surface.rgba[at] = tone[0];
      surface.rgba[at + 1] = tone[1];
      surface.rgba[at + 2] = tone[2];
      surface.rgba[at + 3] = 255;
    }
  }
}

/** A row's noise: the same at the edges of all tiles of a set, and each tile's own within. */
function groundNoise(wish: TerrainWish, size: Size, period: readonly [number, number]): (y: number) => Float32Array {
  const at = (u: number, v: number, seed: number): number => roughNoise(u * period[0], v * period[1], seed, period, 3);
  if (wish.reach > 1) return fieldNoise(size, period, (u, v) => at(u, v, wish.seed));
  const row = new Float32Array(Math.ceil(size.width));
  return (y) => {
    const v = y / size.height;
    for (let x = 0; x < row.length; x++) {
      const u = x / size.width;
      const inside = Math.min(1, 5 * Math.min(u, 1 - u, v, 1 - v));
      // Calm at the edges: what all tiles share would show as a lattice.
      const calm = 128 + (at(u, v, wish.seed) - 128) * 0.45;
      row[x] = inside === 0 ? calm : calm + (at(u, v, wish.seed + 1 + wish.index * 7919) - calm) * inside;
    }
    return row;
  };
}

/** Noise over a large field, which is soft: taken every few pixels, and evenly between them. */
function fieldNoise(
  size: Size,
  period: readonly [number, number],
  noise: (u: number, v: number) => number,
): (y: number) => Float32Array {
  const [stepX, stepY] = [stepFor(size.width, period[0]), stepFor(size.height, period[1])];
  const coarse = (y: number): Float32Array<ArrayBuffer> =>
    Float32Array.from({ length: Math.ceil(size.width / stepX) + 1 }, (_, i) =>
      noise((i * stepX) / size.width, y / size.height),
    );
  const row = new Float32Array(Math.ceil(size.width));
  let [upper, lower] = [new Float32Array(0), coarse(0)];
  return (y) => {
    if (y % stepY === 0) [upper, lower] = [lower, coarse(y + stepY)];
    const down = (y % stepY) / stepY;
    for (let x = 0; x < row.length; x++) {
      const [from, share] = [Math.floor(x / stepX), (x % stepX) / stepX];
      const above = (upper[from] ?? 0) * (1 - share) + (upper[from + 1] ?? 0) * share;
      const below = (lower[from] ?? 0) * (1 - share) + (lower[from + 1] ?? 0) * share;
      row[x] = above + (below - above) * down;
    }
    return row;
  };
}

/** A third of the noise's finest wave. */
function stepFor(length: number, period: number): number {
  return Math.max(1, Math.floor(length / (period * 4) / 3));
}

function groundTones(ramp: Ramp, world: World): readonly Rgb[] {
  const smooth = world.look.shading.kind === 'round';
  return Array.from({ length: 256 }, (_, level) => {
    if (level < 24) return mix(ramp.dark, ramp.line, 0.4);
    const share = smooth ? level / 255 : level < 92 ? 0.34 : level < 150 ? 0.5 : level < 200 ? 0.6 : 0.8;
    return share < 0.5 ? mix(ramp.dark, ramp.base, share * 2) : mix(ramp.base, ramp.light, (share - 0.5) * 1.4);
  });
}
