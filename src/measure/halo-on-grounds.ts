import type { Raster } from '../raster/raster.ts';

import type { Metric, Measures } from './metric.ts';
import { walkRims, type RimWalk } from './rim-walks.ts';
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
    unit: '% of black to white',
    range: [0, 100],
    better: 'less',
    about: `How much of a fringe shows around the subject on a ${ground} ground. From each place of the edge a few pixels are walked inwards; how far a pixel, laid on the ground, lies off the way from the colour inside to the ground is what does not belong there, in percent of the way from black to white. How much colours change still farther inside is taken off again, and the strongest quarter of the edge does not count. A rim that is opaque and plainly darker than the inside is an outline: then only what lies outside of it is compared, with its colour. Pictures over 512 pixels are measured at a whole fraction of their size.`,
    source: 'Own method, after the fringe that compositing straight alpha leaves (Porter and Duff, 1984).',
  };
}

/** Absent for opaque pictures and where no edge has an inside. */
export function measureHaloOnGrounds({ alpha, small }: Study): Measures {
  if (alpha === 'opaque') return {};
  const raster = small();
  const walks = walkRims(raster);
  if (walks.length < FEWEST) return {};
  return {
    'halo-white': meanHalo(raster, walks, GROUNDS.white),
    'halo-black': meanHalo(raster, walks, GROUNDS.black),
    'halo-magenta': meanHalo(raster, walks, GROUNDS.magenta),
  };
}

/** Places of the edge; of fewer no mean is worth telling. */
const FEWEST = 12;

function meanHalo({ rgba }: Raster, walks: readonly RimWalk[], ground: Colour): number {
  const fringes: number[] = [];
  const natures: number[] = [];
  for (const { rim, inside, deeper } of walks) {
    let most = 0;
    for (const place of rim) most = Math.max(most, strayFrom(rgba, place, { inside, ground }));
    fringes.push(most);
    if (deeper !== undefined) natures.push(strayFrom(rgba, inside, { inside: deeper, ground }));
  }
  return Math.max(0, lowMean(fringes) - (lowMean(natures) * natures.length) / walks.length);
}

/** Highlights on the rim are few: the strongest quarter does not count. */
function lowMean(values: readonly number[]): number {
  const kept = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.75));
  return kept.length === 0 ? 0 : kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

interface Way {
  readonly inside: number;
  readonly ground: Colour;
}

/**
 * How far a pixel, laid on the ground, lies from the straight way between the inside's colour and the ground's. Straight in sRGB, as
 * games blend: so it grows with a fringe's opacity and with its colour, whatever they are.
 */
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
  let gap = 0;
  for (let c = 0; c < 3; c++) {
    const base = ground[c] ?? 0;
    const shown = cover * ((rgba[place * 4 + c] ?? 0) - base);
    const clean = share * ((rgba[inside * 4 + c] ?? 0) - base);
    gap += (shown - clean) ** 2;
  }
  return Math.sqrt(gap) / BLACK_TO_WHITE;
}

/** For a percentage. */
const BLACK_TO_WHITE = (255 * Math.sqrt(3)) / 100;
