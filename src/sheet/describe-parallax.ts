import type { ParallaxSpec } from '../pack/pack.ts';
import type { ParallaxMetadata } from './metadata.ts';

/** What `<id>.json` says about a parallax set; layer 0 is the farthest. */
export function describeParallax(spec: ParallaxSpec): ParallaxMetadata {
  const { id, width, height, loop } = spec;
  const layers = spec.layers.map(({ name, depth, speed }, index) => {
    return { index, name, image: `${id}-layer-${index}.png`, depth, speed };
  });
  return { id, width, height, loop, layers };
}
