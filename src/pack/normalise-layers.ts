import type { LayerSpec } from './pack.ts';
import type { ParallaxInput } from './schema-asset.ts';

type LayerInput = NonNullable<ParallaxInput['layers']>[number];

/** Depths not given are spread evenly; speeds not given follow the depth, from 0.1 at the back to 1 in front. */
export function normaliseLayers({ layers, layerCount = 0 }: ParallaxInput): readonly LayerSpec[] {
  const named = layers ?? Array.from({ length: layerCount }, (_, index) => `layer ${index}`);
  return named.map((layer, index) => {
    const given = typeof layer === 'string' ? { name: layer } : layer;
    const depth = layerDepth(layer, index, named.length);
    return { depth, speed: speedAt(depth), ...given };
  });
}

export function layerDepth(layer: LayerInput, index: number, count: number): number {
  const given = typeof layer === 'string' ? undefined : layer.depth;
  return given ?? (count === 1 ? 0 : index / (count - 1));
}

function speedAt(depth: number): number {
  return Math.round((0.1 + 0.9 * depth) * 1000) / 1000;
}
