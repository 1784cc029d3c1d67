import type { Canvas } from '../guide/canvas.ts';
import { crop } from '../raster/crop.ts';
import type { Raster } from '../raster/raster.ts';
import { resize } from '../raster/resize.ts';
import { contentRect } from './content-rect.ts';

/** What was asked of a picture that a provider painted on `canvas`; `width` and `height` are the final pixels. */
export interface FitOptions {
  readonly canvas: Canvas;
  readonly width: number;
  readonly height: number;
  readonly resample: 'nearest' | 'smooth';
}

/**
 * The canvas's content at exactly the asked size, edge to edge: for backgrounds, layers, sheets and all else whose
 * borders mean something. A picture of another aspect is stretched, since a cut would break what tiles or lies in cells.
 */
export function fitPicture(painted: Raster, options: FitOptions): Raster {
  const content = crop(painted, contentRect(painted, options.canvas));
  return resize(content, options.width, options.height, options.resample);
}
