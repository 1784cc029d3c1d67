import type { Profile } from '../profile.ts';
import { sdxlUnion } from './controls.ts';
import { emptyLatent } from './latents.ts';
import { checkpoint } from './loaders.ts';
import { withNegative } from './prompts.ts';
import { kSampler } from './samplers.ts';

export const sdxl: Profile = {
  name: 'sdxl',
  title: 'SDXL 1.0',
  makes: 'pictures',
  licence: {
    name: 'CreativeML Open RAIL++-M',
    hosting: 'free',
    note: 'Commercial use within the use restrictions of the licence.',
  },
  speed: { seconds: 6, source: 'estimate from the step count; measure your endpoint with a probe' },
  canvas: { multipleOf: 16, minSide: 256, maxSide: 2048, targetPixels: 1_048_576 },
  honoursNegative: true,
  files: {
    checkpoint: {
      loader: 'CheckpointLoaderSimple',
      input: 'ckpt_name',
      folder: 'checkpoints',
      name: 'sd_xl_base_1.0.safetensors',
      alternatives: ['sd_xl_base_1.0_0.9vae.safetensors'],
    },
  },
  settings: { steps: 30, cfg: 7, sampler: 'dpmpp_2m', scheduler: 'karras' },
  load: checkpoint,
  prompt: withNegative,
  latent: emptyLatent('EmptyLatentImage'),
  sample: kSampler,
  resample: kSampler,
  loras: 'model-and-clip',
  control: sdxlUnion,
};
