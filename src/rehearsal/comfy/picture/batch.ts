import type { ImageValue, MaskValue } from '../values.ts';
import { createPlane, pickChannels, type Plane } from './plane.ts';

/** The same change of place or size done to every picture of a batch, and to what is known of its subjects. */
export function mapPlanes(image: ImageValue, change: (plane: Plane) => Plane): ImageValue {
  const frames = image.frames.map(change);
  return { kind: 'image', frames, ...(image.mattes ? { mattes: image.mattes.map(change) } : {}) };
}

/** A change of colours alone: the subjects stay where they are. */
export function mapColours(image: ImageValue, change: (plane: Plane) => Plane): ImageValue {
  return { ...image, frames: image.frames.map(change) };
}

export function mapMask(mask: MaskValue, change: (plane: Plane) => Plane): MaskValue {
  return { kind: 'mask', frames: mask.frames.map(change) };
}

/** Some pictures of a batch. */
export function sliceBatch(image: ImageValue, start: number, end: number): ImageValue {
  const frames = image.frames.slice(start, end);
  return { kind: 'image', frames, ...(image.mattes ? { mattes: image.mattes.slice(start, end) } : {}) };
}

/** All pictures in one batch. Channels that some lack become opaque; a subject is kept only where all have one. */
export function joinBatches(images: readonly ImageValue[]): ImageValue {
  const channels = Math.max(...images.flatMap(({ frames }) => frames.map((frame) => frame.channels)));
  const order = Array.from({ length: channels }, (_, channel) => channel);
  const frames = images.flatMap((image) =>
    image.frames.map((frame) => (frame.channels === channels ? frame : pickChannels(frame, order))),
  );
  const mattes = images.flatMap((image) => image.mattes ?? []);
  return { kind: 'image', frames, ...(mattes.length === frames.length ? { mattes } : {}) };
}

export function firstFrame(image: { readonly frames: readonly Plane[] }): Plane {
  return image.frames[0] ?? createPlane({ width: 1, height: 1 }, 3);
}

/** The frame that stands beside another batch's frame: a shorter batch starts over. */
export function frameBeside(batch: { readonly frames: readonly Plane[] }, index: number): Plane {
  return batch.frames[index % Math.max(1, batch.frames.length)] ?? firstFrame(batch);
}
