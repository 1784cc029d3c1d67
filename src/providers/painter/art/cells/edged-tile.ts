import type { Raster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { hex, mix } from '../colour.ts';
import { gridFor } from '../pixel-grid.ts';
import { createRandom } from '../random.ts';
import type { Terrain } from '../vocabulary/terrains.ts';
import { TERRAINS, VOID } from '../vocabulary/terrains.ts';
import type { World } from '../world.ts';
import { material } from '../world.ts';
import type { Ground } from './ground.ts';
import { readGround, underneath } from './ground.ts';
import type { TerrainWish } from './terrain.ts';
import { paintTerrain } from './terrain.ts';
import { NEIGHBOURS } from './tile-set.ts';

/** A tile of ground that ends where a neighbour is missing; `mask` is made of `NEIGHBOURS`. */
export function paintEdgedTile(world: World, wish: TerrainWish, mask: number): Raster {
  const tile = paintTerrain(world, wish);
  if (mask === 255) return tile;
  const top = readGround(wish.texts);
  const around = paintTerrain(world, { ...wish, ground: groundAround(wish.texts, top.terrain), index: 0 });
  const { cell } = gridFor(wish.box, world.look, 64);
  const edge = edgeColours(world, top);
  const { width, height } = tile;
  const wave = createRandom(wish.seed).range(0, 1);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = (Math.floor(x / cell) * cell + cell / 2) / width;
      const v = (Math.floor(y / cell) * cell + cell / 2) / height;
      const inside = depthIn(mask, u, v, wave);
      const at = (y * width + x) * 4;
      if (inside < 0) tile.rgba.set(around.rgba.subarray(at, at + 4), at);
      const band = BANDS.find(({ to }) => inside < to);
      if (band) shadeTo(tile.rgba, at, edge[band.name], band.share);
    }
  return tile;
}

/** How wide the ground beyond an edge is, and how round a corner, in tiles. */
const BORDER = 0.17;
const ROUND = 0.2;
const SWING = 0.025;

type BandName = 'none' | 'shadow' | 'line' | 'lip';

/** From far outside to far inside: what is laid over the ground, up to which depth in tiles. */
const BANDS: readonly { readonly to: number; readonly name: BandName; readonly share: number }[] = [
  { to: -0.075, name: 'none', share: 0 },
  { to: 0, name: 'shadow', share: 0.45 },
  { to: 0.032, name: 'line', share: 1 },
  { to: 0.085, name: 'lip', share: 0.7 },
];

function edgeColours(world: World, { colour }: Ground): Readonly<Record<BandName, Rgb>> {
  const ramp: Ramp = material(world, colour);
  return { none: ramp.base, shadow: world.light.shade, line: mix(ramp.dark, ramp.line, 0.55), lip: ramp.light };
}

function shadeTo(rgba: Uint8Array, at: number, colour: Rgb, share: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const under = rgba[at + channel] ?? 0;
    rgba[at + channel] = Math.round(under + ((colour[channel] ?? 0) - under) * share);
  }
}

/** What lies around: what the words say the ground is on, or else what usually lies there. */
function groundAround(texts: readonly string[], top: Terrain): Ground {
  const named = texts.map((text) => underneath(text)).find((terrain) => terrain && terrain !== top);
  const usual = Object.entries<Terrain>(TERRAINS).find(([name]) => name === top.under)?.[1] ?? VOID;
  const terrain = named ?? usual;
  return { terrain, colour: hex(terrain.colour) };
}

/**
 * How far inside the ground a point lies, below 0 outside; in tiles. On the side of a tile it depends on the corners of
 * that side alone, so that neighbours always meet.
 */
export function depthIn(mask: number, u: number, v: number, wave: number): number {
  const { n, e, s, w } = NEIGHBOURS;
  // A swing that is still at both ends of a side.
  const swing = (along: number): number => SWING * 16 * along * along * (1 - along) * (1 - along) * bump(along + wave);
  const toN = mask & n ? 9 : v - BORDER + swing(u);
  const toS = mask & s ? 9 : 1 - v - BORDER + swing(1 - u);
  const toW = mask & w ? 9 : u - BORDER + swing(1 - v);
  const toE = mask & e ? 9 : 1 - u - BORDER + swing(v);
  let depth = Math.min(toN, toS, toW, toE);
  for (const [a, b, corner, x, y] of [
    [toN, toE, NEIGHBOURS.ne, 1 - u, v],
    [toS, toE, NEIGHBOURS.se, 1 - u, 1 - v],
    [toS, toW, NEIGHBOURS.sw, u, 1 - v],
    [toN, toW, NEIGHBOURS.nw, u, v],
  ] as const) {
    if (a < ROUND && b < ROUND && a !== 9 && b !== 9)
      depth = Math.min(depth, ROUND - Math.sqrt((ROUND - a) * (ROUND - a) + (ROUND - b) * (ROUND - b)));
    if (a === 9 && b === 9 && (mask & corner) === 0) depth = Math.min(depth, Math.sqrt(x * x + y * y) - BORDER);
  }
  return depth;
}

/** -1..1, three times up and down over 1; only products, so that every machine agrees. */
function bump(along: number): number {
  const phase = along * 2 - Math.floor(along * 2);
  return 1 - 8 * Math.abs(phase - 0.5) * (1 - Math.abs(phase - 0.5));
}
