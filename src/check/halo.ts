import { measureHalo } from '../measure/halo.ts';
import type { Gate } from './expected-picture.ts';

const name = 'halo';

/** Percent of the way from black to white: from the first a fringe is seen, from the second it is plain to everybody. */
const SEEN = 7;
const PLAIN = 25;
/** In smaller pictures the pixel at the edge is the drawing. */
const TOO_SMALL = 24;

/** Warns of a fringe of the removed background around a cut-out, and fails a plain one. */
export const checkHalo: Gate = (picture) => {
  const isLarge = Math.max(picture.raster.width, picture.raster.height) > TOO_SMALL;
  const value = picture.alpha === 'cut-out' && isLarge ? measureHalo(picture)['halo'] : undefined;
  if (value === undefined) return undefined;
  if (value <= SEEN)
    return { name, status: 'pass', message: 'No fringe stands around the subject.', value, limit: SEEN };
  const message =
    'A fringe of one other colour stands around the subject. Make it again with another removal, or on a background nearer to its own colours.';
  if (value <= PLAIN) return { name, status: 'warn', message, value, limit: SEEN };
  return { name, status: 'fail', message, value, limit: PLAIN };
};
