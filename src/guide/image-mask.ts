import { LimnerError } from '../errors.ts';
import { alphaBounds, isOpaque } from '../raster/alpha.ts';
import { crop } from '../raster/crop.ts';
import type { Mask } from '../raster/mask.ts';
import { pasteAll } from '../raster/paste.ts';
import { createRaster, type Raster } from '../raster/raster.ts';
import { resize } from '../raster/resize.ts';
import type { Box } from './contour.ts';
import { THINNEST } from './fill-contours.ts';
import type { Size } from './fit-canvas.ts';
import { thickenRuns } from './thicken-runs.ts';

/**
 * The subject of a picture as a mask, fitted into a box with its proportions kept: its alpha, or, where the picture has
 * none, how much it differs from its top left corner. Empty borders are left out. Throws `LIMNER_PACK_INVALID` when
 * nothing stands out.
 */
export function imageMask(image: Raster, size: Size, box: Box): Mask {
  const subject = isOpaque(image) ? standOut(image) : image;
  const bounds = alphaBounds(subject, VISIBLE);
  if (bounds === undefined) {
    const message = 'The picture given as a shape shows no subject: all its pixels look alike.';
    const next = 'Give a picture with a transparent background, or with one plain colour around the subject.';
    throw new LimnerError('LIMNER_PACK_INVALID', message, { next });
  }
  const scale = Math.min(box.width / bounds.width, box.height / bounds.height);
  const width = Math.max(THINNEST, Math.round(bounds.width * scale));
  const height = Math.max(THINNEST, Math.round(bounds.height * scale));
  const sturdy = thickenRuns(crop(subject, bounds), Math.ceil(THINNEST / scale));
  const x = Math.round(box.x + (box.width - width) / 2);
  const y = Math.round(box.y + (box.height - height) / 2);
  return alphaMask(pasteAll(size, [{ raster: resize(sturdy, width, height, 'smooth'), x, y }]));
}

/** Fainter pixels are dust. */
const VISIBLE = 32;

/** Differences from the corner up to the first are noise, from the second on they surely are the subject. */
const NOISE = 16;
const SUBJECT = 80;

function standOut(image: Raster): Raster {
  const result = createRaster(image.width, image.height);
  const [red = 0, green = 0, blue = 0] = image.rgba;
  for (let i = 0; i < image.rgba.length; i += 4) {
    const difference = Math.max(
      Math.abs((image.rgba[i] ?? 0) - red),
      Math.abs((image.rgba[i + 1] ?? 0) - green),
      Math.abs((image.rgba[i + 2] ?? 0) - blue),
    );
    const share = (difference - NOISE) / (SUBJECT - NOISE);
    result.rgba[i + 3] = Math.round(Math.max(0, Math.min(share, 1)) * 255);
  }
  return result;
}

function alphaMask({ width, height, rgba }: Raster): Mask {
  return {
    width,
    height,
    coverage: Uint8Array.from({ length: width * height }, (_, index) => rgba[index * 4 + 3] ?? 0),
  };
}
