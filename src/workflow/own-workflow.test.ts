import { describe, expect, test } from 'vitest';
import { bindWorkflow } from './bind.ts';
import { compileWorkflow } from './compile.ts';
import { readOwnWorkflow } from './own-workflow.ts';
import { bindSample } from './sample-values.ts';

const EXPORT = bindSample(compileWorkflow({ type: 'background', profile: 'sdxl', removal: 'none' }));
const SLOTS = {
  prompt: { node: 'prompt-positive', input: 'text' },
  seed: { node: 'paint-sampler', input: 'seed' },
  width: { node: 'canvas-latent', input: 'width' },
  prefix: { node: 'save', input: 'filename_prefix' },
};

describe('readOwnWorkflow', () => {
  test('puts slots where the slots file says, and keeps all else', () => {
    const workflow = readOwnWorkflow(EXPORT, SLOTS);
    expect(workflow.slots).toEqual([
      { name: 'prompt', kind: 'text', required: true },
      { name: 'seed', kind: 'seed', required: true },
      { name: 'width', kind: 'size', required: false, default: 1024 },
      { name: 'prefix', kind: 'prefix', required: true },
    ]);
    const graph = bindWorkflow(workflow, { prompt: 'a cave', seed: 3, prefix: 'cave-1', negativePrompt: 'dropped' });
    expect(graph['prompt-positive']?.inputs['text']).toBe('a cave');
    expect({ ...graph, 'prompt-positive': 0, 'paint-sampler': 0, save: 0 }).toEqual({
      ...EXPORT,
      'prompt-positive': 0,
      'paint-sampler': 0,
      save: 0,
    });
  });

  test('fills one slot in several places', () => {
    const seed = [SLOTS.seed, { node: 'paint-sampler', input: 'steps' }];
    const workflow = readOwnWorkflow(EXPORT, { ...SLOTS, seed });
    const graph = bindWorkflow(workflow, { prompt: '', seed: 9, prefix: 'a' });
    expect(graph['paint-sampler']?.inputs).toMatchObject({ seed: 9, steps: 9 });
  });

  test('sees by the nodes whether the picture has true alpha', () => {
    const cut = bindSample(compileWorkflow({ type: 'title-hero', profile: 'sdxl', removal: 'birefnet-rmbg' }));
    expect(readOwnWorkflow(cut, SLOTS).outputs).toMatchObject([{ node: 'save', rgba: true }]);
    expect(readOwnWorkflow(EXPORT, SLOTS).outputs).toMatchObject([{ node: 'save', rgba: false }]);
  });

  test.each([
    [{ nodes: [], links: [], version: 0.4 }, SLOTS, /saved for the editor/],
    [{ prompt: EXPORT }, SLOTS, /whole request/],
    [[], SLOTS, /JSON object/],
    [{}, SLOTS, /no nodes/],
    [{ a: { class_type: 'X' } }, SLOTS, /"a" has no class_type or no inputs/],
    [{ a: { class_type: 'X', inputs: { b: ['z', 0] } } }, SLOTS, /"b" of node a is linked/],
    [EXPORT, { ...SLOTS, prefix: undefined }, /"prefix" must be/],
    [EXPORT, { prompt: SLOTS.prompt }, /no "prefix"/],
    [EXPORT, { ...SLOTS, prefix: [SLOTS.prefix, { node: 'prompt-negative', input: 'text' }] }, /one place/],
    [EXPORT, { ...SLOTS, promt: SLOTS.prompt }, /no slot "promt"/],
    [EXPORT, { ...SLOTS, prompt: { node: '6', input: 'text' } }, /no node for the slot "prompt" "6"/],
    [EXPORT, { ...SLOTS, prompt: { node: 'prompt-positive', input: 'txt' } }, /no input of node prompt-positive/],
    [EXPORT, { ...SLOTS, prompt: { node: 'prompt-positive', input: 'clip' } }, /gets from another node/],
    [EXPORT, { ...SLOTS, height: SLOTS.width }, /share the input "width"/],
    [EXPORT, { ...SLOTS, prefix: { node: 'model-checkpoint', input: 'ckpt_name' } }, /must be on a SaveImage/],
  ])('refuses %j with %j', (json, slots, message) => {
    expect(() => readOwnWorkflow(json, slots)).toThrow(message);
  });

  test('names the menu path that gives the right format', () => {
    expect(() => readOwnWorkflow({ nodes: [], links: [] }, SLOTS)).toThrow(
      expect.objectContaining({
        code: 'LIMNER_WORKFLOW_INVALID',
        next: expect.stringContaining('Workflow → Export (API)') as string,
      }),
    );
  });
});
