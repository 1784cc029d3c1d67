import type { Raster, Rect, Rgba } from '../../src/raster/raster.ts';

/** Spoils the cells of a sheet: strength 0 changes nothing, 1 is as bad as it gets; the seed decides where. */
export type SheetDamage = (raster: Raster, cells: readonly Rect[], strength: number, seed: number) => Raster;

export function copyOf(raster: Raster): Raster {
  return { ...raster, rgba: raster.rgba.slice() };
}

/** What to fill in where something was taken away: the colour of the cell's upper left corner. */
export function groundOf({ width, rgba }: Raster, { x, y }: Rect): Rgba {
  const at = (y * width + x) * 4;
  const alpha = rgba[at + 3] ?? 0;
  return alpha < 128 ? [0, 0, 0, 0] : [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0, 255];
}

export function fillRect({ width, rgba }: Raster, rect: Rect, colour: Rgba): void {
  for (let y = rect.y; y < rect.y + rect.height; y++)
    for (let x = rect.x; x < rect.x + rect.width; x++) rgba.set(colour, (y * width + x) * 4);
}

/** Frames may share a cell. */
export function onePerPlace(cells: readonly Rect[]): readonly Rect[] {
  return [...new Map(cells.map((cell) => [`${cell.x} ${cell.y}`, cell])).values()];
}
