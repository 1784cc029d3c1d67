import type { Control } from '../profile.ts';

/** Changes the prompts. The guide holds filled shapes, whose edges the union model reads as a segmentation. */
export const sdxlUnion: Control = {
  title: 'SDXL union ControlNet',
  files: {
    control: {
      loader: 'ControlNetLoader',
      input: 'control_net_name',
      folder: 'controlnet',
      name: 'controlnet-union-sdxl-1.0_promax.safetensors',
      alternatives: ['controlnet-union-sdxl-1.0.safetensors'],
    },
  },
  settings: { controlStrength: 0.8, controlStart: 0, controlEnd: 0.8 },
  apply: {
    nodes: {
      net: {
        class_type: 'ControlNetLoader',
        inputs: { control_net_name: { $file: 'control' } },
        _meta: { title: 'ControlNet' },
      },
      kind: {
        class_type: 'SetUnionControlNetType',
        inputs: { control_net: ['net', 0], type: 'segment' },
        _meta: { title: 'Kind of guide' },
      },
      apply: {
        class_type: 'ControlNetApplyAdvanced',
        inputs: {
          positive: { $in: 'positive' },
          negative: { $in: 'negative' },
          control_net: ['kind', 0],
          image: { $in: 'image' },
          strength: { $set: 'controlStrength' },
          start_percent: { $set: 'controlStart' },
          end_percent: { $set: 'controlEnd' },
          vae: { $in: 'vae' },
        },
        _meta: { title: 'Follow the guide' },
      },
    },
    outputs: { positive: ['apply', 0], negative: ['apply', 1] },
  },
};

/** Changes the model. Despite its name the node serves Z-Image, too. */
export const zImageFun: Control = {
  title: 'Z-Image-Turbo Fun union ControlNet',
  files: {
    control: {
      loader: 'ModelPatchLoader',
      input: 'name',
      folder: 'model_patches',
      name: 'Z-Image-Turbo-Fun-Controlnet-Union.safetensors',
      alternatives: [],
    },
  },
  settings: { controlStrength: 0.8 },
  apply: {
    nodes: {
      net: {
        class_type: 'ModelPatchLoader',
        inputs: { name: { $file: 'control' } },
        _meta: { title: 'ControlNet' },
      },
      apply: {
        class_type: 'QwenImageDiffsynthControlnet',
        inputs: {
          model: { $in: 'model' },
          model_patch: ['net', 0],
          vae: { $in: 'vae' },
          image: { $in: 'image' },
          strength: { $set: 'controlStrength' },
        },
        _meta: { title: 'Follow the guide' },
      },
    },
    outputs: { model: ['apply', 0] },
  },
};
