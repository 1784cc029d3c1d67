import { describe, expect, test } from 'vitest';
import { acceptedWorkflows, graphFaults, recordedCatalogue } from '../../test/recorded-catalogue.ts';
import { ASSET_TYPES } from '../pack/pack.ts';
import { catalogueEntry } from './catalogue.ts';
import { compileWorkflow } from './compile.ts';
import type { WorkflowOptions } from './compile-options.ts';
import type { WorkflowGraph } from './graph.ts';
import { factsFromCatalogue } from './endpoint-facts.ts';
import { fitEndpoint } from './fit-endpoint.ts';
import { listWorkflows } from './list.ts';
import { PROFILES } from './profiles/index.ts';
import { REMOVALS } from './removals/index.ts';
import { bindSample } from './sample-values.ts';

const catalogue = recordedCatalogue();

describe('the recorded server accepts', () => {
  test.each(listWorkflows())('$type for $profile with removal $removal', (name) => {
    expect(graphFaults(bindSample(compileWorkflow(name)), catalogue)).toEqual([]);
  });

  test.each(listWorkflows().filter(({ type }) => catalogueEntry(type).withoutGuide))(
    '$type without a guide for $profile with removal $removal',
    (name) => {
      const workflow = compileWorkflow({ ...name, options: { guide: false } });
      expect(workflow.slots.map((slot) => slot.name)).not.toContain('inputImage');
      expect(graphFaults(bindSample(workflow), catalogue)).toEqual([]);
    },
  );

  test.each(listWorkflows().filter(({ type }) => type === 'entity'))(
    'LoRAs and an opaque picture for $profile',
    (name) => {
      const options: WorkflowOptions = {
        loras: [{ name: 'pixel-art-xl.safetensors' }, { name: 'pixel-art-xl.safetensors', strength: 0.5 }],
        transparent: false,
        steps: 6,
        cfg: 2,
        sampler: 'heun',
        scheduler: 'beta',
      };
      expect(graphFaults(bindSample(compileWorkflow({ ...name, options })), catalogue)).toEqual([]);
    },
  );

  test.each(['z-image-turbo', 'sdxl'])('the ControlNet of %s', (profile) => {
    const workflow = compileWorkflow({ type: 'sheet', profile, removal: 'native', options: { control: true } });
    expect(graphFaults(bindSample(workflow), catalogue)).toEqual([]);
    expect(workflow.models.map(({ folder }) => folder)).toContainEqual(
      expect.stringMatching(/controlnet|model_patches/),
    );
  });
});

/** The accepted graph that each profile is nearest to, and the inputs in which ours means to differ. */
describe('is painted as in the official workflow of the model:', () => {
  test.each([
    ['z-image-turbo', 'z_image_turbo_txt2img', []],
    ['flux2-klein-4b', 'flux2_klein_4b_distilled_txt2img', []],
    ['flux1-dev-fp8', 'flux1_dev_fp8_checkpoint_txt2img', []],
    ['flux1-dev', 'flux1_dev_txt2img', ['weight_dtype', 'clip_name2']],
    ['flux1-schnell', 'flux1_schnell_txt2img', ['weight_dtype']],
    ['sdxl', 'sdxl_txt2img', []],
  ] as const)('%s', (profile, official, differences) => {
    const ours = settingsOf(bindSample(compileWorkflow({ type: 'txt2img', profile, removal: 'none' })));
    const theirs = settingsOf(acceptedWorkflows()[official]?.prompt ?? {});
    expect(Object.keys(theirs).length).toBeGreaterThan(5);
    for (const [key, value] of Object.entries(theirs)) {
      if (differences.some((name) => key.endsWith(`.${name}`))) continue;
      expect({ [key]: ours[key] }).toEqual({ [key]: value });
    }
  });

  test.each([
    ['parallax-split', 'qwen_image_layered_image_to_layers'],
    ['parallax-split-text', 'qwen_image_layered_text_to_layers'],
  ] as const)('%s', (type, official) => {
    const ours = settingsOf(bindSample(compileWorkflow({ type, profile: 'qwen-image-layered', removal: 'none' })));
    expect(ours).toEqual(settingsOf(acceptedWorkflows()[official]?.prompt ?? {}));
  });
});

/** `Class.input` → value, without what a caller fills in. */
function settingsOf(graph: WorkflowGraph): { [key: string]: unknown } {
  const filledIn = /\.(text|seed|noise_seed|filename_prefix|image|width|height)$/;
  const entries = Object.values(graph).flatMap(({ class_type, inputs }) =>
    Object.entries(inputs)
      .filter(([, value]) => !Array.isArray(value))
      .map(([name, value]): [string, unknown] => [`${class_type}.${name}`, value]),
  );
  return Object.fromEntries(entries.filter(([key]) => !filledIn.test(key)));
}

test('the recorded server can make everything, in the preferred way', () => {
  const fit = fitEndpoint(factsFromCatalogue(catalogue));
  expect(fit.outcome).toBe('A');
  for (const type of ASSET_TYPES)
    expect(fit.assets[type]).toMatchObject({ ok: true, profile: 'z-image-turbo', missing: [] });
  expect(fit.assets.entity.removal).toBe('native');
});

test.each(PROFILES.filter(({ makes }) => makes === 'pictures').map(({ name }) => name))(
  'the recorded server has all that %s needs',
  (profile) => {
    expect(fitEndpoint(factsFromCatalogue(catalogue), { profile }).outcome).toBe('A');
  },
);

test.each(REMOVALS.map(({ name }) => name))('the recorded server has all that removal %s needs', (removal) => {
  expect(fitEndpoint(factsFromCatalogue(catalogue), { removal }).assets.entity).toMatchObject({ removal, missing: [] });
});
