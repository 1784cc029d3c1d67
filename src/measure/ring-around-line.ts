import type { Raster } from '../raster/raster.ts';
import { findEdge, inwards } from './edge.ts';

/** Of the picture: so wide a ring is looked for. */
const WIDEST = 0.1;
/** More opaque pixels have their own colour. */
const OPAQUE = 200;
/** Levels of a channel: of white, of what is full and what is missing in a key colour, and the most of a dark line. */
const WHITE = 225;
const FULL = 180;
const MISSING = 80;
const DARK = 104;
const MOST_WALKS = 1024;
const FEWEST = 12;

/**
 * On how much of the edge, 0..1, white or a key colour lies around a dark line. A drawing ends at its line: what lies around it is a
 * background that was removed farther out. Stickers have such a ring as well; who asked for one has to know.
 */
export function ringAroundLine(raster: Raster): number {
  const edge = findEdge(raster);
  const stride = Math.ceil(edge.length / MOST_WALKS);
  const starts = edge.filter((_, i) => i % stride === 0);
  if (starts.length < FEWEST) return 0;
  return starts.filter((start) => leadsToLine(raster, start)).length / starts.length;
}

/** Whether straight inwards a dark line follows on nothing but such a colour. */
function leadsToLine(raster: Raster, start: number): boolean {
  const { width, height, rgba } = raster;
  const [stepX, stepY] = inwards(raster, start);
  const most = stepX === 0 && stepY === 0 ? 0 : Math.ceil(WIDEST * Math.max(width, height)) + 2;
  let ring = 0;
  for (let i = 0; i <= most; i++) {
    const x = Math.round((start % width) + i * stepX);
    const y = Math.round(Math.floor(start / width) + i * stepY);
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const at = (y * width + x) * 4;
    if ((rgba[at + 3] ?? 0) < OPAQUE) continue;
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
    if (isOfGround(red, green, blue)) ring++;
    else if (ring === 0) return false;
    else if (Math.max(red, green, blue) < DARK) return true;
  }
  return false;
}

function isOfGround(red: number, green: number, blue: number): boolean {
  if (Math.min(red, green, blue) > WHITE) return true;
  if (green > FULL && Math.max(red, blue) < MISSING) return true;
  return Math.min(red, blue) > FULL && green < MISSING;
}
