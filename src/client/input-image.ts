import { LimnerError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Upload } from '../providers/graph-provider.ts';
import { encodePng } from '../raster/png.ts';
import { readPictureInfo } from '../raster/picture-info.ts';
import type { Raster } from '../raster/raster.ts';

/** A PNG, JPEG or WebP as bytes (`Buffer` is one), as base64 with or without `data:` before it, or pixels. */
export type InputImage = Uint8Array | ArrayBuffer | string | Raster;

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;

/**
 * The picture under a name made from its content: files stay on a warm worker, and another job's must never be taken for ours.
 * @throws LIMNER_USAGE for what is no picture, LIMNER_PICTURE_INVALID for one that is damaged
 */
export function readInputImage(image: InputImage): Upload {
  const bytes = bytesOf(image);
  const { mimeType } = readPictureInfo(bytes);
  return { name: `${sha256(bytes)}.${EXTENSIONS[mimeType]}`, bytes };
}

function bytesOf(image: unknown): Uint8Array {
  if (image instanceof Uint8Array) return image;
  if (image instanceof ArrayBuffer) return new Uint8Array(image);
  if (typeof image === 'string') return fromBase64(image);
  if (isRaster(image)) return encodePng(image);
  throw noPicture(`${image === null ? 'null' : typeof image} is no picture.`);
}

function isRaster(image: unknown): image is Raster {
  if (typeof image !== 'object' || image === null) return false;
  const { width, height, rgba } = image as Partial<Raster>;
  return rgba instanceof Uint8Array && rgba.length === (width ?? 0) * (height ?? 0) * 4;
}

function fromBase64(text: string): Uint8Array {
  if (/^https?:/.test(text)) throw noPicture('A picture cannot be given by its address.');
  try {
    return Uint8Array.from(atob(text.replace(/^data:[^,]*,/, '')), (char) => char.charCodeAt(0));
  } catch (cause) {
    throw noPicture('A text that is no base64 was given as a picture.', cause);
  }
}

function noPicture(message: string, cause?: unknown): LimnerError {
  return new LimnerError('LIMNER_USAGE', message, {
    cause,
    next: 'Give the bytes of a PNG (what createSilhouette gives, or what readFile reads), or { width, height, rgba }.',
  });
}
