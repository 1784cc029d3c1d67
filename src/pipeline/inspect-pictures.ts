import type { LimnerError } from '../errors.ts';
import type { ImageJob, PaintedImage } from '../providers/provider.ts';
import { invalidPicture } from '../raster/png/invalid.ts';
import { decodePng } from '../raster/png.ts';
import { readPictureInfo } from '../raster/picture-info.ts';
import type { Raster } from '../raster/raster.ts';

export interface InspectedPicture extends PaintedImage {
  readonly width: number;
  readonly height: number;
  /** Of a PNG: its pixels. */
  readonly raster?: Raster;
}

/** As far as services scale up what they painted: four times each side. Some megapixels are harmless in any case. */
const MOST_GROWTH = 16;
const HARMLESS_PIXELS = 2048 * 2048;
const MOST_PIXELS = 64 * 1024 * 1024;

/**
 * Looks at what a job brought, by its bytes and not by its labels: every picture that was asked for is there, whole, of a
 * known format and of a sane size. PNGs are decoded, once it is known that their pixels fit into memory.
 * @throws LIMNER_PICTURE_INVALID
 */
export function inspectPictures(images: readonly PaintedImage[], job: ImageJob): readonly InspectedPicture[] {
  checkComplete(images, job);
  const { width, height } = job.canvas;
  const maxPixels = Math.min(MOST_PIXELS, Math.max(width * height * MOST_GROWTH, HARMLESS_PIXELS));
  return images.map((image) => inspect(image, maxPixels));
}

/** Services round sizes to their model's liking; less than this much of a side is another picture than was asked for. */
const LEAST_SHARE = 0.75;

/** What is wrong with the first picture that is far smaller than its canvas. Downloading it again would not make it larger. */
export function tooSmall(
  pictures: readonly InspectedPicture[],
  { canvas }: Pick<ImageJob, 'canvas'>,
): LimnerError | undefined {
  const small = pictures.find(
    ({ width, height }) => width < canvas.width * LEAST_SHARE || height < canvas.height * LEAST_SHARE,
  );
  if (!small) return undefined;
  return invalidPicture(
    `has ${small.width} x ${small.height} pixels where ${canvas.width} x ${canvas.height} were asked for`,
  );
}

function inspect(image: PaintedImage, maxPixels: number): InspectedPicture {
  const { mimeType, width, height } = readPictureInfo(image.bytes);
  if (width * height > maxPixels) throw invalidPicture(`claims ${width} x ${height} pixels, far more than its canvas`);
  if (mimeType !== 'image/png') return { ...image, mimeType, width, height };
  return { ...image, mimeType, width, height, raster: decodePng(image.bytes, { maxPixels }) };
}

function checkComplete(images: readonly PaintedImage[], { composition }: ImageJob): void {
  if (composition.kind !== 'layers') {
    if (!images.some(({ role }) => role === 'image')) throw invalidPicture('is missing: only layers came');
    return;
  }
  const layers = new Set(images.map(({ role, layer }) => (role === 'layer' ? layer : undefined)));
  for (const index of composition.layers.keys()) if (!layers.has(index)) throw invalidPicture(`lacks layer ${index}`);
}
