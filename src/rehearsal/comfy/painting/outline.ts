import type { Mask } from '../../../raster/mask.ts';
import { keyedMatte } from '../picture/key-matte.ts';
import type { Plane } from '../picture/plane.ts';

/** The silhouette in a guide picture: what stands out from its plain border. Undefined when nothing or nearly all does. */
export function outlineIn(guide: Plane): Mask | undefined {
  const matte = keyedMatte(guide);
  const share = matte.data.reduce((sum, value) => sum + value, 0) / matte.data.length;
  if (share < LEAST_SHARE || share > MOST_SHARE) return undefined;
  return {
    width: guide.width,
    height: guide.height,
    coverage: Uint8Array.from(matte.data, (value) => Math.round(value * 255)),
  };
}

const LEAST_SHARE = 0.002;
const MOST_SHARE = 0.97;
