import { sha256 } from '../../../hash.ts';
import type { Mask } from '../../../raster/mask.ts';
import type { Raster } from '../../../raster/raster.ts';
import { firstFrame, frameBeside } from '../picture/batch.ts';
import { createPlane, mapNumbers, pickChannels, planeOfRaster, rasterOfPlane, type Plane } from '../picture/plane.ts';
import { scalePlane } from '../picture/scale.ts';
import type { ConditioningValue, ImageValue, LatentValue } from '../values.ts';
import { paintLayers, paintOne, type PaintOrder } from './commission.ts';
import { findGuideCells } from './guide-cells.ts';
import { outlineIn } from './outline.ts';
import { readPrompt, type PromptWish } from './read-prompt.ts';

export interface LatentOrder {
  readonly seed: number;
  readonly denoise: number;
  readonly positive: ConditioningValue;
  readonly latent: LatentValue;
}

/** What a sampler makes of a latent: our painter's pictures, led by words, seed, guide and denoise. */
export function paintLatent(order: LatentOrder): ImageValue {
  const { latent, positive } = order;
  const wish = readPrompt(positive.text);
  const batches = Array.from({ length: latent.batch }, (_, index) =>
    latent.depth > 1 ? paintDepth(order, wish, index) : [paintFrame(order, wish, index)],
  ).flat();
  return {
    kind: 'image',
    frames: batches.map(({ frame }) => frame),
    mattes: batches.map(({ matte }) => matte),
  };
}

interface Painted {
  readonly frame: Plane;
  readonly matte: Plane;
}

function sizeOf({ columns, rows, factor }: LatentValue): { readonly width: number; readonly height: number } {
  return { width: columns * factor, height: rows * factor };
}

/** One seed for a batch, another noise for each of its pictures. */
function seedOf(seed: number, index: number): number {
  return seed + index * 7919;
}

function paintFrame(order: LatentOrder, wish: PromptWish, index: number): Painted {
  const { latent, positive, denoise } = order;
  const size = sizeOf(latent);
  const init = latent.pictures && frameBeside(latent.pictures, index);
  if (init && denoise === 0) return { frame: init, matte: createPlane(init, 1, [1]) };
  const guide = guideOf(order, init, size);
  const raster = guide && rasterOfPlane(guide);
  const cells = wish.sheet || wish.title === undefined ? raster && findGuideCells(raster) : undefined;
  const outline = cells || wish.sheet || wish.title || !isFigure(wish) ? undefined : guide && outlineIn(guide);
  const seed = seedOf(order.seed, index);
  const picture = withTone(paintOne({ ...base(wish, outline), seed, ...size, outline, cells }), seed);
  const painted = onBackdrop(picture, wish, outline !== undefined);
  const isObeyed = cells !== undefined || outline !== undefined;
  const led = init && !isObeyed ? blend(init, painted.frame, denoise) : painted.frame;
  const references = positive.references.length > 0 && !init && !isObeyed ? tintTowards(led, positive) : led;
  return keepUnmasked({ frame: references, matte: painted.matte }, latent, index);
}

/** An outline asks for a subject, also where the words alone would be a scene. */
function base(wish: PromptWish, outline: Mask | undefined): Pick<PaintOrder, 'wish'> {
  return { wish: outline && !wish.backdrop ? { ...wish, backdrop: [1, 1, 1] } : wish };
}

function isFigure(wish: PromptWish): boolean {
  return wish.backdrop !== undefined && wish.layerDepth === undefined;
}

/** What leads by its forms: the picture behind the latent, or else a ControlNet's. */
function guideOf(
  { positive, denoise }: LatentOrder,
  init: Plane | undefined,
  { width, height }: { readonly width: number; readonly height: number },
): Plane | undefined {
  if (init && denoise < 1) return init;
  const control = positive.controls[0]?.image ?? (init ? undefined : positive.references[0]);
  return control && scalePlane(pickChannels(firstFrame(control), [0, 1, 2]), width, height, 'nearest-exact');
}

/** Seeds differ in tone at least, where the painter knows only one way to draw what the words say. */
function withTone(picture: Raster, seed: number): Plane {
  const hash = Number.parseInt(sha256(String(seed)).slice(0, 6), 16);
  const gains = [16, 8, 0].map((shift) => 0.94 + (0.06 * ((hash >> shift) & 255)) / 255);
  return mapNumbers(planeOfRaster(picture, 4), (value, i) => value * (gains[i % 4] ?? 1));
}

function onBackdrop(rgba: Plane, wish: PromptWish, hasOutline: boolean): Painted {
  const matte = pickChannels(rgba, [3]);
  const backdrop = wish.backdrop ?? (hasOutline ? ([1, 1, 1] as const) : ([0, 0, 0] as const));
  const frame = mapNumbers(pickChannels(rgba, [0, 1, 2]), (value, i) => {
    const alpha = matte.data[Math.floor(i / 3)] ?? 1;
    return value * alpha + (backdrop[i % 3] ?? 0) * (1 - alpha);
  });
  return { frame, matte };
}

function blend(init: Plane, painted: Plane, denoise: number): Plane {
  const same = scalePlane(pickChannels(init, [0, 1, 2]), painted.width, painted.height, 'bilinear');
  return mapNumbers(painted, (value, i) => value * denoise + (same.data[i] ?? 0) * (1 - denoise));
}

/** An edit keeps something of the picture it edits: half of its own, half of the reference. */
function tintTowards(painted: Plane, { references }: ConditioningValue): Plane {
  const reference = references[0] && firstFrame(references[0]);
  return reference ? blend(reference, painted, 0.5) : painted;
}

/** Outside a noise mask the old picture stays. */
function keepUnmasked(painted: Painted, { noiseMask, pictures }: LatentValue, index: number): Painted {
  if (!noiseMask || !pictures) return painted;
  const { width, height } = painted.frame;
  const mask = scalePlane(frameBeside(noiseMask, index), width, height, 'bilinear');
  const old = frameBeside(pictures, index);
  const frame = mapNumbers(painted.frame, (value, i) => {
    const share = mask.data[Math.floor(i / 3)] ?? 1;
    return value * share + (old.data[i] ?? 0) * (1 - share);
  });
  return { frame, matte: createPlane(frame, 1, [1]) };
}

/** A layered model's stack: the whole picture first, then its layers from far to near, all with alpha. */
function paintDepth(order: LatentOrder, wish: PromptWish, index: number): readonly Painted[] {
  const size = sizeOf(order.latent);
  const seed = seedOf(order.seed, index);
  const layers = paintLayers({ wish, seed, ...size }, order.latent.depth - 1).map((raster) => planeOfRaster(raster, 4));
  const reference = order.positive.references[0];
  const flat = layers.reduce((below, layer) => over(below, layer), createPlane(size, 4));
  const whole = reference
    ? withOpaqueAlpha(scalePlane(firstFrame(reference), size.width, size.height, 'lanczos'))
    : flat;
  return [whole, ...layers].map((frame) => ({ frame, matte: pickChannels(frame, [3]) }));
}

function withOpaqueAlpha(plane: Plane): Plane {
  return pickChannels(plane, [0, 1, 2, plane.channels]);
}

function over(below: Plane, above: Plane): Plane {
  return mapNumbers(below, (value, i) => {
    const alpha = above.data[i - (i % 4) + 3] ?? 0;
    return i % 4 === 3 ? alpha + value * (1 - alpha) : (above.data[i] ?? 0) * alpha + value * (1 - alpha);
  });
}
