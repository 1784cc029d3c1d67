import type { Plane } from '../measure/find-parts.ts';
import { studyPicture } from '../measure/study.ts';
import type { Raster, Rect } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import type { Gate } from './expected-picture.ts';
import { type Cut, findCut } from './find-cut.ts';
import { extentOf, SIDES, viewFrom } from './side-view.ts';

const name = 'cut-off';

/** Fails when a border cuts through what stands free in the picture. */
export const checkCutOff: Gate = ({ free, raster, opacity }) => (free ? judgeBorder(raster, opacity()) : undefined);

/**
 * The same of a subject as it was painted, before it was framed: then a cut lies inside the finished picture. There a part of the subject
 * that was lost can be told as well: what is left ends in a straight line and lies far to the other side.
 */
export function checkPaintedCutOff(painted: Raster): GateResult {
  const { opacity } = studyPicture({ raster: painted, alpha: 'cut-out', isPixelArt: false, loop: 'none' });
  const result = judgeBorder(painted, opacity());
  const found = result.status === 'pass' ? (judgeRemains(painted, opacity()) ?? result) : result;
  return { ...found, message: found.message.replace('The subject', 'As it was painted, the subject') };
}

/** Of the subject's own extent along that border. */
const MOST_CUT = 0.08;

/** Smaller pictures have no room around what they show. */
const ROOM = 8;

function judgeBorder(raster: Raster, plane: Plane): GateResult {
  const { width, height } = plane;
  if (Math.min(width, height) < ROOM)
    return { name, status: 'pass', message: 'The picture is too small to cut anything off.' };
  const worst = worstCut(raster, plane, { x: 0, y: 0, width, height });
  if (worst.share > MOST_CUT) return cutOff(worst, MOST_CUT);
  const message = 'The subject is whole: no border cuts it.';
  return { name, status: 'pass', message, value: worst.share, limit: MOST_CUT };
}

function worstCut(raster: Raster, plane: Plane, box: Rect): Cut {
  return SIDES.map((side) => findCut(raster, plane, { box, side })).reduce((a, b) => (b.share > a.share ? b : a));
}

function cutOff({ side, share: value, length, place }: Cut, limit: number): GateResult {
  const share = Math.round(value * 100);
  const message = `The subject is cut off at the ${side}: it ends there along ${length} straight pixels, ${share} % of its extent. Make it again with another seed, or ask for the whole of it.`;
  return { name, status: 'fail', message, value, limit, place };
}

/** Of the extent of what is left: lids and battlements are flat as well, but then lie in the middle. */
const MOST_FLAT = 0.3;
/** Of the picture: so much farther is what is left from one border than from the other. */
const ASIDE = 0.35;

function judgeRemains(raster: Raster, plane: Plane): GateResult | undefined {
  const { width, height } = plane;
  const whole = { x: 0, y: 0, width, height };
  const across = extentOf(viewFrom(plane, whole, 'top'));
  const down = extentOf(viewFrom(plane, whole, 'left'));
  const box = { x: across.start, y: down.start, width: across.end - across.start, height: down.end - down.start };
  if (Math.min(box.width, box.height) < ROOM) return undefined;
  const aside = {
    left: (across.start + across.end - width) / width,
    top: (down.start + down.end - height) / height,
    right: (width - across.start - across.end) / width,
    bottom: (height - down.start - down.end) / height,
  };
  const side = SIDES.find((one) => aside[one] >= ASIDE);
  const cut = side && findCut(raster, plane, { box, side });
  return cut && cut.share > MOST_FLAT ? cutOff(cut, MOST_FLAT) : undefined;
}
