import type { SheetInk } from './sheet-ink.ts';

export interface ContrastMap {
  readonly width: number;
  readonly height: number;
  /** 0 where a pixel is like its surroundings, else a number from 1 for its colour: 1 for any, or roughly which. */
  readonly map: Uint16Array;
}

export interface ContrastMaps {
  /** What is darker than its surroundings, and what is lighter; each once as a whole and once by colours. */
  readonly maps: readonly ContrastMap[];
  /** Pixels of the sheet for one of the maps. */
  readonly scale: number;
}

/** Levels by which a pixel must stand out. */
const STANDS_OUT = 26;
/** Cells are looked at in about so many pixels a side. */
const SIDE = 160;

/** The darker pixels on transparency as if on white, and the lighter ones as if on black. */
export function contrastMaps({ raster, cells }: SheetInk): ContrastMaps {
  const side = cells.reduce((least, { rect }) => Math.min(least, rect.width, rect.height), Infinity);
  const scale = Math.max(1, Math.round(Math.min(side, Math.max(raster.width, raster.height)) / SIDE));
  const [width, height] = [Math.floor(raster.width / scale), Math.floor(raster.height / scale)];
  const radius = Math.max(3, Math.round(Math.min(side, 4 * SIDE) / scale / 9));
  const grid = { width, height, scale, stride: raster.width };
  const maps = ([255, 0] as const).flatMap((paper) => {
    const light = lightness(raster.rgba, grid, paper);
    const map = standOut(light, width, height, radius, paper === 255 ? -1 : 1);
    return [
      { width, height, map },
      { width, height, map: byColour(map, raster.rgba, grid) },
    ];
  });
  return { maps, scale };
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly stride: number;
}

function lightness(rgba: Uint8Array, { width, height, scale, stride }: Grid, paper: number): Uint8Array {
  const light = new Uint8Array(width * height);
  const half = scale >> 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = ((y * scale + half) * stride + x * scale + half) * 4;
      const alpha = rgba[at + 3] ?? 0;
      const own = (77 * (rgba[at] ?? 0) + 151 * (rgba[at + 1] ?? 0) + 28 * (rgba[at + 2] ?? 0)) >> 8;
      light[y * width + x] = (own * alpha + paper * (255 - alpha)) / 255;
    }
  return light;
}

/** Parts one colour from others that it touches; soft edges come apart by it. */
function byColour(map: Uint16Array, rgba: Uint8Array, { width, height, scale, stride }: Grid): Uint16Array {
  const colours = new Uint16Array(map.length);
  const half = scale >> 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (map[y * width + x] === 0) continue;
      const at = ((y * scale + half) * stride + x * scale + half) * 4;
      colours[y * width + x] =
        1 + (((rgba[at] ?? 0) >> 5) << 6) + (((rgba[at + 1] ?? 0) >> 5) << 3) + ((rgba[at + 2] ?? 0) >> 5);
    }
  return colours;
}

/** Marks what is darker (-1) or lighter (1) than the mean of the square around it. */
function standOut(light: Uint8Array, width: number, height: number, radius: number, sign: 1 | -1): Uint16Array {
  const map = new Uint16Array(light.length);
  const columns = new Int32Array(width);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(columns, light, y * width, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(columns, light, (y + radius) * width, 1);
    if (y - radius - 1 >= 0) addRow(columns, light, (y - radius - 1) * width, -1);
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += columns[x + radius] ?? 0;
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1] ?? 0;
      const count = rows * (Math.min(width, x + radius + 1) - Math.max(0, x - radius));
      const stands = sign * ((light[y * width + x] ?? 0) * count - sum);
      if (stands > STANDS_OUT * count) map[y * width + x] = 1;
    }
  }
  return map;
}

function addRow(columns: Int32Array, light: Uint8Array, start: number, sign: 1 | -1): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] ?? 0) + sign * (light[start + x] ?? 0);
}
