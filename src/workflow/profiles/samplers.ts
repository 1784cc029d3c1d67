import type { Fragment } from '../fragment.ts';
import type { WorkflowNode } from '../graph.ts';

/** One node for both uses: its `denoise` is 1 when there is nothing to start from. */
export const kSampler: Fragment = {
  nodes: {
    sampler: {
      class_type: 'KSampler',
      inputs: {
        model: { $in: 'model' },
        positive: { $in: 'positive' },
        negative: { $in: 'negative' },
        latent_image: { $in: 'latent' },
        seed: { $in: 'seed' },
        steps: { $set: 'steps' },
        cfg: { $set: 'cfg' },
        sampler_name: { $set: 'sampler' },
        scheduler: { $set: 'scheduler' },
        denoise: { $in: 'denoise' },
      },
      _meta: { title: 'Sampler' },
    },
  },
  outputs: { latent: ['sampler', 0] },
};

/** Flux.2 from noise alone: its own scheduler knows how the schedule depends on the size. */
export const flux2Sample: Fragment = flux2({
  class_type: 'Flux2Scheduler',
  inputs: { steps: { $set: 'steps' }, width: { $in: 'width' }, height: { $in: 'height' } },
  _meta: { title: 'Noise schedule' },
});

/**
 * Flux.2 over a picture. Its own scheduler knows no denoise, and splitting four steps would leave four strengths to choose
 * from; the basic one makes a finer schedule and takes its tail, exactly as KSampler does.
 */
export const flux2Resample: Fragment = flux2({
  class_type: 'BasicScheduler',
  inputs: {
    model: { $in: 'model' },
    scheduler: { $set: 'scheduler' },
    steps: { $set: 'steps' },
    denoise: { $in: 'denoise' },
  },
  _meta: { title: 'Noise schedule' },
});

function flux2(sigmas: WorkflowNode): Fragment {
  return {
    nodes: {
      guider: {
        class_type: 'CFGGuider',
        inputs: {
          model: { $in: 'model' },
          positive: { $in: 'positive' },
          negative: { $in: 'negative' },
          cfg: { $set: 'cfg' },
        },
        _meta: { title: 'Guider' },
      },
      noise: { class_type: 'RandomNoise', inputs: { noise_seed: { $in: 'seed' } }, _meta: { title: 'Noise' } },
      method: {
        class_type: 'KSamplerSelect',
        inputs: { sampler_name: { $set: 'sampler' } },
        _meta: { title: 'Sampling method' },
      },
      sigmas,
      sampler: {
        class_type: 'SamplerCustomAdvanced',
        inputs: {
          noise: ['noise', 0],
          guider: ['guider', 0],
          sampler: ['method', 0],
          sigmas: ['sigmas', 0],
          latent_image: { $in: 'latent' },
        },
        _meta: { title: 'Sampler' },
      },
    },
    outputs: { latent: ['sampler', 0] },
  };
}
