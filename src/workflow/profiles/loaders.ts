import type { Fragment } from '../fragment.ts';

/** One file holds all three. */
export const checkpoint: Fragment = {
  nodes: {
    checkpoint: {
      class_type: 'CheckpointLoaderSimple',
      inputs: { ckpt_name: { $file: 'checkpoint' } },
      _meta: { title: 'Checkpoint' },
    },
  },
  outputs: { model: ['checkpoint', 0], clip: ['checkpoint', 1], vae: ['checkpoint', 2] },
};

/** Three loaders; `type` must fit the model, or the run dies with "mat1 and mat2 shapes". */
export function threeLoaders(textEncoder: string, weightType = 'default'): Fragment {
  return {
    nodes: {
      unet: diffusionModel(weightType),
      clip: {
        class_type: 'CLIPLoader',
        inputs: { clip_name: { $file: 'clip' }, type: textEncoder, device: 'default' },
        _meta: { title: 'Text encoder' },
      },
      vae,
    },
    outputs: { model: ['unet', 0], clip: ['clip', 0], vae: ['vae', 0] },
  };
}

/** As above, with the two text encoders of Flux.1. */
export function fluxLoaders(weightType: string): Fragment {
  return {
    nodes: {
      unet: diffusionModel(weightType),
      clip: {
        class_type: 'DualCLIPLoader',
        inputs: { clip_name1: { $file: 'clip' }, clip_name2: { $file: 't5' }, type: 'flux', device: 'default' },
        _meta: { title: 'Text encoders' },
      },
      vae,
    },
    outputs: { model: ['unet', 0], clip: ['clip', 0], vae: ['vae', 0] },
  };
}

const vae = {
  class_type: 'VAELoader',
  inputs: { vae_name: { $file: 'vae' } },
  _meta: { title: 'VAE' },
};

function diffusionModel(weightType: string): Fragment['nodes'][string] {
  return {
    class_type: 'UNETLoader',
    inputs: { unet_name: { $file: 'unet' }, weight_dtype: weightType },
    _meta: { title: 'Diffusion model' },
  };
}

/** The shift of the noise schedule that flow models of the AuraFlow kind want. */
export const auraFlowShift: Fragment = {
  nodes: {
    shift: {
      class_type: 'ModelSamplingAuraFlow',
      inputs: { model: { $in: 'model' }, shift: { $set: 'shift' } },
      _meta: { title: 'Noise schedule' },
    },
  },
  outputs: { model: ['shift', 0] },
};
