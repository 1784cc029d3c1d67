import { createRaster, type Raster } from '../../../raster/raster.ts';
import type { Painted } from '../paint-task.ts';
import { flatten } from './blend.ts';
import { paintSceneLayers } from './paint-scenario.ts';

/**
 * The picture as `count` layers, the farthest first and opaque, the others cut out; laid over each other they are the picture.
 * Scenes that were painted here come apart into their planes, other pictures into strips that reach down to the foreground.
 */
export function peelLayers({ raster, scene }: Painted, count: number): readonly Raster[] {
  if (!scene) return Array.from({ length: count }, (_, index) => strip(raster, index, count));
  const planes = paintSceneLayers(scene);
  const groupOf = (index: number): number => Math.floor((index * count) / planes.length);
  return Array.from({ length: count }, (_, group) =>
    flatten(planes.filter((_plane, index) => groupOf(index) === group)),
  );
}

/** What lies below a wavy edge; the farthest is the whole picture. */
function strip(picture: Raster, index: number, count: number): Raster {
  if (index === 0) return opaque(picture);
  const { width, height, rgba } = picture;
  const cut = createRaster(width, height);
  for (let x = 0; x < width; x += 1)
    for (let y = edgeAt(x / width, index / count, height); y < height; y += 1) {
      const from = (y * width + x) * 4;
      cut.rgba.set(rgba.subarray(from, from + 3), from);
      cut.rgba[from + 3] = 255;
    }
  return cut;
}

function opaque({ width, height, rgba }: Raster): Raster {
  return { width, height, rgba: rgba.map((value, i) => (i % 4 === 3 ? 255 : value)) };
}

/** Two waves, whole ones so that the edge closes at the sides. */
function edgeAt(x: number, depth: number, height: number): number {
  const wave = Math.sin(2 * Math.PI * (x + depth)) * 0.03 + Math.sin(6 * Math.PI * (x + 2 * depth)) * 0.012;
  return Math.round(height * (0.2 + 0.75 * depth + wave));
}
