import type { Fragment } from '../fragment.ts';
import type { InputValue } from '../graph.ts';
import type { Removal } from '../removal.ts';

const pack = {
  name: 'ComfyUI_BiRefNet_ll',
  link: 'https://github.com/lldacing/ComfyUI_BiRefNet_ll',
  nodes: ['LoadRembgByBiRefNetModel', 'AutoDownloadBiRefNetModel', 'RembgByBiRefNet'],
};

/** With a model file that lies on the server. */
export const rembgBirefnet: Removal = {
  name: 'rembg-birefnet',
  title: 'BiRefNet of lldacing, model on the server',
  pack,
  licence: 'MIT',
  files: {
    removal: {
      loader: 'LoadRembgByBiRefNetModel',
      input: 'model',
      folder: 'BiRefNet',
      name: 'General.safetensors',
      alternatives: ['BiRefNet-general-epoch_244.pth'],
    },
  },
  cut: cutBy('LoadRembgByBiRefNetModel', {
    model: { $file: 'removal' },
    device: 'AUTO',
    use_weight: false,
    dtype: 'float32',
  }),
};

/** The server downloads the model when it is first used. */
export const rembgBirefnetAuto: Removal = {
  name: 'rembg-birefnet-auto',
  title: 'BiRefNet of lldacing, model downloaded by the server',
  pack,
  licence: 'MIT',
  files: {
    removal: {
      loader: 'AutoDownloadBiRefNetModel',
      input: 'model_name',
      folder: 'BiRefNet',
      name: 'General',
      alternatives: ['General-dynamic'],
    },
  },
  cut: cutBy('AutoDownloadBiRefNetModel', { model_name: { $file: 'removal' }, device: 'AUTO', dtype: 'float32' }),
};

function cutBy(loader: string, inputs: { readonly [name: string]: InputValue }): Fragment {
  return {
    nodes: {
      model: { class_type: loader, inputs, _meta: { title: 'Background removal model' } },
      cut: {
        class_type: 'RembgByBiRefNet',
        inputs: { model: ['model', 0], images: { $in: 'image' } },
        _meta: { title: 'Cut out' },
      },
    },
    outputs: { image: ['cut', 0] },
  };
}
