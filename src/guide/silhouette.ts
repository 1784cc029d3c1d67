import { LimnerError } from '../errors.ts';
import type { Shape } from '../pack/pack.ts';
import type { Mask } from '../raster/mask.ts';
import type { Raster } from '../raster/raster.ts';
import type { Canvas } from './canvas.ts';
import type { Box } from './contour.ts';
import { fillContours, THINNEST } from './fill-contours.ts';
import { imageMask } from './image-mask.ts';
import { shapeContours } from './shape-contours.ts';

/**
 * A shape as a mask of the whole canvas. The subject fills 90 % of the asked picture's place and keeps its proportions
 * where it has its own. `images` holds the decoded files of `image` shapes by hash.
 * Throws `LIMNER_PACK_INVALID` for bad path data and for a picture in which nothing stands out.
 */
export function silhouetteMask(shape: Shape, canvas: Canvas, images: ReadonlyMap<string, Raster>): Mask {
  const box = subjectBox(canvas);
  if (shape.kind !== 'image') return fillContours(shapeContours(shape, box), canvas, box);
  const image = images.get(shape.image);
  if (image === undefined) throw new LimnerError('LIMNER_BUG', `The shape's picture ${shape.image} was not loaded.`);
  return imageMask(image, canvas, box);
}

const SUBJECT_SHARE = 0.9;

/** Where the subject lies: 90 % of the content, at least as large as the thinnest thing we draw. */
export function subjectBox({ content, width, height }: Canvas): Box {
  const [x, across] = subjectRange(content.x, content.width, width);
  const [y, down] = subjectRange(content.y, content.height, height);
  return { x, y, width: across, height: down };
}

function subjectRange(start: number, length: number, limit: number): [start: number, length: number] {
  const wanted = Math.min(limit, Math.max(THINNEST, length * SUBJECT_SHARE));
  return [Math.max(0, Math.min(start + (length - wanted) / 2, limit - wanted)), wanted];
}
