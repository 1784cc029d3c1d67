import type { Mask } from '../../../raster/mask.ts';
import { createRaster, type Raster } from '../../../raster/raster.ts';
import { resize } from '../../../raster/resize.ts';
import { paintLayers, paintOne, type PaintOrder } from '../../comfy/painting/commission.ts';
import { findGuideCells } from '../../comfy/painting/guide-cells.ts';
import { outlineIn } from '../../comfy/painting/outline.ts';
import { readPrompt, type PromptWish } from '../../comfy/painting/read-prompt.ts';
import { planeOfRaster } from '../../comfy/picture/plane.ts';
import type { Painted } from '../paint-task.ts';
import { flatten, mixRasters, onColour } from './blend.ts';
import { grade, OTHER_STYLES, saltSeed } from './grade.ts';

export interface PictureWish {
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly isTransparent: boolean;
  /** A picture whose forms are followed: silhouettes and sheets as they stand, all else by `strength`. */
  readonly guide?: Raster;
  readonly strength?: number;
}

/** All that is needed to paint a scene again, layer by layer. */
export type SceneOrder = PaintOrder;

/** As many planes as the most layers that a scene can be asked for. */
const PLANES = 8;

/** One picture, in a hand and in colours that are not those of the ComfyUI rehearsal. */
export function paintScenario(wish: PictureWish): Painted {
  const { prompt, width, height } = wish;
  const words = readPrompt(prompt);
  const guide = wish.guide && resize(wish.guide, width, height, 'nearest');
  const cells = guide && (words.sheet || words.title === undefined) ? findGuideCells(guide) : undefined;
  const isFigure = words.backdrop !== undefined && words.layerDepth === undefined;
  const isFree = !cells && !words.sheet && !words.title;
  const outline = guide && isFree && isFigure ? outlineIn(planeOfRaster(guide, 3)) : undefined;
  const order = { wish: inOtherStyle(words), seed: saltSeed(wish.seed), width, height, cells, outline };
  if (isFree && !isFigure && words.tile !== 'xy' && words.layerDepth === undefined)
    return paintScene(order, wish, guide);
  const figure = grade(paintOne(order), order.seed);
  const matte = matteOf(figure);
  if (wish.isTransparent) return { raster: figure, matte };
  const led = guide && !cells && !outline ? mixRasters(guide, figure, wish.strength ?? 1) : figure;
  return { raster: onColour(led, words.backdrop ?? [0, 0, 0]), matte };
}

function paintScene(order: SceneOrder, { strength }: PictureWish, guide: Raster | undefined): Painted {
  const scene = flatten(paintSceneLayers(order));
  // A picture that is partly its guide can no longer be taken apart into what was painted.
  return guide ? { raster: mixRasters(guide, scene, strength ?? 1) } : { raster: scene, scene: order };
}

/** A scene's planes from far to near; laid over each other they are the scene. */
export function paintSceneLayers(order: SceneOrder): readonly Raster[] {
  return paintLayers(order, PLANES, '').map((layer) => grade(layer, order.seed));
}

function inOtherStyle(wish: PromptWish): PromptWish {
  return { ...wish, style: OTHER_STYLES[wish.style] };
}

function matteOf({ width, height, rgba }: Raster): Mask {
  return {
    width,
    height,
    coverage: Uint8Array.from({ length: width * height }, (_, pixel) => rgba[pixel * 4 + 3] ?? 0),
  };
}

export function emptyPicture(width: number, height: number): Raster {
  return createRaster(width, height, [235, 228, 216, 255]);
}
