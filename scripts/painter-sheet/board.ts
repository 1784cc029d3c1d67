import { type Raster, createRaster } from '../../src/raster/raster.ts';

const GAP = 8;
const PAPER = [236, 236, 240, 255] as const;

/** Pictures in rows of so many, each on a checkerboard where it is transparent. */
export function board(pictures: readonly Raster[], columns: number): Raster {
  const wide = Math.max(...pictures.map(({ width }) => width)) + GAP;
  const high = Math.max(...pictures.map(({ height }) => height)) + GAP;
  const rows = Math.ceil(pictures.length / columns);
  const sheet = createRaster(wide * Math.min(columns, pictures.length) + GAP, high * rows + GAP, [...PAPER]);
  pictures.forEach((picture, index) => {
    const [left, top] = [GAP + (index % columns) * wide, GAP + Math.floor(index / columns) * high];
    layOver(sheet, checkered(picture), left, top);
    layOver(sheet, picture, left, top);
  });
  return sheet;
}

/** Boards below one another. */
export function column(boards: readonly Raster[]): Raster {
  const sheet = createRaster(
    Math.max(...boards.map(({ width }) => width)),
    boards.reduce((sum, { height }) => sum + height, 0),
    [...PAPER],
  );
  let top = 0;
  for (const each of boards) {
    layOver(sheet, each, 0, top);
    top += each.height;
  }
  return sheet;
}

/** Layers of one size as one picture, the first at the back. */
export function stack(layers: readonly Raster[]): Raster {
  const [{ width, height } = { width: 1, height: 1 }] = layers;
  const whole = createRaster(width, height);
  for (const layer of layers) layOver(whole, layer, 0, 0);
  return whole;
}

/** Lays a picture over another, with its transparency. Changes `target`. */
export function layOver(target: Raster, { width, height, rgba }: Raster, left: number, top: number): void {
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [left + (index % width), top + Math.floor(index / width)];
    const alpha = rgba[index * 4 + 3] ?? 0;
    if (alpha === 0 || x < 0 || y < 0 || x >= target.width || y >= target.height) continue;
    const at = (y * target.width + x) * 4;
    for (let channel = 0; channel < 3; channel += 1) {
      const mixed = (rgba[index * 4 + channel] ?? 0) * alpha + (target.rgba[at + channel] ?? 0) * (255 - alpha);
      target.rgba[at + channel] = Math.round(mixed / 255);
    }
    target.rgba[at + 3] = Math.max(alpha, target.rgba[at + 3] ?? 0);
  }
}

function checkered({ width, height }: Raster): Raster {
  const checks = createRaster(width, height);
  for (let index = 0; index < width * height; index += 1) {
    const isDark = (((index % width) >> 3) + (Math.floor(index / width) >> 3)) % 2 === 1;
    checks.rgba.set(isDark ? [204, 204, 210, 255] : [226, 226, 230, 255], index * 4);
  }
  return checks;
}
