import { measureHalo } from '../measure/halo.ts';
import { ringAroundLine } from '../measure/ring-around-line.ts';
import { softFringe } from '../measure/soft-fringe.ts';
import type { GateResult } from '../report/manifest.ts';
import type { Study } from '../measure/study.ts';
import type { ExpectedPicture, Gate } from './expected-picture.ts';

const name = 'halo';

/** Percent of the way from black to white: from the first a fringe is seen, from the second it is plain to everybody. */
const SEEN = 7;
const PLAIN = 25;
/** In smaller pictures the pixel at the edge is the drawing. */
const TOO_SMALL = 24;
/** There a soft light on a round thing fades as a fringe does. */
const TOO_SMALL_TO_FADE = 40;

/** Warns of a fringe of the removed background around a cut-out, and fails a plain one. */
export const checkHalo: Gate = (picture) => {
  const isLarge = Math.max(picture.raster.width, picture.raster.height) > TOO_SMALL;
  if (picture.alpha !== 'cut-out' || !isLarge) return undefined;
  return checkFringe(picture, measureHalo(picture)['halo']);
};

/** The value is undefined where no edge has an inside. */
function checkFringe(picture: ExpectedPicture & Study, value: number | undefined): GateResult | undefined {
  if (value === undefined || value <= SEEN) {
    const found = checkRing(picture) ?? checkSoft(picture);
    if (found || value === undefined) return found;
    return { name, status: 'pass', message: 'No fringe stands around the subject.', value, limit: SEEN };
  }
  const message =
    'A fringe of one other colour stands around the subject. Make it again with another removal, or on a background nearer to its own colours.';
  if (value <= PLAIN) return { name, status: 'warn', message, value, limit: SEEN };
  return { name, status: 'fail', message, value, limit: PLAIN };
}

/** Of the edge: as far around goes a fringe. */
const ALL_AROUND = 0.6;

/** One that fades over many pixels; around lettering, and where light was asked for, it is wanted. */
function checkSoft({
  free,
  raster,
  isAglow = false,
  isRimmed = false,
  small,
}: ExpectedPicture & Study): GateResult | undefined {
  const isLarge = Math.max(raster.width, raster.height) > TOO_SMALL_TO_FADE;
  const value = free === 'subject' && isLarge && !isAglow && !isRimmed ? softFringe(small()) : 0;
  if (value <= ALL_AROUND) return undefined;
  const message =
    'A soft fringe of one other colour fades away all around the subject. Make it again with another removal, or, if it is meant, ask for a glow.';
  return { name, status: 'warn', message, value, limit: ALL_AROUND };
}

/** One around the line at which the drawing ends, however wide; a sticker wants it. */
function checkRing({ free, isRimmed = false, small }: ExpectedPicture & Study): GateResult | undefined {
  const value = free === 'subject' && !isRimmed ? ringAroundLine(small()) : 0;
  if (value <= ALL_AROUND) return undefined;
  const message =
    'White or a key colour lies around the outline of the subject. Make it again with another removal, or, if it is meant, ask for a sticker.';
  return { name, status: 'warn', message, value, limit: ALL_AROUND };
}
