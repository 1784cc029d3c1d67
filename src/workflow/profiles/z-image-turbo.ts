import type { Profile } from '../profile.ts';
import { zImageFun } from './controls.ts';
import { emptyLatent } from './latents.ts';
import { auraFlowShift, threeLoaders } from './loaders.ts';
import { withoutNegative } from './prompts.ts';
import { kSampler } from './samplers.ts';

export const zImageTurbo: Profile = {
  name: 'z-image-turbo',
  title: 'Z-Image-Turbo, 6B',
  makes: 'pictures',
  licence: { name: 'Apache-2.0', hosting: 'free', note: 'Hosting and pictures are free for any use.' },
  speed: { seconds: 4, source: 'estimate from the step count; measure your endpoint with a probe' },
  canvas: { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1_048_576 },
  honoursNegative: false,
  files: {
    unet: {
      loader: 'UNETLoader',
      input: 'unet_name',
      folder: 'diffusion_models',
      name: 'z_image_turbo_bf16.safetensors',
      alternatives: ['z_image_turbo_fp8_e4m3fn.safetensors', 'z_image_turbo_fp8_scaled.safetensors'],
    },
    clip: {
      loader: 'CLIPLoader',
      input: 'clip_name',
      folder: 'text_encoders',
      name: 'qwen_3_4b.safetensors',
      alternatives: ['qwen_3_4b_fp8_scaled.safetensors'],
    },
    vae: { loader: 'VAELoader', input: 'vae_name', folder: 'vae', name: 'ae.safetensors', alternatives: [] },
  },
  settings: { steps: 8, cfg: 1, sampler: 'res_multistep', scheduler: 'simple', shift: 3 },
  load: threeLoaders('lumina2'),
  patch: auraFlowShift,
  prompt: withoutNegative,
  latent: emptyLatent('EmptySD3LatentImage'),
  sample: kSampler,
  resample: kSampler,
  loras: 'model',
  control: zImageFun,
};
