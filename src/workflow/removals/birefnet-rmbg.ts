import type { Removal } from '../removal.ts';

/** The pack reads its optional inputs without looking whether they are there: all are sent. */
export const birefnetRmbg: Removal = {
  name: 'birefnet-rmbg',
  title: 'BiRefNet of the RMBG pack',
  pack: { name: 'ComfyUI-RMBG', link: 'https://github.com/1038lab/ComfyUI-RMBG', nodes: ['BiRefNetRMBG'] },
  licence: 'MIT',
  files: {
    removal: {
      loader: 'BiRefNetRMBG',
      input: 'model',
      folder: 'RMBG/BiRefNet',
      name: 'BiRefNet-general',
      alternatives: ['BiRefNet_toonout', 'BiRefNet-HR', 'BiRefNet_dynamic'],
    },
  },
  cut: {
    nodes: {
      cut: {
        class_type: 'BiRefNetRMBG',
        inputs: {
          image: { $in: 'image' },
          model: { $file: 'removal' },
          sensitivity: 1,
          mask_blur: 0,
          mask_offset: 0,
          invert_output: false,
          refine_foreground: true,
          background: 'Alpha',
          background_color: '#222222',
        },
        _meta: { title: 'Cut out' },
      },
    },
    outputs: { image: ['cut', 0] },
  },
};
