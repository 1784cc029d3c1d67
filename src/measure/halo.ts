import type { Rgb } from './count-palette.ts';
import { walkInwards, type EdgeWalk } from './edge-walks.ts';
import { isOutline } from './outline.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const HALO: Metric = {
  name: 'halo',
  title: 'Halo',
  unit: '% of black to white',
  range: [0, 100],
  better: 'less',
  about:
    'How much a fringe of the removed background stands out around the subject. Such a fringe has one colour all around, whatever lies inside: from each place of the edge the outermost colour is held against the colour a few pixels farther in, and their difference counts where the outermost is nearer to the one that is common at the edge than the inside is. The strongest quarter of the edge does not count, and what goes around hardly more than half of it is a light rather than a fringe. A rim that is a darker shade of the inside, or nearly black, is an outline and no fringe, unless it is dark and fades away. Pictures over 512 pixels are measured at a whole fraction of their size.',
  source: 'Own method, after the colour that a mixed pixel keeps of its background (Porter and Duff, 1984).',
};

/** Absent for opaque pictures and where no edge has an inside. */
export function measureHalo({ alpha, small }: Study): Measures {
  if (alpha === 'opaque') return {};
  const walks = walkInwards(small());
  return walks.length < FEWEST ? {} : { halo: haloOf(walks) };
}

/** Places of the edge; of fewer no mean is worth telling. */
const FEWEST = 12;
/** Of the way from the inside to the common colour of the rim. */
const HALF_WAY = 0.5;
/** Of the edge: what is lit from one side has a light rim on half of it. */
const ALL_AROUND = 0.55;

function haloOf(walks: readonly EdgeWalk[]): number {
  const common = commonRim(walks);
  const strays = walks.map((walk) => {
    const { rim, inside } = walk;
    const isForeign = apart(rim, common) < HALF_WAY * apart(inside, common) && !isOutline(walk);
    return isForeign ? apart(rim, inside) : 0;
  });
  const around = strays.filter((stray) => stray > 0).length;
  return around < ALL_AROUND * walks.length ? 0 : lowMean(strays);
}

/** The median of each channel. */
function commonRim(walks: readonly EdgeWalk[]): Rgb {
  const middle = (channel: 0 | 1 | 2): number =>
    Float64Array.from(walks, ({ rim }) => rim[channel]).sort()[walks.length >> 1] ?? 0;
  return [middle(0), middle(1), middle(2)];
}

/** Highlights on the rim are few: the strongest quarter does not count. */
function lowMean(values: readonly number[]): number {
  const kept = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.75));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** In percent of the way from black to white. */
function apart(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / BLACK_TO_WHITE;
}

const BLACK_TO_WHITE = (255 * Math.sqrt(3)) / 100;
