import type { Profile } from '../profile.ts';
import { emptyLatent } from './latents.ts';
import { threeLoaders } from './loaders.ts';
import { withoutNegative } from './prompts.ts';
import { flux2Resample, flux2Sample } from './samplers.ts';

export const flux2Klein4b: Profile = {
  name: 'flux2-klein-4b',
  title: 'Flux.2 klein, 4B distilled',
  makes: 'pictures',
  licence: { name: 'Apache-2.0', hosting: 'free', note: 'Hosting and pictures are free for any use.' },
  speed: { seconds: 2, source: 'estimate from the step count; measure your endpoint with a probe' },
  canvas: { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1_048_576 },
  honoursNegative: false,
  files: {
    unet: {
      loader: 'UNETLoader',
      input: 'unet_name',
      folder: 'diffusion_models',
      name: 'flux-2-klein-4b.safetensors',
      alternatives: ['flux-2-klein-4b-fp8.safetensors'],
    },
    clip: {
      loader: 'CLIPLoader',
      input: 'clip_name',
      folder: 'text_encoders',
      name: 'qwen_3_4b.safetensors',
      alternatives: ['qwen_3_4b_fp8_scaled.safetensors'],
    },
    vae: {
      loader: 'VAELoader',
      input: 'vae_name',
      folder: 'vae',
      name: 'flux2-vae.safetensors',
      alternatives: ['full_encoder_small_decoder.safetensors'],
    },
  },
  settings: { steps: 4, cfg: 1, sampler: 'euler', scheduler: 'simple' },
  load: threeLoaders('flux2'),
  prompt: withoutNegative,
  latent: emptyLatent('EmptyFlux2LatentImage'),
  sample: flux2Sample,
  resample: flux2Resample,
  loras: 'model',
};
