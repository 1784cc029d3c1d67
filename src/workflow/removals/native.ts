import type { Removal } from '../removal.ts';

/** ComfyUI's own nodes. The mask is 1 on the subject, and joining takes 1 for transparent: without turning it, the subject goes. */
export const native: Removal = {
  name: 'native',
  title: 'BiRefNet in ComfyUI itself',
  pack: {
    name: 'a newer ComfyUI',
    link: 'https://github.com/Comfy-Org/ComfyUI',
    nodes: ['LoadBackgroundRemovalModel', 'RemoveBackground'],
  },
  licence: 'MIT',
  files: {
    removal: {
      loader: 'LoadBackgroundRemovalModel',
      input: 'bg_removal_name',
      folder: 'background_removal',
      name: 'birefnet.safetensors',
      alternatives: [],
    },
  },
  cut: {
    nodes: {
      model: {
        class_type: 'LoadBackgroundRemovalModel',
        inputs: { bg_removal_name: { $file: 'removal' } },
        _meta: { title: 'Background removal model' },
      },
      subject: {
        class_type: 'RemoveBackground',
        inputs: { bg_removal_model: ['model', 0], image: { $in: 'image' } },
        _meta: { title: 'Find the subject' },
      },
      background: {
        class_type: 'InvertMask',
        inputs: { mask: ['subject', 0] },
        _meta: { title: 'Background mask' },
      },
      joined: {
        class_type: 'JoinImageWithAlpha',
        inputs: { image: { $in: 'image' }, alpha: ['background', 0] },
        _meta: { title: 'Cut out' },
      },
    },
    outputs: { image: ['joined', 0] },
  },
};
