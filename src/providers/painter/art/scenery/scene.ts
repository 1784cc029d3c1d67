import type { ImageJob } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { createRaster } from '../../../../raster/raster.ts';
import { cutAtCalm } from '../calm-edges.ts';
import { reduceColours } from '../few-colours.ts';
import { enlarge, gridFor } from '../pixel-grid.ts';
import { texturise } from '../texture.ts';
import type { World } from '../world.ts';
import { readPlace } from './place.ts';
import { paintPlane } from './planes.ts';
import { paintSky } from './sky.ts';
import type { Stage } from './stage.ts';
import { paintWeather } from './weather.ts';

export interface SceneWish {
  readonly text: string;
  /** The words whose colours lie on all of it; `text` when absent. */
  readonly tone?: string;
  readonly seed: number;
  readonly canvas: ImageJob['canvas'];
}

/** An opaque picture of a place that closes seamlessly at its left and right. */
export function paintScene(world: World, wish: SceneWish): Raster {
  return onStage(world, wish, (stage) => {
    paintSky(stage);
    const { planes } = stage.place;
    planes.forEach((kind, index) => paintPlane(stage, { kind, depth: depthOf(index, planes.length), salt: index }));
    paintWeather(stage);
  });
}

export function depthOf(index: number, count: number): number {
  return count > 1 ? 0.08 + (0.92 * index) / (count - 1) : 0.8;
}

/** Sets up a transparent stage over the whole canvas, lets it be painted, and enlarges the result. */
export function onStage(world: World, { text, tone, seed, canvas }: SceneWish, paint: (stage: Stage) => void): Raster {
  const { content } = canvas;
  const { cell } = gridFor(content, world.look, 180);
  // The grid starts at the content's corner; what lies before it belongs to a torn first row and column.
  const [before, above] = [Math.ceil(content.x / cell), Math.ceil(content.y / cell)];
  const [hiddenX, hiddenY] = [before * cell - content.x, above * cell - content.y];
  const surface = createRaster(Math.ceil((canvas.width + hiddenX) / cell), Math.ceil((canvas.height + hiddenY) / cell));
  const scale = content.height / cell / 100;
  const stage: Stage = {
    surface,
    world,
    place: readPlace(text, world, tone),
    seed,
    span: content.width / cell / scale,
    scale,
    left: before,
    top: above,
  };
  paint(stage);
  if (world.look.texture > 0)
    texturise(surface, { left: before, top: above, width: content.width / cell, height: content.height / cell });
  if (world.look.grid) reduceColours(surface);
  const isOneLoop = content.x === 0 && canvas.width === content.width && content.width % cell === 0;
  return enlarge(isOneLoop ? cutAtCalm(surface, 'x') : surface, cell, canvas, [hiddenX, hiddenY]);
}
