import type { Shape } from '../pack/pack.ts';
import { encodePng } from '../raster/png.ts';
import type { Raster } from '../raster/raster.ts';
import type { CanvasPolicy } from './canvas.ts';
import { drawGuide } from './draw-guide.ts';
import { fitCanvas } from './fit-canvas.ts';

/** Near one megapixel, in multiples of 16: what latent models paint best. */
const MODEL_CANVAS: CanvasPolicy = { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1024 * 1024 };

export interface SilhouetteOptions {
  readonly shape: Shape;
  /** The asked picture, in pixels; only its aspect shows in the silhouette. */
  readonly width: number;
  readonly height: number;
  readonly canvas?: CanvasPolicy;
  /** For an `image` shape: the picture, under the name that the shape gives. */
  readonly images?: ReadonlyMap<string, Raster>;
}

/** The guide of an entity as a PNG, on a canvas that models like. Throws `LIMNER_PACK_INVALID` for a bad SVG path. */
export function createSilhouette(options: SilhouetteOptions): Uint8Array {
  const { shape, width, height, images = new Map<string, Raster>() } = options;
  const canvas = fitCanvas({ width, height }, options.canvas ?? MODEL_CANVAS);
  return encodePng(drawGuide({ kind: 'silhouette', canvas, shape, chosen: true }, images));
}
