import type { ConditioningValue } from '../values.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that hold one setting of a sampler. */
export const SAMPLER_SETTINGS: Readonly<Record<string, Kernel>> = {
  RandomNoise: (inputs) => give({ kind: 'noise', seed: inputs.number('noise_seed') }),
  DisableNoise: () => give({ kind: 'noise', seed: undefined }),
  KSamplerSelect: (inputs) => give({ kind: 'symbol', type: 'SAMPLER', name: inputs.text('sampler_name') }),
  BasicScheduler: (inputs) =>
    give({ kind: 'sigmas', steps: inputs.number('steps'), denoise: inputs.number('denoise', 1) }),
  Flux2Scheduler: (inputs) => give({ kind: 'sigmas', steps: inputs.number('steps'), denoise: 1 }),
  KarrasScheduler: (inputs) => give({ kind: 'sigmas', steps: inputs.number('steps'), denoise: 1 }),
  SplitSigmasDenoise(inputs) {
    const { steps } = inputs.get('sigmas', 'sigmas');
    const denoise = inputs.number('denoise');
    const kept = Math.round(steps * denoise);
    return give({ kind: 'sigmas', steps: steps - kept, denoise: 1 }, { kind: 'sigmas', steps: kept, denoise });
  },
  BasicGuider: (inputs) => give({ kind: 'guider', positive: inputs.get('conditioning', 'conditioning') }),
  CFGGuider: (inputs) => give({ kind: 'guider', positive: inputs.get('conditioning', 'positive') }),
  DualCFGGuider(inputs) {
    const [first, second] = [inputs.get('conditioning', 'cond1'), inputs.get('conditioning', 'cond2')];
    const positive: ConditioningValue = { ...first, text: [first.text, second.text].filter(Boolean).join(', ') };
    return give({ kind: 'guider', positive });
  },
};
