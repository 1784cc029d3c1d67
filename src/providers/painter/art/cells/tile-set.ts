import type { CellIntent } from '../../../provider.ts';

/**
 * How the tiles of a sheet belong together: `edges` are 16 tiles for every combination of like neighbours on four sides,
 * `blob` are 47 that look at the corners, too, `plain` are grounds that may lie anywhere.
 */
export type TileSet = 'plain' | 'edges' | 'blob';

/** Bits of a neighbour mask: set where the neighbour is of the same ground. */
export const NEIGHBOURS = { n: 1, ne: 2, e: 4, se: 8, s: 16, sw: 32, w: 64, nw: 128 } as const;

const ASKED =
  /\b(auto-?tiles?|blob|terrain|wang|bitmask|edge tiles?|edges and corners|transition tiles?|47-tile|16-tile)\b/i;
const REFUSED = /\b(variations?|variants?|assorted|distinct|different|random)\b/i;

/** From the sheet's words and its number of tiles; tiles with words of their own are no set unless it is asked for. */
export function readTileSet(words: string, cells: readonly Pick<CellIntent, 'words'>[]): TileSet {
  const count = cells.length;
  const isAsked = ASKED.test(words);
  if (count < 16 || (!isAsked && (REFUSED.test(words) || cells.some((cell) => cell.words !== '')))) return 'plain';
  if (count === 47 || count === 48 || (isAsked && count > 48)) return 'blob';
  return count === 16 || isAsked ? 'edges' : 'plain';
}

/** The neighbours of each tile of a set, by its index; what is over repeats the tile with all neighbours. */
export function maskOf(set: Exclude<TileSet, 'plain'>, index: number): number {
  if (set === 'blob') return BLOB[index] ?? 255;
  const { n, e, s, w } = NEIGHBOURS;
  const sides = [n, e, s, w].reduce((sum, bit, side) => sum + (index & (1 << side) ? bit : 0), 0);
  return index < 16 ? withCorners(sides) : 255;
}

const CORNERS = [
  [NEIGHBOURS.ne, NEIGHBOURS.n | NEIGHBOURS.e],
  [NEIGHBOURS.se, NEIGHBOURS.s | NEIGHBOURS.e],
  [NEIGHBOURS.sw, NEIGHBOURS.s | NEIGHBOURS.w],
  [NEIGHBOURS.nw, NEIGHBOURS.n | NEIGHBOURS.w],
] as const;

/** All corners between two sides that are set. */
function withCorners(sides: number): number {
  return CORNERS.reduce((mask, [corner, between]) => ((sides & between) === between ? mask | corner : mask), sides);
}

/** The 47 masks whose corners all lie between two sides that are set, in ascending order. */
export const BLOB: readonly number[] = Array.from({ length: 256 }, (_, mask) => mask).filter((mask) =>
  CORNERS.every(([corner, between]) => (mask & corner) === 0 || (mask & between) === between),
);
