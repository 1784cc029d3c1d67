import type { Raster } from '../raster/raster.ts';
import { walkInwards, type EdgeWalk } from './edge-walks.ts';
import type { Metric, Measures } from './metric.ts';
import { difference, toOklab } from './oklab.ts';
import type { Study } from './study.ts';

type Colour = readonly [red: number, green: number, blue: number];

const GROUNDS = { white: [255, 255, 255], black: [0, 0, 0], magenta: [255, 0, 255] } as const;

export const HALO_WHITE = haloOn('white');
export const HALO_BLACK = haloOn('black');
export const HALO_MAGENTA = haloOn('magenta');

function haloOn(ground: keyof typeof GROUNDS): Metric {
  return {
    name: `halo-${ground}`,
    title: `Halo on ${ground}`,
    unit: 'ΔE',
    range: [0, 100],
    better: 'less',
    about: `How much of a fringe shows around the subject on a ${ground} ground. From each place of the edge a few pixels are walked inwards; how far a pixel, laid on the ground, lies off the way from the colour inside to the ground is what does not belong there, in OKLab × 100. How much colours change still farther inside is taken off again. A rim that is darker than the inside and opaque somewhere is an outline and counts as none. Pictures over 512 pixels are measured at a whole fraction of their size.`,
    source: 'Own method, after the fringe that compositing straight alpha leaves (Porter and Duff, 1984).',
  };
}

/** Absent for opaque pictures and where no edge has an inside. */
export function measureHalo({ alpha, small }: Study): Measures {
  if (alpha === 'opaque') return {};
  const raster = small();
  const walks = walkInwards(raster);
  if (walks.length < FEWEST) return {};
  return {
    'halo-white': meanHalo(raster, walks, GROUNDS.white),
    'halo-black': meanHalo(raster, walks, GROUNDS.black),
    'halo-magenta': meanHalo(raster, walks, GROUNDS.magenta),
  };
}

/** Places of the edge; of fewer no mean is worth telling. */
const FEWEST = 12;

function meanHalo({ rgba }: Raster, walks: readonly EdgeWalk[], ground: Colour): number {
  let fringe = 0;
  let nature = 0;
  let natures = 0;
  for (const { rim, inside, deeper } of walks) {
    let most = 0;
    for (const place of rim) most = Math.max(most, strayFrom(rgba, place, { inside, ground }));
    fringe += most;
    if (deeper === undefined) continue;
    nature += strayFrom(rgba, inside, { inside: deeper, ground });
    natures++;
  }
  return Math.max(0, fringe / walks.length - (natures === 0 ? 0 : nature / natures));
}

interface Way {
  readonly inside: number;
  readonly ground: Colour;
}

/** How far a pixel on the ground looks from the nearest colour on the straight way from the inside to the ground. */
function strayFrom(rgba: Uint8Array, place: number, { inside, ground }: Way): number {
  const cover = (rgba[place * 4 + 3] ?? 0) / 255;
  let along = 0;
  let length = 0;
  for (let c = 0; c < 3; c++) {
    const base = ground[c] ?? 0;
    const way = (rgba[inside * 4 + c] ?? 0) - base;
    along += way * cover * ((rgba[place * 4 + c] ?? 0) - base);
    length += way * way;
  }
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, along / length));
  const shown = (c: 0 | 1 | 2): number => ground[c] + cover * ((rgba[place * 4 + c] ?? 0) - ground[c]);
  const clean = (c: 0 | 1 | 2): number => ground[c] + share * ((rgba[inside * 4 + c] ?? 0) - ground[c]);
  const gap = Math.abs(shown(0) - clean(0)) + Math.abs(shown(1) - clean(1)) + Math.abs(shown(2) - clean(2));
  if (gap < UNSEEN) return 0;
  return difference(toOklab(shown(0), shown(1), shown(2)), toOklab(clean(0), clean(1), clean(2)));
}

/** Levels, over the three channels. */
const UNSEEN = 3;
