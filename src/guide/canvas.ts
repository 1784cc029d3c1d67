import type { Rect } from '../raster/raster.ts';

/** What sizes a provider likes to paint at. */
export interface CanvasPolicy {
  /** Both sides are a multiple of this; 16 suits every latent model we know. */
  readonly multipleOf: number;
  readonly minSide: number;
  readonly maxSide: number;
  /** Wished-for area, for models that paint badly far from it; absent: paint at the asked size. */
  readonly targetPixels?: number;
}

/** Where an asked picture lies on the picture that a provider paints. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per asked pixel: a whole number whenever the policy allows it. */
  readonly scale: number;
  /** The asked picture's place on the canvas; what lies outside is cut away. */
  readonly content: Rect;
}
