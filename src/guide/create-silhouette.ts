import { LimnerError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import type { Shape } from '../pack/pack.ts';
import { encodePng } from '../raster/png.ts';
import type { Raster } from '../raster/raster.ts';
import type { CanvasPolicy } from './canvas.ts';
import { drawGuide } from './draw-guide.ts';
import { fitCanvas } from './fit-canvas.ts';

/** Near one megapixel, in multiples of 16: what latent models paint best. */
const MODEL_CANVAS: CanvasPolicy = { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1024 * 1024 };

const SIMPLE_SHAPES: readonly SimpleShape[] = ['box', 'circle', 'ellipse', 'capsule', 'triangle', 'diamond'];

type SimpleShape = Exclude<Shape['kind'], 'polygon' | 'path' | 'image'>;

export interface SilhouetteOptions {
  /** A simple shape by its name, or any shape. */
  readonly shape: Shape | SimpleShape;
  /** The asked picture, in pixels; only its aspect shows in the silhouette. */
  readonly width: number;
  readonly height: number;
  readonly canvas?: CanvasPolicy;
  /** For an `image` shape: the picture, under the name that the shape gives. */
  readonly images?: ReadonlyMap<string, Raster>;
}

/** The guide of an entity as a PNG, on a canvas that models like. Throws `LIMNER_PACK_INVALID` for a bad SVG path
 * or a name that no simple shape has. */
export function createSilhouette(options: SilhouetteOptions): Uint8Array {
  const { width, height, images = new Map<string, Raster>() } = options;
  const shape = typeof options.shape === 'string' ? checkSimple(options.shape) : options.shape;
  const canvas = fitCanvas({ width, height }, options.canvas ?? MODEL_CANVAS);
  return encodePng(drawGuide({ kind: 'silhouette', canvas, shape, chosen: true }, images));
}

/** Programs without types give any text. */
function checkSimple(name: SimpleShape): Shape {
  if (SIMPLE_SHAPES.includes(name)) return { kind: name };
  const guess = nearest(name, SIMPLE_SHAPES);
  throw new LimnerError('LIMNER_PACK_INVALID', `There is no simple shape "${name}".`, {
    next: guess === undefined ? `Choose from: ${SIMPLE_SHAPES.join(', ')}.` : `Did you mean "${guess}"?`,
  });
}
