import type { MeasuredPicture } from '../measure/picture.ts';
import { measureSeam } from '../measure/seam.ts';
import type { GateResult } from '../report/manifest.ts';

const name = 'seam';
/** Times the greatest of the inner steps. */
const LIMIT = 1.45;
/** Beyond this anybody sees it. */
const FAR = 3;

/** Whether a picture that repeats hides where its edges join. Nothing to check where none do. */
export function checkSeam({ raster, loop }: MeasuredPicture): readonly GateResult[] {
  const found = loop === 'none' ? undefined : measureSeam(raster, loop);
  if (!found) return [];
  const { ratio: value, axis, worst: place } = found;
  const measured = { value, limit: LIMIT };
  if (value <= LIMIT) return [{ name, status: 'pass', message: 'The edges that join show no seam.', ...measured }];
  const edges = axis === 'x' ? 'left and right' : 'upper and lower';
  const message = `A seam shows where the ${edges} edges join: what differs there is ${value.toFixed(1)} times as much as between neighbours inside; ${LIMIT} is the most.`;
  return [{ name, status: value > FAR ? 'fail' : 'warn', message, ...measured, place }];
}
