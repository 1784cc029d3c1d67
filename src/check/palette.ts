import { measurePaletteSize } from '../measure/palette-size.ts';
import { measureSmoothSteps } from '../measure/smooth-steps.ts';
import type { Study } from '../measure/study.ts';
import type { GateResult } from '../report/manifest.ts';
import type { Gate } from './expected-picture.ts';
import { percent } from './percent.ts';

const name = 'palette';

/** Of shades, which are colours that differ by 8 levels, there may be so many times as many as of colours that can be told apart. */
const SHADES = 2.5;
/** Pixel art has hard edges: so much of the edge may be half-transparent, unless the picture is so in a few levels as glass is. */
const MOST_SOFT = 0.25;
const FEW_LEVELS = 16;

/** Warns when a picture has more colours than it may, or the soft edges of one that was painted smoothly. */
export const checkPalette: Gate = (picture) => {
  const { mostColours } = picture;
  const smooth = picture.isPixelArt ? checkSmooth(picture) : undefined;
  if (smooth) return smooth;
  const colours = mostColours === undefined ? undefined : measurePaletteSize(picture)['palette-size'];
  if (mostColours === undefined || colours === undefined) return undefined;
  const told = { value: colours, limit: mostColours };
  if (colours > mostColours) {
    const message = `${colours} colours can be told apart; ${mostColours} are plenty for pixel art. ${BLAME}`;
    return { name, status: 'warn', message, ...told };
  }
  const [shades, most] = [picture.colours().length, mostColours * SHADES];
  if (shades > most) {
    const message = `There are ${shades} shades; ${most} are plenty for pixel art. ${BLAME}`;
    return { name, status: 'warn', message, value: shades, limit: most };
  }
  const soft = shareOfSoftEdges(picture);
  if (soft <= MOST_SOFT) return { name, status: 'pass', message: `${colours} colours can be told apart.`, ...told };
  const message = `The edges are soft; those of pixel art are hard. ${BLAME}`;
  return { name, status: 'warn', message, value: soft, limit: MOST_SOFT };
};

const BLAME = 'The picture was probably painted smoothly and only made small.';

/** More than an indexed picture can have, and of neighbours that differ so little so many: no palette was drawn with. */
const PALETTE = 400;
const MOST_SMOOTH = 0.18;

function checkSmooth({ raster }: Study): GateResult | undefined {
  const { colours, share: value } = measureSmoothSteps(raster);
  if (colours <= PALETTE || value <= MOST_SMOOTH) return undefined;
  const message = `${percent(value)} of neighbouring pixels pass into each other in steps that cannot be seen. ${BLAME}`;
  return { name, status: 'warn', message, value, limit: MOST_SMOOTH };
}

const VISIBLE = 16;
const SOLID = 240;

function shareOfSoftEdges({ alpha, opacity, opacities }: Study): number {
  if (alpha !== 'cut-out') return 0;
  if (
    opacities()
      .subarray(VISIBLE, SOLID)
      .filter((count) => count > 0).length < FEW_LEVELS
  )
    return 0;
  const { width, height, levels } = opacity();
  const isEmpty = (place: number): boolean => (levels[place] ?? 0) < VISIBLE;
  let [edge, soft] = [0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const place = y * width + x;
      if (isEmpty(place)) continue;
      if (!isEmpty(place - 1) && !isEmpty(place + 1) && !isEmpty(place - width) && !isEmpty(place + width)) continue;
      edge++;
      if ((levels[place] ?? 0) < SOLID) soft++;
    }
  }
  return edge === 0 ? 0 : soft / edge;
}
