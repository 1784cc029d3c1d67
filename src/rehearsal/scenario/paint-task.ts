import type { Mask } from '../../raster/mask.ts';
import type { Raster } from '../../raster/raster.ts';
import { resize } from '../../raster/resize.ts';
import type { ScenarioModel } from './models.ts';
import { cutOut } from './painting/cut-out.ts';
import { peelLayers } from './painting/peel-layers.ts';
import { paintScenario, type SceneOrder } from './painting/paint-scenario.ts';
import { countOf } from './price.ts';
import type { Body } from './read-inputs.ts';

/** A picture, and what its painter knows of it: where its subject is, and the order of a scene that can be painted anew. */
export interface Painted {
  readonly raster: Raster;
  readonly matte?: Mask;
  readonly scene?: SceneOrder;
}

export interface PaintTask {
  readonly model: ScenarioModel;
  readonly body: Body;
  /** The picture to follow or to work on. */
  readonly image?: Painted;
}

/** What the model would make, by our painter. Throws where a picture is needed and there is none. */
export function paintTask(task: PaintTask): readonly Painted[] {
  const { model, body, image } = task;
  if (model.makes === 'picture') return paintPictures(task);
  if (!image) throw new Error('There is no picture to work on.');
  if (model.makes === 'cutout') return [cutOut(image, textOf(body, 'backgroundColor'))];
  if (model.makes === 'layers') return peelLayers(image, numberOf(body, 'numLayers', 4)).map((raster) => ({ raster }));
  const { raster } = image;
  return [{ raster: resize(raster, Math.min(4096, raster.width * 2), Math.min(4096, raster.height * 2), 'smooth') }];
}

function paintPictures({ model, body, image }: PaintTask): readonly Painted[] {
  const { canvas } = model;
  const width = numberOf(body, 'width', image?.raster.width ?? canvas?.width ?? 1024);
  const height = numberOf(body, 'height', image?.raster.height ?? canvas?.height ?? 1024);
  const seed = Number(body['seed'] ?? 0);
  const isTransparent = body['background'] === 'transparent' || body['removeBg'] === true;
  const prompt = textOf(body, 'prompt');
  const guide = image ? { guide: image.raster, strength: numberOf(body, 'strength', 0.8) } : {};
  return Array.from({ length: countOf(body) }, (_, index) =>
    paintScenario({ prompt, width, height, seed: seed + index * 7919, isTransparent, ...guide }),
  );
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function numberOf(body: Body, name: string, otherwise: number): number {
  const value = body[name];
  return typeof value === 'number' ? value : otherwise;
}
