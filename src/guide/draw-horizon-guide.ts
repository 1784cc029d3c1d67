import { createRaster, type Raster } from '../raster/raster.ts';
import { fillRect } from './fill-rect.ts';
import type { HorizonGuide } from './guide.ts';

/**
 * One band a layer: the farthest fills the picture, each nearer one begins lower and is darker, as haze makes it in
 * nature. The bands run past the content to the canvas's edges, so that a model sees no frame to paint.
 */
export function drawHorizonGuide({ canvas, depths }: HorizonGuide): Raster {
  const { width, height, content } = canvas;
  const raster = createRaster(width, height);
  for (const [layer, depth] of depths.entries()) {
    const y = layer === 0 ? 0 : content.y + Math.round(content.height * topShare(depth));
    const grey = FAR_GREY + Math.round((NEAR_GREY - FAR_GREY) * clamp(depth));
    fillRect(raster, { x: 0, y, width, height: height - y }, [grey, grey, grey, 255]);
  }
  return raster;
}

const FAR_GREY = 235;
const NEAR_GREY = 50;

/** The far hills begin above the middle, the near ground covers the lowest sixth. */
function topShare(depth: number): number {
  return 0.35 + 0.48 * clamp(depth);
}

function clamp(depth: number): number {
  return Math.max(0, Math.min(depth, 1));
}
