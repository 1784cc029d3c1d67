import type { Tiling } from './compile-options.ts';
import type { Fragment } from './fragment.ts';

/** Both came with ComfyUI 0.38; older servers make the plain picture. */
export const TILING_NODES = ['ModelPatchSeamlessTiling', 'VAEDecodeSeamlessTiling'] as const;

const CONTEXT = 8;
const AXES: { readonly [tiling in Tiling]: string } = { none: '', x: 'x', y: 'y', xy: 'x and y' };

export const plainDecode: Fragment = {
  nodes: {
    decode: {
      class_type: 'VAEDecode',
      inputs: { samples: { $in: 'samples' }, vae: { $in: 'vae' } },
      _meta: { title: 'Decode' },
    },
  },
  outputs: { image: ['decode', 0] },
};

export function tiledModel(tiling: Tiling): Fragment {
  return {
    nodes: {
      tiling: {
        class_type: 'ModelPatchSeamlessTiling',
        inputs: { model: { $in: 'model' }, tiling: AXES[tiling], context_size: CONTEXT },
        _meta: { title: 'Seamless edges' },
      },
    },
    outputs: { model: ['tiling', 0] },
  };
}

export function tiledDecode(tiling: Tiling): Fragment {
  return {
    nodes: {
      decode: {
        class_type: 'VAEDecodeSeamlessTiling',
        inputs: { samples: { $in: 'samples' }, vae: { $in: 'vae' }, tiling: AXES[tiling], context_size: CONTEXT },
        _meta: { title: 'Decode without a seam' },
      },
    },
    outputs: { image: ['decode', 0] },
  };
}
