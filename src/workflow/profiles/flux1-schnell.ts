import type { Profile } from '../profile.ts';
import { emptyLatent } from './latents.ts';
import { fluxLoaders } from './loaders.ts';
import { withoutNegative } from './prompts.ts';
import { kSampler } from './samplers.ts';

export const flux1Schnell: Profile = {
  name: 'flux1-schnell',
  title: 'Flux.1 schnell',
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
      name: 'flux1-schnell.safetensors',
      alternatives: ['flux1-schnell-fp8.safetensors', 'flux1-schnell-fp8-e4m3fn.safetensors'],
    },
    clip: {
      loader: 'DualCLIPLoader',
      input: 'clip_name1',
      folder: 'text_encoders',
      name: 'clip_l.safetensors',
      alternatives: [],
    },
    t5: {
      loader: 'DualCLIPLoader',
      input: 'clip_name2',
      folder: 'text_encoders',
      name: 't5xxl_fp8_e4m3fn.safetensors',
      alternatives: ['t5xxl_fp8_e4m3fn_scaled.safetensors', 't5xxl_fp16.safetensors'],
    },
    vae: { loader: 'VAELoader', input: 'vae_name', folder: 'vae', name: 'ae.safetensors', alternatives: [] },
  },
  settings: { steps: 4, cfg: 1, sampler: 'euler', scheduler: 'simple' },
  load: fluxLoaders('fp8_e4m3fn'),
  prompt: withoutNegative,
  latent: emptyLatent('EmptySD3LatentImage'),
  sample: kSampler,
  resample: kSampler,
  loras: 'model-and-clip',
};
