import { cutKeyColour } from '../finish/cut-key-colour.ts';
import { fitPicture } from '../finish/fit-picture.ts';
import { keyColourOf } from '../prompt/key-colour.ts';
import { invalidPicture } from '../raster/png/invalid.ts';
import { decodePng, encodePng, stripPngText } from '../raster/png.ts';
import { readPictureInfo } from '../raster/picture-info.ts';
import type { Finish } from './asset-id.ts';
import { canvasFor } from './generate-request.ts';

const MAX_PIXELS = 64 * 1024 * 1024;

export interface FinishedImage {
  readonly bytes: Uint8Array;
  /** Without a dot. */
  readonly extension: 'png' | 'jpg' | 'webp';
}

/**
 * A picture as it was asked for: whole, of the asked size, cut out where that was left to us, and with nothing written about it inside.
 * @throws LIMNER_PICTURE_INVALID
 */
export function finishImage(bytes: Uint8Array, finish: Finish | undefined): FinishedImage {
  const { mimeType, width, height } = readPictureInfo(bytes);
  if (width * height > MAX_PIXELS) throw invalidPicture(`claims ${width} x ${height} pixels`);
  if (mimeType !== 'image/png') {
    if (finish) throw invalidPicture('is no PNG');
    return { bytes, extension: mimeType === 'image/webp' ? 'webp' : 'jpg' };
  }
  const painted = decodePng(bytes, { maxPixels: MAX_PIXELS });
  if (!finish) return { bytes: stripPngText(bytes), extension: 'png' };
  const canvas = canvasFor(finish);
  if (width !== canvas.width || height !== canvas.height) {
    throw invalidPicture(`is ${width} x ${height} pixels where ${canvas.width} x ${canvas.height} were asked for`);
  }
  const isAsAsked = canvas.width === finish.width && canvas.height === finish.height;
  if (isAsAsked && finish.keyColour === undefined) return { bytes: stripPngText(bytes), extension: 'png' };
  const cut = finish.keyColour === undefined ? painted : cutKeyColour(painted, keyColourOf(finish.keyColour));
  const { width: finalWidth, height: finalHeight } = finish;
  const fitted = isAsAsked
    ? cut
    : fitPicture(cut, { canvas, width: finalWidth, height: finalHeight, resample: 'smooth' });
  return { bytes: encodePng(fitted), extension: 'png' };
}
