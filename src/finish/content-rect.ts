import type { Canvas } from '../guide/canvas.ts';
import type { Raster, Rect } from '../raster/raster.ts';

/**
 * Where the asked picture lies on what was painted. A service that painted at another size than it was asked to is
 * taken to have painted the same scene, larger or smaller.
 */
export function contentRect(painted: Raster, { width, height, content }: Canvas): Rect {
  const x = rescale(content.x, painted.width, width);
  const y = rescale(content.y, painted.height, height);
  return {
    x,
    y,
    width: Math.max(1, rescale(content.x + content.width, painted.width, width) - x),
    height: Math.max(1, rescale(content.y + content.height, painted.height, height) - y),
  };
}

function rescale(position: number, paintedLength: number, canvasLength: number): number {
  return Math.round((position * paintedLength) / canvasLength);
}
