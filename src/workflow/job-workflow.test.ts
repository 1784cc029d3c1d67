import { describe, expect, test } from 'vitest';
import type { ImageJob } from '../providers/provider.ts';
import { sampleJob } from '../testing/sample-jobs.ts';
import { type WorkflowChoice, workflowForJob } from './job-workflow.ts';
import { readOwnWorkflow } from './own-workflow.ts';
import { zImageTurbo } from './profiles/z-image-turbo.ts';
import type { WorkflowGraph } from './graph.ts';

const CHOICE: WorkflowChoice = { profile: 'sdxl', removal: 'native' };
const NAMES = { prefix: 'slime-1', guideName: 'guide.png' };

function guided(type: 'entity' | 'sheet'): ImageJob {
  const job = sampleJob(type, zImageTurbo.canvas);
  return { ...job, guide: { kind: 'sheet', canvas: job.canvas, cells: [] } };
}

function layer(transparent: boolean, loop: 'x' | 'none' = 'none'): ImageJob {
  const layers = [{ name: 'pines', words: 'pines', depth: 0.5 }];
  return { ...sampleJob('parallax', zImageTurbo.canvas), transparent, composition: { kind: 'layers', loop, layers } };
}

describe('workflowForJob', () => {
  test('paints an entity over its guide with the strength of the job', () => {
    const job = { ...guided('entity'), strength: 0.7 };
    const { graph, expected, uploads } = workflowForJob(job, CHOICE, NAMES);
    expect(graph['guide']?.inputs['image']).toBe('guide.png');
    expect(graph['paint-sampler']?.inputs).toMatchObject({ seed: 7, denoise: 0.7, latent_image: ['canvas', 0] });
    expect(graph['fitted']?.inputs).toMatchObject({ width: job.canvas.width, height: job.canvas.height });
    expect(graph['prompt-negative']?.inputs['text']).toBe('text, watermark');
    expect(expected).toEqual([{ prefix: 'slime-1', role: 'image', rgba: true }]);
    expect(uploads).toEqual(['guide.png']);
  });

  test('keeps the say of the guide where few steps would drown it', () => {
    const denoise = (steps?: number): unknown =>
      workflowForJob(
        { ...guided('entity'), strength: 0.95 },
        { profile: 'flux1-schnell', removal: 'native', ...(steps === undefined ? {} : { options: { steps } }) },
        NAMES,
      ).graph['paint-sampler']?.inputs['denoise'];
    expect(denoise()).toBe(0.8);
    expect(denoise(20)).toBe(0.95);
  });

  test('paints an entity without a guide from words alone', () => {
    const { graph, uploads } = workflowForJob(sampleJob('entity', zImageTurbo.canvas), CHOICE, { prefix: 'a' });
    expect(classes(graph)).not.toContain('LoadImage');
    expect(classes(graph)).toContain('JoinImageWithAlpha');
    expect(uploads).toEqual([]);
  });

  test('repaints a sheet at 0.85 by default', () => {
    const { graph } = workflowForJob(guided('sheet'), CHOICE, NAMES);
    expect(graph['paint-sampler']?.inputs['denoise']).toBe(0.85);
  });

  test.each([
    [true, true],
    [false, false],
  ])('a parallax layer that is transparent: %s is cut out: %s', (transparent, isCut) => {
    const { graph, expected } = workflowForJob(layer(transparent), CHOICE, { prefix: 'p', layer: 2 });
    expect(classes(graph).includes('RemoveBackground')).toBe(isCut);
    expect(expected).toEqual([{ prefix: 'p', role: 'layer', layer: 2, rgba: isCut }]);
  });

  test('makes seamless edges only where the server has the nodes', () => {
    const plain = workflowForJob(layer(false, 'x'), CHOICE, { prefix: 'p' });
    expect(classes(plain.graph)).not.toContain('ModelPatchSeamlessTiling');
    const seamless = workflowForJob(layer(false, 'x'), { ...CHOICE, seamless: true }, { prefix: 'p' });
    expect(seamless.graph['model-tiling']?.inputs['tiling']).toBe('x');
  });

  test('takes the file names of the endpoint, whether or not this job needs each', () => {
    const files = { checkpoint: 'a/b.safetensors', removal: 'c.safetensors' };
    const { graph } = workflowForJob(
      sampleJob('background', zImageTurbo.canvas),
      { ...CHOICE, files },
      { prefix: 'p' },
    );
    expect(graph['model-checkpoint']?.inputs['ckpt_name']).toBe('a/b.safetensors');
  });

  test('puts a job into a workflow of the user', () => {
    const json = workflowForJob(sampleJob('background', zImageTurbo.canvas), CHOICE, { prefix: 'p' }).graph;
    const own = readOwnWorkflow(json, {
      prompt: { node: 'prompt-positive', input: 'text' },
      prefix: { node: 'save', input: 'filename_prefix' },
    });
    const { graph } = workflowForJob(guided('entity'), { ...CHOICE, own }, NAMES);
    expect(graph['prompt-positive']?.inputs['text']).toBe('a cute green slime, clean game art');
    expect(graph['save']?.inputs['filename_prefix']).toBe('slime-1');
  });

  test('paints one layer a call', () => {
    const whole = sampleJob('parallax', zImageTurbo.canvas);
    expect(() => workflowForJob(whole, CHOICE, NAMES)).toThrow('one layer');
  });
});

function classes(graph: WorkflowGraph): readonly string[] {
  return Object.values(graph).map(({ class_type }) => class_type);
}
