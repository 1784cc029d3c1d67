import type { Profile } from '../profile.ts';
import { emptyLatent } from './latents.ts';
import { fluxLoaders } from './loaders.ts';
import { guided } from './prompts.ts';
import { kSampler } from './samplers.ts';

export const flux1Dev: Profile = {
  name: 'flux1-dev',
  title: 'Flux.1 dev',
  makes: 'pictures',
  licence: {
    name: 'FLUX.1 [dev] Non-Commercial License',
    hosting: 'non-commercial',
    note: 'Pictures may be used commercially; to host the weights for a business, a licence from Black Forest Labs is needed.',
  },
  speed: { seconds: 15, source: 'estimate from the step count; measure your endpoint with a probe' },
  canvas: { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1_048_576 },
  honoursNegative: false,
  files: {
    unet: {
      loader: 'UNETLoader',
      input: 'unet_name',
      folder: 'diffusion_models',
      name: 'flux1-dev.safetensors',
      alternatives: ['flux1-dev-fp8.safetensors', 'flux1-dev-fp8-e4m3fn.safetensors'],
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
  settings: { steps: 20, cfg: 1, sampler: 'euler', scheduler: 'simple', guidance: 3.5 },
  load: fluxLoaders('fp8_e4m3fn'),
  prompt: guided,
  latent: emptyLatent('EmptySD3LatentImage'),
  sample: kSampler,
  resample: kSampler,
  loras: 'model-and-clip',
};
