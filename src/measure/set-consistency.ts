import { distance, type Look, readLook } from './look.ts';
import type { Measures, Metric } from './metric.ts';
import type { MeasuredPicture } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';

export const SET_COLOUR: Metric = {
  name: 'set-colour',
  title: 'Spread of colours in the set',
  unit: 'ΔE',
  range: [0, 100],
  better: 'less',
  about:
    'How far apart the colours of a pack’s pictures are: the mean distance between two pictures in how light, how colourful and of which hue their pixels are. Things of one set need not have one colour, so it tells something only against another set of the same pack.',
  source: 'Our own: one-dimensional earth mover’s distances of OKLab coordinates.',
};

export const SET_STROKE: Metric = {
  name: 'set-stroke',
  title: 'Spread of strokes in the set',
  unit: 'share',
  range: [0, 1],
  better: 'less',
  about:
    'How differently a pack’s pictures are drawn: the mean difference between two pictures in how much darker than its inside the rim is, and in how much detail there is. Low when all are of one hand.',
  source: 'Our own.',
};

/** What a set's consistency is counted from: small, so that any number of pictures can be held at once. */
export type PictureSummary = Look;

/** Undefined for a picture that shows nothing. */
export function summarisePicture(picture: MeasuredPicture): PictureSummary | undefined {
  const { ink } = readSheetInk(picture);
  const { width, height } = picture.raster;
  return readLook(picture.raster, ink, { x: 0, y: 0, width, height });
}

/** `set-colour` and `set-stroke`; nothing for fewer than two pictures. */
export function measureSet(summaries: readonly PictureSummary[]): Measures {
  if (summaries.length < 2) return {};
  let [colour, stroke, pairs] = [0, 0, 0];
  for (const [index, one] of summaries.entries())
    for (const other of summaries.slice(index + 1)) {
      colour += colourDistance(one, other);
      stroke += (Math.min(1, Math.abs(one.outline - other.outline)) + Math.abs(one.detail - other.detail)) / 2;
      pairs++;
    }
  return { [SET_COLOUR.name]: colour / pairs, [SET_STROKE.name]: stroke / pairs };
}

function colourDistance(a: Look, b: Look): number {
  return Math.hypot(
    distance(a.lightness, b.lightness),
    distance(a.greenRed, b.greenRed),
    distance(a.blueYellow, b.blueYellow),
  );
}
