import type { Raster, Rect } from './raster.ts';
import { pasteAll } from './paste.ts';

/** A new picture of the rectangle's size. The rectangle may lie partly or wholly outside; there it is transparent. */
export function crop(source: Raster, rect: Rect): Raster {
  return pasteAll(rect, [{ raster: source, x: -rect.x, y: -rect.y }]);
}
