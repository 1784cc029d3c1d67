import type { Raster, Rect } from '../../../raster/raster.ts';

/** Smaller boxes are no cells, and paler ones than this many of 255 are gutter. */
const LEAST_SIDE = 8;
const GUTTER = 252;
/** Guides for sheets are drawn in light colours, silhouettes in dark ones. */
const LIGHT = 110;
const MOST_CELLS = 1024;

/**
 * The cells of a sheet guide: light boxes of one colour each, at least two, that together leave little but white. Undefined
 * when the picture is anything else.
 */
export function findGuideCells(raster: Raster): readonly Rect[] | undefined {
  const { width, height } = raster;
  const taken = new Uint8Array(width * height);
  const cells: Rect[] = [];
  for (let pixel = 0; pixel < taken.length; pixel += 1) {
    if (taken[pixel] === 1 || isGutter(raster, pixel)) continue;
    const cell = boxFrom(raster, pixel);
    if (cell.width < LEAST_SIDE || cell.height < LEAST_SIDE || lightness(raster, pixel) < LIGHT) return undefined;
    cells.push(cell);
    if (cells.length > MOST_CELLS) return undefined;
    for (let y = cell.y; y < cell.y + cell.height; y += 1)
      taken.fill(1, y * width + cell.x, y * width + cell.x + cell.width);
  }
  return cells.length > 1 ? cells : undefined;
}

/** As far right and down as the colour of the first pixel goes along the box's own edges. */
function boxFrom(raster: Raster, pixel: number): Rect {
  const [x, y] = [pixel % raster.width, Math.floor(pixel / raster.width)];
  let width = 1;
  while (x + width < raster.width && isSame(raster, pixel, pixel + width)) width += 1;
  let height = 1;
  while (y + height < raster.height && isSame(raster, pixel, pixel + height * raster.width)) height += 1;
  return { x, y, width, height };
}

function isSame({ rgba }: Raster, first: number, second: number): boolean {
  return [0, 1, 2].every((channel) => rgba[first * 4 + channel] === rgba[second * 4 + channel]);
}

function isGutter({ rgba }: Raster, pixel: number): boolean {
  return [0, 1, 2].every((channel) => (rgba[pixel * 4 + channel] ?? 0) >= GUTTER);
}

function lightness({ rgba }: Raster, pixel: number): number {
  return Math.max(...[0, 1, 2].map((channel) => rgba[pixel * 4 + channel] ?? 0));
}
