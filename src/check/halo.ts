import { measureHalo } from '../measure/halo.ts';
import type { Gate } from './expected-picture.ts';

const name = 'halo';

/** Percent of the way from black to white: from the first a fringe is seen, from the second it is plain to everybody. */
const SEEN = 9;
const PLAIN = 25;
/** In the tiniest pictures a highlight is as wide as a fringe, so only the plainest are told. */
const TINY = 32;
const SEEN_TINY = 18;
const PLAIN_TINY = 40;

const GROUNDS = ['white', 'black', 'magenta'] as const;

/** Warns of a fringe of the removed background around a cut-out, and fails a plain one. */
export const checkHalo: Gate = (picture) => {
  const measured = picture.alpha === 'cut-out' ? measureHalo(picture) : {};
  const [worst] = GROUNDS.map((ground) => ({ ground, value: measured[`halo-${ground}`] ?? -1 })).toSorted(
    (a, b) => b.value - a.value,
  );
  if (!worst || worst.value < 0) return undefined;
  const { ground, value } = worst;
  const isTiny = Math.max(picture.raster.width, picture.raster.height) <= TINY;
  const [seen, plain] = isTiny ? [SEEN_TINY, PLAIN_TINY] : [SEEN, PLAIN];
  const clean = 'No fringe stands around the subject.';
  if (value <= seen) return { name, status: 'pass', message: clean, value, limit: seen };
  const message = `A fringe of another colour stands around the subject; on ${ground} it shows most. Make it again with another removal, or on a background nearer to its own colours.`;
  if (value <= plain) return { name, status: 'warn', message, value, limit: seen };
  return { name, status: 'fail', message, value, limit: plain };
};
