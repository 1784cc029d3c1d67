import type { Profile } from '../profile.ts';
import { layeredLatent } from './latents.ts';
import { auraFlowShift, threeLoaders } from './loaders.ts';
import { withNegative } from './prompts.ts';
import { kSampler } from './samplers.ts';

export const qwenImageLayered: Profile = {
  name: 'qwen-image-layered',
  title: 'Qwen-Image-Layered, 20B',
  makes: 'layers',
  licence: {
    name: 'Apache-2.0',
    hosting: 'free',
    note: 'As re-published for ComfyUI; plan 48 GB of video memory for the bf16 weights.',
  },
  speed: { seconds: 90, source: 'estimate from the step count; measure your endpoint with a probe' },
  canvas: { multipleOf: 16, minSide: 256, maxSide: 1024, targetPixels: 409_600 },
  honoursNegative: true,
  files: {
    unet: {
      loader: 'UNETLoader',
      input: 'unet_name',
      folder: 'diffusion_models',
      name: 'qwen_image_layered_bf16.safetensors',
      alternatives: ['qwen_image_layered_fp8mixed.safetensors'],
    },
    clip: {
      loader: 'CLIPLoader',
      input: 'clip_name',
      folder: 'text_encoders',
      name: 'qwen_2.5_vl_7b_fp8_scaled.safetensors',
      alternatives: ['qwen_2.5_vl_7b.safetensors'],
    },
    vae: {
      loader: 'VAELoader',
      input: 'vae_name',
      folder: 'vae',
      name: 'qwen_image_layered_vae.safetensors',
      alternatives: [],
    },
  },
  settings: { steps: 20, cfg: 2.5, sampler: 'euler', scheduler: 'simple', shift: 1 },
  load: threeLoaders('qwen_image'),
  patch: auraFlowShift,
  prompt: withNegative,
  latent: layeredLatent,
  sample: kSampler,
  resample: kSampler,
  loras: 'model',
};
