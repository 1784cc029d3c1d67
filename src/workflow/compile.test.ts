import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { bindWorkflow } from './bind.ts';
import { type WorkflowWish, compileWorkflow } from './compile.ts';
import { asMark } from './marks.ts';
import { keepGuide } from './keep-guide.ts';
import { listWorkflows } from './list.ts';
import { PROFILES } from './profiles/index.ts';
import { bindSample, sampleValues } from './sample-values.ts';

const ENTITY: WorkflowWish = { type: 'entity', profile: 'sdxl', removal: 'native' };

describe('compileWorkflow', () => {
  test('turns the mask of the native removal, so that the subject stays and not its surroundings', () => {
    const { graph } = compileWorkflow(ENTITY);
    expect(graph['cut-joined']?.inputs).toEqual({ image: ['picture-decode', 0], alpha: ['cut-background', 0] });
    expect(graph['cut-background']).toMatchObject({ class_type: 'InvertMask', inputs: { mask: ['cut-subject', 0] } });
    expect(graph['save']?.inputs['images']).toEqual(['cut-joined', 0]);
  });

  test('saves the picture itself where nothing is cut', () => {
    const workflow = compileWorkflow({ ...ENTITY, options: { transparent: false } });
    expect(workflow.graph['save']?.inputs['images']).toEqual(['picture-decode', 0]);
    expect(workflow.outputs).toEqual([
      { name: 'save', node: 'save', prefixSlot: 'prefix', role: 'image', rgba: false },
    ]);
    expect(workflow.models.map(({ folder }) => folder)).toEqual(['checkpoints']);
  });

  test('strings LoRAs between the loader and all that uses it', () => {
    const loras = [{ name: 'a.safetensors', strength: 0.5 }, { name: 'b.safetensors' }];
    const { graph } = compileWorkflow({ ...ENTITY, options: { loras } });
    expect(graph['model-lora1']?.inputs).toMatchObject({
      model: ['model-checkpoint', 0],
      strength_model: 0.5,
      strength_clip: 0.5,
    });
    expect(graph['model-lora2']?.inputs).toMatchObject({ model: ['model-lora1', 0], clip: ['model-lora1', 1] });
    expect(graph['paint-sampler']?.inputs['model']).toEqual(['model-lora2', 0]);
    expect(graph['prompt-positive']?.inputs['clip']).toEqual(['model-lora2', 1]);
  });

  test('loads under the names that the endpoint has', () => {
    const files = { checkpoint: 'sdxl/sd_xl_base_1.0.safetensors' };
    const workflow = compileWorkflow({ ...ENTITY, options: { files } });
    expect(workflow.graph['model-checkpoint']?.inputs['ckpt_name']).toBe('sdxl/sd_xl_base_1.0.safetensors');
    expect(workflow.models[0]?.name).toBe('sdxl/sd_xl_base_1.0.safetensors');
  });

  test('makes edges meet in the model and in the decoder', () => {
    const { graph } = compileWorkflow({
      type: 'background',
      profile: 'z-image-turbo',
      removal: 'none',
      options: { tiling: 'xy' },
    });
    expect(graph['model-tiling']).toMatchObject({
      class_type: 'ModelPatchSeamlessTiling',
      inputs: { model: ['model-shift', 0], tiling: 'x and y' },
    });
    expect(graph['picture-decode']?.class_type).toBe('VAEDecodeSeamlessTiling');
  });

  test('loads the same way for every asset, so that the server keeps its models', () => {
    for (const { name: profile } of PROFILES.filter(({ makes }) => makes === 'pictures')) {
      const loaders = (['entity', 'background', 'sheet'] as const).map((type) =>
        Object.entries(compileWorkflow({ type, profile, removal: 'native' }).graph).filter(([id]) =>
          id.startsWith('model-'),
        ),
      );
      expect(loaders[1]).toEqual(loaders[0]);
      expect(loaders[2]).toEqual(loaders[0]);
    }
  });

  test.each([
    [{ ...ENTITY, profile: 'sdlx' }, /profile "sdlx"/, 'Did you mean "sdxl"?'],
    [{ ...ENTITY, removal: 'nativ' }, /removal "nativ"/, 'Did you mean "native"?'],
    [{ ...ENTITY, profile: 'qwen-image-layered' }, /cannot make entity/, /sdxl/],
    [{ ...ENTITY, type: 'remove-background', removal: 'none' }, /needs a removal/, /--removal/],
    [{ ...ENTITY, options: { guidance: 3 } }, /sdxl has no "guidance"/, /./],
    [{ ...ENTITY, options: { steps: 0 } }, /"steps" must be from 1 to 200/, /./],
    [{ ...ENTITY, options: { files: { unet: 'x' } } }, /model file "unet"/, /checkpoint/],
    [{ ...ENTITY, profile: 'flux1-dev', options: { control: true } }, /no ControlNet/, /./],
    [{ ...ENTITY, options: { control: true, tiling: 'x' } }, /cannot be used together/, /./],
    [{ ...ENTITY, options: { loras: [{ name: 'a', strenght: 1 }] } }, /"loras" must be a list/, /./],
    [{ ...ENTITY, options: { step: 3 } }, /option "step"/, 'Did you mean "steps"?'],
  ])('refuses %j', (wish, message, next) => {
    const failure = failureOf(() => compileWorkflow(wish as WorkflowWish));
    expect(failure.code).toBe('LIMNER_WORKFLOW_INVALID');
    expect(failure.message).toMatch(message);
    expect(failure.next).toMatch(next);
  });
});

describe('bindWorkflow', () => {
  test('leaves no slot, whatever fills them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...listWorkflows()),
        fc.record({
          prompt: fc.string(),
          negativePrompt: fc.string(),
          seed: fc.integer({ min: 0, max: 2 ** 50 }),
          width: fc.integer({ min: 1, max: 1024 }).map((side) => side * 16),
          denoise: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        (name, values) => {
          const workflow = compileWorkflow(name);
          const known = [...workflow.slots.map((slot) => slot.name), ...workflow.ignored];
          const given = Object.fromEntries(
            Object.entries(values).filter(([slot]) => known.some((one) => one === slot)),
          );
          const graph = bindWorkflow(workflow, { ...sampleValues(workflow), ...given });
          const inputs = Object.values(graph).flatMap((node) => Object.values(node.inputs));
          expect(inputs.filter((value) => asMark(value))).toEqual([]);
        },
      ),
    );
  });

  test('takes a negative prompt where the model has no ear for it', () => {
    const workflow = compileWorkflow({ type: 'background', profile: 'z-image-turbo', removal: 'none' });
    expect(workflow.ignored).toEqual(['negativePrompt']);
    const graph = bindWorkflow(workflow, { ...sampleValues(workflow), negativePrompt: 'fog' });
    expect(JSON.stringify(graph)).not.toContain('fog');
  });

  test.each([
    ['seed', 2 ** 50 + 1],
    ['seed', 1.5],
    ['seed', '7'],
    ['width', 1000],
    ['width', 0],
    ['denoise', 1.01],
    ['denoise', Number.NaN],
    ['prompt', 7],
    ['prefix', '../x'],
    ['prefix', 'a/b'],
    ['prefix', '%date%'],
    ['inputImage', '../secret.png'],
    ['inputImage', ''],
  ])('refuses %s %j', (slot, value) => {
    const workflow = compileWorkflow(ENTITY);
    const failure = failureOf(() => bindWorkflow(workflow, { ...sampleValues(workflow), [slot]: value }));
    expect(failure.message).toContain(`The slot "${slot}" must be`);
  });

  test('names an empty slot, and the slot that was meant', () => {
    const workflow = compileWorkflow(ENTITY);
    expect(failureOf(() => bindWorkflow(workflow, {})).message).toContain('The slot "prompt"');
    const misspelt = { ...sampleValues(workflow), promt: 'a slime' };
    expect(failureOf(() => bindWorkflow(workflow, misspelt)).next).toBe('Did you mean "prompt"?');
  });

  test('gives the same graph for the same values', () => {
    expect(bindSample(compileWorkflow(ENTITY))).toEqual(bindSample(compileWorkflow(ENTITY)));
  });
});

test('a guide always keeps a say: at least one step of the schedule lies before the first that is run', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 50 }), (wish, steps) => {
      const denoise = keepGuide(wish, steps);
      expect(denoise).toBeLessThanOrEqual(wish);
      expect(Math.floor(steps / denoise)).toBeGreaterThan(steps);
    }),
  );
  expect(keepGuide(0.95, 20)).toBe(0.95);
  expect(keepGuide(1, 4)).toBe(1);
});

function failureOf(work: () => unknown): LimnerError {
  try {
    work();
  } catch (error) {
    if (error instanceof LimnerError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
