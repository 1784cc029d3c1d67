import type { ConditioningValue } from '../values.ts';
import { give, type Kernel } from './kernel.ts';

const SCHEDULERS: Readonly<Record<string, Kernel>> = Object.fromEntries(
  [
    'BasicScheduler',
    'Flux2Scheduler',
    'KarrasScheduler',
    'ExponentialScheduler',
    'PolyexponentialScheduler',
    'LaplaceScheduler',
    'VPScheduler',
    'BetaSamplingScheduler',
    'SDTurboScheduler',
    'AlignYourStepsScheduler',
    'GITSScheduler',
    'OptimalStepsScheduler',
  ].map((name): [string, Kernel] => [
    name,
    (inputs) => give({ kind: 'sigmas', steps: inputs.number('steps'), denoise: inputs.number('denoise', 1) }),
  ]),
);

/** Samplers with settings of their own. */
const SAMPLERS: Readonly<Record<string, Kernel>> = Object.fromEntries(
  [
    'SamplerEulerAncestral',
    'SamplerLMS',
    'SamplerLCM',
    'SamplerDPMPP_2M_SDE',
    'SamplerDPMPP_3M_SDE',
    'SamplerDPMPP_SDE',
    'SamplerDPMPP_2S_Ancestral',
    'SamplerER_SDE',
    'SamplerSASolver',
  ].map((name): [string, Kernel] => [name, () => give({ kind: 'symbol', type: 'SAMPLER', name })]),
);

/** Nodes that hold one setting of a sampler. */
export const SAMPLER_SETTINGS: Readonly<Record<string, Kernel>> = {
  ...SCHEDULERS,
  ...SAMPLERS,
  RandomNoise: (inputs) => give({ kind: 'noise', seed: inputs.number('noise_seed') }),
  DisableNoise: () => give({ kind: 'noise', seed: undefined }),
  KSamplerSelect: (inputs) => give({ kind: 'symbol', type: 'SAMPLER', name: inputs.text('sampler_name') }),
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
