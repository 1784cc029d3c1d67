import { checkUnique } from './check-names.ts';
import { layerDepth } from './normalise-layers.ts';
import type { Fault } from './problem.ts';
import type { ParallaxInput } from './schema-asset.ts';

/** Names are unique, depths grow, and the layers are given once. */
export function checkLayers({ layers, layerCount }: ParallaxInput): readonly Fault[] {
  if (!layers) return layerCount === undefined ? [{ path: ['layers'], message: MISSING_LAYERS }] : [];
  const both: readonly Fault[] =
    layerCount === undefined
      ? []
      : [{ path: ['layerCount'], point: 'key', message: 'give layers or layerCount, not both' }];
  const names = layers.map((layer) => (typeof layer === 'string' ? layer : layer.name));
  return [...both, ...checkUnique(names, (index) => ['layers', index]), ...checkDepths(layers)];
}

const MISSING_LAYERS = '"layers" is missing: name 1 to 8 layers, the farthest first, or give a layerCount';

function checkDepths(layers: NonNullable<ParallaxInput['layers']>): readonly Fault[] {
  const depths = layers.map((layer, index) => layerDepth(layer, index, layers.length));
  return depths.flatMap((depth, index): readonly Fault[] => {
    const before = depths[index - 1] ?? 0;
    const message = `a layer of depth ${shown(depth)} cannot follow one of ${shown(before)}: the first is the farthest`;
    return depth < before ? [{ path: ['layers', index, 'depth'], message }] : [];
  });
}

function shown(depth: number): number {
  return Math.round(depth * 1000) / 1000;
}
