import { decodePng, encodePng } from '../../raster/png.ts';
import { createRaster } from '../../raster/raster.ts';
import type { ComfyEngine } from '../comfy/engine.ts';
import type { OutputImage } from './worker/collect-images.ts';
import { isDict } from '../http/dict.ts';
import type { Posted } from './worker/handler.ts';
import { isOutputImage } from './worker/old-shape.ts';

const PAGE = '<html><body><h1>502 Bad Gateway</h1></body></html>';

/** The same engine, but the first file fetched from it is spoiled. */
export function withSpoiledFile(engine: ComfyEngine, spoil: (bytes: Uint8Array) => Uint8Array): ComfyEngine {
  let isDone = false;
  return {
    upload: (file) => engine.upload(file),
    prompt: (body) => engine.prompt(body),
    finished: (promptId) => engine.finished(promptId),
    stop: () => engine.stop(),
    view: (file) => {
      const bytes = engine.view(file);
      if (!bytes || isDone) return bytes;
      isDone = true;
      return spoil(bytes);
    },
  };
}

export function toWebPage(): Uint8Array {
  return new TextEncoder().encode(PAGE);
}

/** A PNG of the same size on which a model has drawn nothing. */
export function toBlank(png: Uint8Array): Uint8Array {
  const { width, height } = decodePng(png);
  return encodePng(createRaster(width, height, [0, 0, 0, 255]), { level: 1 });
}

/** The upper left quarter of a PNG; its sides are halved and at least 1. */
export function toHalfSize(png: Uint8Array): Uint8Array {
  const whole = decodePng(png);
  const half = createRaster(Math.max(1, whole.width >> 1), Math.max(1, whole.height >> 1));
  for (let y = 0; y < half.height; y += 1) {
    const start = y * whole.width * 4;
    half.rgba.set(whole.rgba.subarray(start, start + half.width * 4), y * half.width * 4);
  }
  return encodePng(half, { level: 1 });
}

/** The base64 of the first picture breaks off in the middle of a group of four. */
export function truncateFirst(posted: Posted): Posted {
  return withImages(posted, (images) =>
    images.map((image, index) => (index === 0 ? { ...image, data: image.data.slice(0, breakIn(image.data)) } : image)),
  );
}

function breakIn(data: string): number {
  return ((data.length >> 1) & ~3) + 1;
}

/** Leaves out every picture of the prefix that the first one has. */
export function dropFirstPrefix(posted: Posted): Posted {
  return withImages(posted, (images) => {
    const prefix = prefixOf(images[0]);
    return images.filter((image) => prefixOf(image) !== prefix);
  });
}

/** `bg_00001_.png` → `bg`. */
function prefixOf(image: OutputImage | undefined): string | undefined {
  return image?.filename.replace(/_\d+_\.\w+$/, '');
}

function withImages(posted: Posted, change: (images: readonly OutputImage[]) => readonly OutputImage[]): Posted {
  const { output } = posted;
  const images: unknown = isDict(output) ? output['images'] : undefined;
  if (!isDict(output) || !Array.isArray(images)) return posted;
  const left = change(images.filter(isOutputImage));
  return {
    ...posted,
    output: left.length > 0 ? { ...output, images: left } : { status: 'success_no_images', images: [] },
  };
}
