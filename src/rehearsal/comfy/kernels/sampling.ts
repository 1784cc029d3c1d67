import { firstFrame } from '../picture/batch.ts';
import { scalePlane } from '../picture/scale.ts';
import { paintLatent } from '../painting/paint-latent.ts';
import type { ConditioningValue, LatentValue } from '../values.ts';
import { give, type Kernel, type KernelContext } from './kernel.ts';

/** Nodes that sample: here the painter paints, step by step only in what it tells. */
export const SAMPLING: Readonly<Record<string, Kernel>> = {
  KSampler: async (inputs, context) =>
    give(
      await sample(context, {
        seed: inputs.number('seed'),
        steps: inputs.number('steps'),
        denoise: inputs.number('denoise', 1),
        positive: inputs.get('conditioning', 'positive'),
        latent: inputs.get('latent', 'latent_image'),
      }),
    ),
  async KSamplerAdvanced(inputs, context) {
    const steps = inputs.number('steps');
    const start = Math.min(steps, inputs.number('start_at_step'));
    const end = Math.max(start, Math.min(steps, inputs.number('end_at_step')));
    const latent = inputs.get('latent', 'latent_image');
    if (start === end) return give(latent);
    const adds = inputs.text('add_noise') === 'enable';
    const seed = inputs.number('noise_seed');
    // A second pass without noise of its own finishes what the first one began.
    const denoise = adds ? 1 - start / steps : 0;
    const positive = inputs.get('conditioning', 'positive');
    return give(await sample(context, { seed, steps: end - start, denoise, positive, latent }));
  },
  async SamplerCustom(inputs, context) {
    const { steps, denoise } = inputs.get('sigmas', 'sigmas');
    const latent = await sample(context, {
      seed: inputs.number('noise_seed'),
      steps,
      denoise: inputs.flag('add_noise', true) ? denoise : 0,
      positive: inputs.get('conditioning', 'positive'),
      latent: inputs.get('latent', 'latent_image'),
    });
    return give(latent, latent);
  },
  async SamplerCustomAdvanced(inputs, context) {
    const { steps, denoise } = inputs.get('sigmas', 'sigmas');
    const { seed } = inputs.get('noise', 'noise', 'seed');
    const latent = await sample(context, {
      seed: seed ?? 0,
      steps,
      denoise: seed === undefined ? 0 : denoise,
      positive: inputs.get('guider', 'guider', 'sample').positive,
      latent: inputs.get('latent', 'latent_image', 'copy'),
    });
    return give(latent, latent);
  },
};

interface Sampling {
  readonly seed: number;
  readonly steps: number;
  readonly denoise: number;
  readonly positive: ConditioningValue;
  readonly latent: LatentValue;
}

/** Paints first and tells of steps then, so that previews show the picture. */
async function sample(context: KernelContext, { steps, ...order }: Sampling): Promise<LatentValue> {
  const pictures = paintLatent(order);
  const first = firstFrame(pictures);
  const shrink = Math.min(1, PREVIEW_SIDE / Math.max(first.width, first.height));
  const [width, height] = [first.width * shrink, first.height * shrink].map((side) => Math.max(1, Math.round(side)));
  const plane = scalePlane(first, width ?? 1, height ?? 1, 'nearest-exact');
  for (let value = 1; value <= steps; value += 1)
    await context.step({ value, max: steps, preview: { plane, final: false } });
  return { ...order.latent, pictures };
}

const PREVIEW_SIDE = 128;
