import { describe, expect, test } from 'vitest';
import { bindSample } from './sample-values.ts';
import { compileWorkflow } from './compile.ts';
import type { EndpointFacts } from './endpoint-facts.ts';
import { type FitWish, fitEndpoint } from './fit-endpoint.ts';
import { capabilitiesOf, choiceOf } from './makings.ts';
import { readOwnWorkflow } from './own-workflow.ts';

const MODELS = {
  'CheckpointLoaderSimple.ckpt_name': ['sd_xl_base_1.0.safetensors', 'flux1-dev-fp8.safetensors'],
  'LoraLoaderModelOnly.lora_name': ['styles/pixel-art-xl.safetensors'],
  'KSampler.sampler_name': ['euler', 'dpmpp_2m'],
};

function facts(models: { readonly [key: string]: readonly string[] } = MODELS): EndpointFacts {
  return {
    nodes: { present: [], absent: ['LostNode'], complete: false },
    models: Object.fromEntries(Object.entries(models).map(([key, names]) => [key, { names, count: names.length }])),
  };
}

const capabilities = (wish: FitWish, has = facts()) => capabilitiesOf(fitEndpoint(has, wish));

describe('options', () => {
  test('reach the workflow, with LoRAs as the endpoint calls them', () => {
    const options = { steps: 12, loras: [{ name: 'pixel-art-xl.safetensors', strength: 0.5 }] };
    expect(choiceOf(fitEndpoint(facts(), { profile: 'sdxl', options }).assets.background)).toMatchObject({
      profile: 'sdxl',
      options: { steps: 12, loras: [{ name: 'styles/pixel-art-xl.safetensors', strength: 0.5 }] },
    });
  });

  test('make another picture, of the type that they are for', () => {
    const versions = (wish: Parameters<typeof fitEndpoint>[1]) => {
      const { makings } = capabilitiesOf(fitEndpoint(facts(), wish));
      return [makings?.entity?.version, makings?.sheet?.version];
    };
    const [entity, sheet] = versions({});
    const [otherEntity, sameSheet] = versions({ assets: { entity: { options: { steps: 12 } } } });
    expect(otherEntity).not.toBe(entity);
    expect(sameSheet).toBe(sheet);
  });

  test.each<[string, FitWish, string]>([
    [
      'a LoRA that is not there, with the nearest that is',
      { options: { loras: [{ name: 'pixel-art.safetensors' }] } },
      'it lacks the model pixel-art.safetensors in loras; it has styles/pixel-art-xl.safetensors',
    ],
    [
      "a profile's ControlNet that is not there",
      { profile: 'sdxl', options: { control: true } },
      'it lacks the model controlnet-union-sdxl-1.0_promax.safetensors in controlnet',
    ],
    [
      'a profile without a ControlNet',
      { profile: 'flux1-dev-fp8', options: { control: true } },
      'the profile flux1-dev-fp8 has no ControlNet',
    ],
    ['an unknown sampler', { options: { sampler: 'eulr' } }, 'it has no sampler "eulr"; did you mean "euler"?'],
  ])('are refused at plan time: %s', (_, wish, words) => {
    expect(capabilities(wish).cannot.entity).toBe(words);
  });

  test('choose a profile that has what is wished for', () => {
    const has = facts({ ...MODELS, 'ControlNetLoader.control_net_name': ['controlnet-union-sdxl-1.0.safetensors'] });
    expect(fitEndpoint(has).assets.entity.profile).toBe('flux1-dev-fp8');
    const { entity, background } = fitEndpoint(has, { options: { control: true } }).assets;
    expect(entity).toMatchObject({ profile: 'sdxl', files: { control: 'controlnet-union-sdxl-1.0.safetensors' } });
    expect(background.profile).toBe('flux1-dev-fp8');
  });

  test('about LoRAs are believed where an endpoint has more than it lists', () => {
    const has = facts();
    const hidden = { ...has, models: { ...has.models, 'LoraLoaderModelOnly.lora_name': { names: [], count: 42 } } };
    expect(capabilities({ options: { loras: [{ name: 'any.safetensors' }] } }, hidden).cannot).toEqual({});
  });
});

describe('a workflow of the user’s own', () => {
  const graph = bindSample(compileWorkflow({ type: 'img2img', profile: 'sdxl', removal: 'none' }));
  const SLOTS = {
    prompt: { node: 'prompt-positive', input: 'text' },
    prefix: { node: 'save', input: 'filename_prefix' },
  };
  const own = (change: object = {}, slots: object = {}) => ({
    ...readOwnWorkflow({ ...graph, ...change }, { ...SLOTS, ...slots }),
    type: 'mine.json',
  });

  test('makes every type, and is named in the manifest', () => {
    expect(capabilities({ own: own() })).toMatchObject({
      cannot: {},
      makings: { background: { profile: 'own', workflow: 'mine.json', alpha: 'key-colour' } },
    });
  });

  test('makes other pictures when it changes, and the same under another name', () => {
    const version = (workflow: ReturnType<typeof own>) => capabilities({ own: workflow }).makings?.entity?.version;
    const softer = { ...graph['paint-sampler'], inputs: { ...graph['paint-sampler']?.inputs, cfg: 3 } };
    expect(version({ ...own(), type: 'moved.json' })).toBe(version(own()));
    expect(version(own({ 'paint-sampler': softer }))).not.toBe(version(own()));
  });

  test.each<[string, object, object, 'entity' | 'background', string]>([
    [
      'a model that is not there',
      { other: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd_xl_base_1.safetensors' } } },
      {},
      'entity',
      'it lacks the model sd_xl_base_1.safetensors in checkpoints; it has sd_xl_base_1.0.safetensors',
    ],
    [
      'a node that is not there',
      { other: { class_type: 'LostNode', inputs: {} } },
      {},
      'entity',
      'it lacks the node LostNode',
    ],
    [
      'a guide where there is none',
      {},
      { inputImage: { node: 'source', input: 'image' } },
      'background',
      'the workflow mine.json loads a picture, but a background is painted from words alone',
    ],
  ])('is refused at plan time for %s', (_, change, slots, type, words) => {
    expect(capabilities({ own: own(change, slots) }).cannot[type]).toBe(words);
  });
});
