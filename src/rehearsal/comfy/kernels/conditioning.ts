import type { ConditioningValue, ImageValue } from '../values.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that say where, when or how strongly words count, which our painter does not heed. */
const UNHEEDED: Readonly<Record<string, Kernel>> = Object.fromEntries(
  [
    'ConditioningSetTimestepRange',
    'ConditioningSetMask',
    'ConditioningSetArea',
    'ConditioningSetAreaPercentage',
    'ConditioningSetAreaStrength',
    'FluxDisableGuidance',
    'FluxGuidance',
    'FluxKontextMultiReferenceLatentMethod',
  ].map((name): [string, Kernel] => [name, (inputs) => give(inputs.get('conditioning', 'conditioning'))]),
);

/** Nodes that turn words and example pictures into what a sampler is led by. */
export const CONDITIONING: Readonly<Record<string, Kernel>> = {
  ...UNHEEDED,
  CLIPTextEncode: (inputs) => give(words(inputs.text('text'))),
  CLIPTextEncodeFlux: (inputs) => give(words(inputs.text('t5xxl') || inputs.text('clip_l'))),
  CLIPTextEncodeSDXL: (inputs) => give(words(inputs.text('text_g') || inputs.text('text_l'))),
  CLIPTextEncodeSD3: (inputs) => give(words(inputs.text('t5xxl') || inputs.text('clip_l'))),
  CLIPTextEncodeLumina2: (inputs) => give(words(inputs.text('user_prompt'))),
  CLIPSetLastLayer: (inputs) => give(inputs.any('clip')),
  LotusConditioning: () => give(words('')),
  TextEncodeQwenImageEdit: (inputs) => give({ ...words(inputs.text('prompt')), references: images(inputs, ['image']) }),
  TextEncodeQwenImageEditPlus: (inputs) =>
    give({ ...words(inputs.text('prompt')), references: images(inputs, ['image1', 'image2', 'image3']) }),
  ConditioningZeroOut: () => give(words('')),
  ConditioningCombine: (inputs) =>
    give(both(inputs.get('conditioning', 'conditioning_1'), inputs.get('conditioning', 'conditioning_2'))),
  ConditioningConcat: (inputs) =>
    give(both(inputs.get('conditioning', 'conditioning_to'), inputs.get('conditioning', 'conditioning_from'))),
  ReferenceLatent(inputs) {
    const conditioning = inputs.get('conditioning', 'conditioning');
    const pictures = inputs.maybe('latent', 'latent')?.pictures;
    return give(pictures ? { ...conditioning, references: [...conditioning.references, pictures] } : conditioning);
  },
  ControlNetApply: (inputs) => give(controlled(inputs.get('conditioning', 'conditioning'), inputs)),
  ControlNetApplyAdvanced: (inputs) =>
    give(
      controlled(inputs.get('conditioning', 'positive'), inputs),
      controlled(inputs.get('conditioning', 'negative'), inputs),
    ),
};

function words(text: string): ConditioningValue {
  return { kind: 'conditioning', text, references: [], controls: [] };
}

function both(first: ConditioningValue, second: ConditioningValue): ConditioningValue {
  return {
    kind: 'conditioning',
    text: [first.text, second.text].filter((text) => text !== '').join(', '),
    references: [...first.references, ...second.references],
    controls: [...first.controls, ...second.controls],
  };
}

function images(inputs: Inputs, names: readonly string[]): readonly ImageValue[] {
  return names.map((name) => inputs.maybe('image', name)).filter((image) => image !== undefined);
}

function controlled(conditioning: ConditioningValue, inputs: Inputs): ConditioningValue {
  const control = { image: inputs.get('image', 'image', 'movedim'), strength: inputs.number('strength') };
  return control.strength === 0 ? conditioning : { ...conditioning, controls: [...conditioning.controls, control] };
}
