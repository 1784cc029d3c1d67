import type { Profile } from '../profile.ts';
import { emptyLatent } from './latents.ts';
import { checkpoint } from './loaders.ts';
import { guided } from './prompts.ts';
import { kSampler } from './samplers.ts';

export const flux1DevFp8: Profile = {
  name: 'flux1-dev-fp8',
  title: 'Flux.1 dev, fp8 checkpoint',
  makes: 'pictures',
  licence: {
    name: 'FLUX.1 [dev] Non-Commercial License',
    hosting: 'non-commercial',
    note: 'Pictures may be used commercially; to host the weights for a business, a licence from Black Forest Labs is needed.',
  },
  speed: { seconds: 14, source: 'estimate from the step count; measure your endpoint with a probe' },
  canvas: { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1_048_576 },
  honoursNegative: false,
  files: {
    checkpoint: {
      loader: 'CheckpointLoaderSimple',
      input: 'ckpt_name',
      folder: 'checkpoints',
      name: 'flux1-dev-fp8.safetensors',
      alternatives: [],
    },
  },
  settings: { steps: 20, cfg: 1, sampler: 'euler', scheduler: 'simple', guidance: 3.5 },
  load: checkpoint,
  prompt: guided,
  latent: emptyLatent('EmptySD3LatentImage'),
  sample: kSampler,
  resample: kSampler,
  loras: 'model-and-clip',
};
