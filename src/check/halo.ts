import { measureHalo } from '../measure/halo.ts';
import type { ExpectedPicture, Gate } from './expected-picture.ts';

const name = 'halo';

/** Percent of the way from black to white: from the first a fringe is seen, from the second it is plain to everybody. */
const SEEN = 9;
const PLAIN = 25;
/** In smaller pictures a highlight is as wide as a fringe, so only ever plainer ones are told, and in the smallest none. */
const LARGE_ENOUGH = 64;
const TOO_SMALL = 24;

/** Leaves and letters are many and fine. */
const FINE = 9;

function allowance({ free, raster: { width, height } }: ExpectedPicture): number {
  const smallness = Math.max(0, LARGE_ENOUGH / Math.max(width, height) - 1);
  return Math.round(2 * SEEN * smallness) + (free === 'subject' ? 0 : FINE);
}

const GROUNDS = ['white', 'black', 'magenta'] as const;

/** Warns of a fringe of the removed background around a cut-out, and fails a plain one. */
export const checkHalo: Gate = (picture) => {
  const isLarge = Math.max(picture.raster.width, picture.raster.height) > TOO_SMALL;
  const measured = picture.alpha === 'cut-out' && isLarge ? measureHalo(picture) : {};
  const [worst] = GROUNDS.map((ground) => ({ ground, value: measured[`halo-${ground}`] ?? -1 })).toSorted(
    (a, b) => b.value - a.value,
  );
  if (!worst || worst.value < 0) return undefined;
  const { ground, value } = worst;
  const more = allowance(picture);
  const [seen, plain] = [SEEN + more, PLAIN + more];
  const clean = 'No fringe stands around the subject.';
  if (value <= seen) return { name, status: 'pass', message: clean, value, limit: seen };
  const message = `A fringe of another colour stands around the subject; on ${ground} it shows most. Make it again with another removal, or on a background nearer to its own colours.`;
  if (value <= plain) return { name, status: 'warn', message, value, limit: seen };
  return { name, status: 'fail', message, value, limit: plain };
};
