import { measureCoverage } from '../measure/coverage.ts';
import { findRemains, type Remains } from '../measure/find-remains.ts';
import { findLeftGround, type LeftGround, visibleBorder } from '../measure/left-ground.ts';
import { type Study, studyPicture } from '../measure/study.ts';
import type { Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import type { ExpectedPicture, Gate } from './expected-picture.ts';

const name = 'transparency';

/** Of the picture: less is no subject, more is no surroundings. */
const LEAST_COVER = 0.01;
const MOST_COVER = 0.97;
/** Of what is visible: with less that is opaque, the subject is only a shade. A layer of fog, a bubble are meant to be. */
const LEAST_SOLID = 0.1;

/** An opaque picture has no transparency, a cut-out some but not too much; with `any` there is nothing to ask. */
export const checkTransparency: Gate = (picture) => {
  if (picture.alpha === 'any') return undefined;
  const opacities = picture.opacities();
  if (picture.alpha === 'opaque') return checkOpaque(opacities);
  const cover = measureCoverage(picture)['coverage'] ?? 0;
  const { free, raster, isBoxed = false, isSlight = false } = picture;
  const found = isFullBox(picture) ? undefined : (checkExtremes(opacities, cover) ?? (free && checkCover(cover)));
  if (found) return found;
  const solid = checkSolid(opacities, { cover, least: !free || isSlight ? 0 : LEAST_SOLID });
  const ground = free && !isBoxed && solid.status === 'pass' ? findLeftGround(raster, picture.opacity()) : undefined;
  const remains = free === 'subject' && !isSlight ? findRemains(raster, picture.opacity()) : undefined;
  return checkGround(ground) ?? checkRemains(remains) ?? solid;
};

/** A crate that was asked to fill its box may do so to the last pixel. */
function isFullBox({ isBoxed = false, opacities }: ExpectedPicture & Study): boolean {
  const counts = opacities();
  return isBoxed && (counts[255] ?? 0) > MOST_COVER * sumFrom(counts, 0);
}

/** The same of a subject as it was painted, before it was framed: then shreds fill the finished picture. Undefined where all is well. */
export function checkPaintedTransparency(
  painted: Raster,
  { isBoxed = false }: Pick<ExpectedPicture, 'isBoxed'>,
): GateResult | undefined {
  const study = studyPicture({ raster: painted, alpha: 'cut-out', isPixelArt: false, loop: 'none' });
  const cover = measureCoverage(study)['coverage'] ?? 0;
  const isVeiled = !isBoxed && visibleBorder(study.opacity()) > MOST_BORDER;
  const found = cover < LEAST_COVER ? checkCover(cover) : isVeiled ? checkGround('veil') : undefined;
  return found && { ...found, message: `As it was painted: ${found.message}` };
}

/** Of the painted picture's border: where so much is visible, a background is. */
const MOST_BORDER = 0.5;

const GROUND_WORDS: Readonly<Record<LeftGround, string>> = {
  veil: 'A veil of the background fills a rectangle around the subject',
  plate: 'The subject stands on a rectangle that has no edge of its own',
};

function checkGround(ground: LeftGround | undefined): GateResult | undefined {
  if (!ground) return undefined;
  const message = `${GROUND_WORDS[ground]}: the background was not wholly removed. Make it again with another seed or another removal.`;
  return { name, status: ground === 'veil' ? 'fail' : 'warn', message };
}

const REMAINS_WORDS: Readonly<Record<Remains, string>> = {
  shadow: 'Only a shadow on the ground is left',
  outline: 'Only dark lines are left',
};

function checkRemains(remains: Remains | undefined): GateResult | undefined {
  if (!remains) return undefined;
  const message = `${REMAINS_WORDS[remains]}: the subject was removed with the background. Make it again with another seed or another removal.`;
  return { name, status: remains === 'shadow' ? 'fail' : 'warn', message };
}

function checkOpaque(opacities: Uint32Array): GateResult {
  if (sumFrom(opacities, 0) === opacities[255]) return { name, status: 'pass', message: 'Every pixel is opaque.' };
  return { name, status: 'fail', message: 'Some pixels are transparent in a picture that must be opaque.' };
}

function checkExtremes(opacities: Uint32Array, value: number): GateResult | undefined {
  if (opacities[0] === 0) {
    return { name, status: 'fail', message: 'No pixel is fully transparent: the background was not removed.', value };
  }
  if (opacities[255] === 0) {
    const message = 'No pixel is fully opaque: the subject is missing or only a shade.';
    return { name, status: 'fail', message, value };
  }
  return undefined;
}

function checkCover(value: number): GateResult | undefined {
  const found = `The subject covers ${percent(value)} of the picture`;
  if (value < LEAST_COVER) {
    const message = `${found}: it was removed with the background, or is far too small. Make it again with another seed.`;
    return { name, status: 'fail', message, value, limit: LEAST_COVER };
  }
  if (value <= MOST_COVER) return undefined;
  const message = `${found}: the background was not removed. Make it again with another seed or another removal.`;
  return { name, status: 'fail', message, value, limit: MOST_COVER };
}

function checkSolid(
  opacities: Uint32Array,
  { cover, least: limit }: { readonly cover: number; readonly least: number },
): GateResult {
  const visible = sumFrom(opacities, VISIBLE);
  const value = sumFrom(opacities, SOLID) / visible;
  if (value < limit && visible >= ENOUGH) {
    const message = `Only ${percent(value)} of what is visible is opaque: the subject is little more than a shade.`;
    return { name, status: 'warn', message, value, limit };
  }
  const message = 'The subject is opaque and its surroundings are transparent.';
  return { name, status: 'pass', message, value: cover };
}

const VISIBLE = 16;
const SOLID = 200;
/** Fewer visible pixels are mostly edge. */
const ENOUGH = 40;

function sumFrom(opacities: Uint32Array, level: number): number {
  return opacities.subarray(level).reduce((sum, count) => sum + count, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
