import type { Metric } from '../../measure/metric.ts';

const share = { unit: 'share', range: [0, 1] as const, source: 'The sample.' };

/** A few metrics of every sort: shares and distances, with and without a better way, of pictures and of sets. */
export const METRICS_SAMPLE: readonly Metric[] = [
  {
    ...share,
    name: 'fringe',
    title: 'Colour fringe',
    better: 'less',
    about: 'How much of the edge is tinted by the ground that the subject was cut from.',
  },
  {
    ...share,
    name: 'silhouette',
    title: 'Fits the outline',
    better: 'more',
    about: 'Intersection over union of the subject with the outline that was asked for.',
  },
  {
    ...share,
    name: 'palette',
    title: 'Keeps to the palette',
    better: 'more',
    about: 'How many pixels are within 6 ΔE of a colour of the pack.',
  },
  {
    name: 'seam',
    title: 'Seam',
    unit: 'ΔE',
    range: [0, Infinity],
    better: 'less',
    about: 'How far the colours of edges that join differ, beyond what their neighbours do.',
    source: 'The sample.',
  },
  {
    name: 'sharpness',
    title: 'Sharpness',
    unit: 'variance of the Laplacian',
    range: [0, Infinity],
    better: 'more',
    about: 'How fine the detail is; blur makes it small.',
    source: 'The sample.',
  },
  {
    name: 'colours',
    title: 'Colours',
    unit: 'colours',
    range: [1, Infinity],
    better: 'neither',
    about: 'How many colours the picture has.',
    source: 'The sample.',
  },
  {
    name: 'set-palette-distance',
    title: 'Palettes of the set',
    unit: 'ΔE',
    range: [0, Infinity],
    better: 'less',
    about: 'How far the palettes of the set are from each other, on the average of all pairs.',
    source: 'The sample.',
  },
];

/** What each sample metric is about, and by how much it varies. */
export const TYPICAL_MEASURES: Readonly<Record<string, readonly [middle: number, spread: number]>> = {
  fringe: [0.08, 0.06],
  silhouette: [0.86, 0.1],
  palette: [0.7, 0.25],
  seam: [3.2, 2.5],
  sharpness: [412, 160],
  colours: [48, 30],
};
