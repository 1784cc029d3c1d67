import { layerFileName } from '../pack/file-names.ts';
import type { ParallaxSpec } from '../pack/pack.ts';
import type { ParallaxMetadata } from './metadata.ts';

/** What `<id>.json` says about a parallax set; layer 0 is the farthest. */
export function describeParallax(spec: ParallaxSpec): ParallaxMetadata {
  const { id, width, height, loop } = spec;
  const layers = spec.layers.map(({ name, depth, speed }, index) => {
    return { index, name, image: layerFileName(id, index), depth, speed };
  });
  return { id, width, height, loop, layers };
}
