import { measureFlatness } from '../measure/flatness.ts';
import type { Raster, Rect } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import type { Study } from '../measure/study.ts';
import type { ExpectedPicture, Gate } from './expected-picture.ts';

const name = 'blank';

/** See the metric `flatness`; plain surfaces are flat, but not so flat. */
const MOST_FLAT = 0.75;

/** Fails when there is nothing to see, and warns when there is hardly anything. */
export const checkBlank: Gate = (picture) => {
  const { raster } = picture;
  const blank = findBlank(raster, { x: 0, y: 0, width: raster.width, height: raster.height });
  if (blank) return { name, status: 'fail', message: `The picture is blank: ${BLANK_WORDS[blank]}.` };
  return checkFlat(picture);
};

/** Where something is transparent, a flat silhouette is a picture. */
function checkFlat(picture: ExpectedPicture & Study): GateResult {
  const { width, height } = picture.raster;
  const isOpaque = picture.opacities()[255] === width * height;
  const value = isOpaque ? measureFlatness(picture)['flatness'] : undefined;
  const message = 'The picture shows something.';
  if (value === undefined) return { name, status: 'pass', message };
  if (value <= MOST_FLAT) return { name, status: 'pass', message, value, limit: MOST_FLAT };
  const nearly = 'The picture is nearly blank: hardly anything stands out from one flat colour.';
  return { name, status: 'warn', message: nearly, value, limit: MOST_FLAT };
}

export type Blank = 'empty' | 'flat';

const BLANK_WORDS: Readonly<Record<Blank, string>> = {
  empty: 'every pixel is transparent',
  flat: 'every pixel has the same colour',
};

/** Channels may differ by this much in what is still one flat colour: failed models leave a trace of noise. */
const NOISE = 2;

/** How a part of a picture is blank, if it is; the colour under alpha 0 does not count. */
export function findBlank({ width, rgba }: Raster, rect: Rect): Blank | undefined {
  const least = [255, 255, 255, 255];
  const most = [0, 0, 0, 0];
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const at = (y * width + x) * 4;
      const isVisible = (rgba[at + 3] ?? 0) > 0;
      for (let c = 0; c < 4; c++) {
        const value = isVisible ? (rgba[at + c] ?? 0) : 0;
        least[c] = Math.min(least[c] ?? 0, value);
        most[c] = Math.max(most[c] ?? 0, value);
      }
    }
    if (most.some((value, c) => value - (least[c] ?? 0) > NOISE)) return undefined;
  }
  return most[3] === 0 ? 'empty' : 'flat';
}
