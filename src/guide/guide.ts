import type { Margins, Shape } from '../pack/pack.ts';
import type { Rect, Rgba } from '../raster/raster.ts';
import type { Canvas } from './canvas.ts';

/**
 * What to draw to steer a model: plain JSON, so that it can be hashed before a pixel is drawn.
 * An `image` shape names the sha256 of its PNG file.
 */
export type GuideSpec = SilhouetteGuide | SheetGuide | HorizonGuide;

export interface SilhouetteGuide {
  readonly kind: 'silhouette';
  readonly canvas: Canvas;
  readonly shape: Shape;
  /** True when the user named the shape; false when it is only our default. */
  readonly chosen: boolean;
}

/** One region a sheet cell, in canvas pixels. */
export interface SheetGuide {
  readonly kind: 'sheet';
  readonly canvas: Canvas;
  readonly cells: readonly GuideCell[];
}
export interface GuideCell {
  readonly key: string;
  readonly rect: Rect;
  /** The colour a variant asks for, if its words name one. */
  readonly tint?: Rgba;
  /** Nine-patch borders in canvas pixels: drawn as a frame. */
  readonly ninePatch?: Margins;
}

/** Bands from the far sky to the near ground, one a layer. */
export interface HorizonGuide {
  readonly kind: 'horizon';
  readonly canvas: Canvas;
  /** 0 is the farthest, 1 the nearest; first is farthest. */
  readonly depths: readonly number[];
}
