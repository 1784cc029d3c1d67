import type { Mask } from '../../../raster/mask.ts';
import type { Raster, Rect } from '../../../raster/raster.ts';
import { createRaster } from '../../../raster/raster.ts';
import { stencilOfMask } from './body-mask.ts';
import type { Rgb } from './colour.ts';
import { drawFigure, figureBounds } from './draw-figure.ts';
import { fadeOut } from './fade-out.ts';
import { reduceColours } from './few-colours.ts';
import { fitFigure, sizeOf } from './fit-figure.ts';
import type { Bounds } from './geometry.ts';
import { drawInBody } from './guided-figure.ts';
import { familyData } from './kit.ts';
import { enlarge, gridFor } from './pixel-grid.ts';
import type { Pose } from './pose.ts';
import { REST } from './pose.ts';
import type { Subject } from './subject.ts';
import { drawSubject } from './subject-parts.ts';
import type { World } from './world.ts';

export interface SubjectWish {
  readonly subject: Subject;
  readonly seed: number;
  /** Its place on the canvas; the picture has its size. */
  readonly box: Rect;
  readonly tint?: Rgb;
  readonly pose?: Pose;
  /** The outline to obey, in canvas pixels. */
  readonly outline?: Mask;
  /** Of its pixel grid, where it has to be that of another picture. */
  readonly rows?: number;
  /** How it is laid into the box; filled to nine tenths, in the middle, when absent. */
  readonly fit?: FigureFit;
}

export interface FigureFit {
  /** Share of the box to fill, before the words say how large the subject is. */
  readonly share: number;
  readonly grounded: boolean;
  /** What is fitted, in the units of the figure: the same for all pictures that belong together. */
  readonly bounds: Bounds;
}

/** Of the pixel grid of a figure. */
export const FIGURE_ROWS = 64;

/** One creature or object on nothing. */
export function paintSubject(world: World, wish: SubjectWish): Raster {
  const { look } = world;
  const grid = gridFor(wish.box, look, wish.rows ?? FIGURE_ROWS);
  const surface = createRaster(grid.width, grid.height);
  const pose = wish.pose ?? REST;
  const { family, kit, parts } = drawSubject(world, { ...wish, blink: pose.blink });
  if (wish.outline) {
    const body = stencilOfMask(wish.outline, [wish.box.x, wish.box.y], grid);
    drawInBody(surface, { parts, look, kit, body, creature: familyData(family).creature });
  } else {
    const { share, grounded, bounds } = wish.fit ?? { share: 0.9, grounded: false, bounds: figureBounds(parts) };
    const place = fitFigure(bounds, { ...grid, share: sizeOf(wish.subject, share), grounded }, look);
    drawFigure(surface, { parts, look, place, pose });
  }
  if (pose.fade > 0) fadeOut(surface, pose.fade, look.grid);
  if (look.grid) reduceColours(surface);
  return enlarge(surface, grid.cell, wish.box);
}
