import type { Fragment } from '../fragment.ts';

/** An empty canvas of the class whose channels fit the model. */
export function emptyLatent(
  latentClass: 'EmptyLatentImage' | 'EmptySD3LatentImage' | 'EmptyFlux2LatentImage',
): Fragment {
  return {
    nodes: {
      latent: {
        class_type: latentClass,
        inputs: { width: { $in: 'width' }, height: { $in: 'height' }, batch_size: 1 },
        _meta: { title: 'Empty canvas' },
      },
    },
    outputs: { latent: ['latent', 0] },
  };
}

/** Room for the whole picture and its layers. */
export const layeredLatent: Fragment = {
  nodes: {
    latent: {
      class_type: 'EmptyQwenImageLayeredLatentImage',
      inputs: { width: { $in: 'width' }, height: { $in: 'height' }, layers: { $in: 'layers' }, batch_size: 1 },
      _meta: { title: 'Empty layers' },
    },
  },
  outputs: { latent: ['latent', 0] },
};
