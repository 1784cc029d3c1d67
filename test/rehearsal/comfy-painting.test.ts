import { afterEach, describe, expect, test } from 'vitest';
import { drawGuide } from '../../src/guide/draw-guide.ts';
import { decodePng, encodePng } from '../../src/raster/png.ts';
import type { Raster } from '../../src/raster/raster.ts';
import { createComfyEngine, type RehearsedComfy } from '../../src/rehearsal/comfy/create-engine.ts';
import type { HistoryEntry } from '../../src/rehearsal/comfy/engine.ts';
import { OUT_OF_MEMORY } from '../../src/rehearsal/comfy/faults.ts';
import type { WorkflowGraph, WorkflowNode } from '../../src/workflow/graph.ts';
import { acceptAll, CATALOGUE, INPUT_FILES } from './comfy-fixtures.ts';

const engines: RehearsedComfy[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop();
});

function startEngine(options: Partial<Parameters<typeof createComfyEngine>[0]> = {}): RehearsedComfy {
  const engine = createComfyEngine({ catalogue: CATALOGUE, validate: acceptAll, files: INPUT_FILES, ...options });
  engines.push(engine);
  return engine;
}

async function run(engine: RehearsedComfy, prompt: WorkflowGraph): Promise<HistoryEntry> {
  const { body } = engine.prompt({ prompt });
  return engine.finished((body as { readonly prompt_id: string }).prompt_id);
}

async function paint(engine: RehearsedComfy, prompt: WorkflowGraph): Promise<Raster> {
  const { outputs } = await run(engine, prompt);
  const [file] = Object.values(outputs).flatMap(({ images }) => images ?? []);
  if (!file) throw new Error('Nothing was saved.');
  return decodePng(engine.view(file) ?? new Uint8Array());
}

function node(name: string, inputs: WorkflowNode['inputs']): WorkflowNode {
  return { class_type: name, inputs };
}

interface Painting {
  readonly text?: string;
  readonly seed?: number;
  readonly denoise?: number;
  readonly guide?: string;
}

/** Text or guide to picture `6`. */
function painting({
  text = 'a green slime, plain white background',
  seed = 1,
  denoise = 1,
  guide,
}: Painting): WorkflowGraph {
  const sampler = { seed, steps: 2, cfg: 1, sampler_name: 'euler', scheduler: 'simple', denoise };
  return {
    1: node('CheckpointLoaderSimple', { ckpt_name: 'any.safetensors' }),
    2: node('CLIPTextEncode', { text, clip: ['1', 1] }),
    3: node('LoadImage', { image: guide ?? 'ref_rgb.png' }),
    4: guide
      ? node('VAEEncode', { pixels: ['3', 0], vae: ['1', 2] })
      : node('EmptyLatentImage', { width: 128, height: 128, batch_size: 1 }),
    5: node('KSampler', {
      ...sampler,
      model: ['1', 0],
      positive: ['2', 0],
      negative: ['2', 0],
      latent_image: ['4', 0],
    }),
    6: node('VAEDecode', { samples: ['5', 0], vae: ['1', 2] }),
  };
}

function saved(from: WorkflowNode['inputs'][string] = ['6', 0]): WorkflowGraph {
  return { 9: node('SaveImage', { images: from, filename_prefix: 'x' }) };
}

const CUT_OUT: WorkflowGraph = {
  7: node('RemoveBackground', { bg_removal_model: null, image: ['6', 0] }),
  8: node('InvertMask', { mask: ['7', 0] }),
  10: node('JoinImageWithAlpha', { image: ['6', 0], alpha: ['8', 0] }),
  ...saved(['10', 0]),
};

describe('a sampler', () => {
  test('paints the same bytes for the same seed and others for another', async () => {
    const first = await paint(startEngine(), { ...painting({}), ...saved() });
    const again = await paint(startEngine(), { ...painting({}), ...saved() });
    const other = await paint(startEngine(), { ...painting({ seed: 2 }), ...saved() });
    expect(again).toEqual(first);
    expect(other.rgba).not.toEqual(first.rgba);
  });

  test('surrounds a subject with exactly the plain colour that the prompt asks for', async () => {
    const text = 'a red heart, a single subject, isolated on a plain flat #00ff00 green background, no shadow';
    const { rgba } = await paint(startEngine(), { ...painting({ text }), ...saved() });
    expect([...rgba.subarray(0, 4)]).toEqual([0, 255, 0, 255]);
    expect([...rgba.subarray(-4)]).toEqual([0, 255, 0, 255]);
  });

  test('obeys the silhouette behind an img2img latent, which removal then cuts out', async () => {
    const engine = startEngine();
    const canvas = { width: 128, height: 128, scale: 1, content: { x: 0, y: 0, width: 128, height: 128 } };
    const guide = drawGuide({ kind: 'silhouette', canvas, shape: { kind: 'box' }, chosen: true }, new Map());
    engine.upload({ name: 'guide.png', bytes: encodePng(guide) });
    const picture = await paint(engine, { ...painting({ guide: 'guide.png', denoise: 0.8 }), ...CUT_OUT });
    const differing = guide.rgba.reduce((count, value, i) => {
      const isSubject = value < 128;
      return i % 4 === 0 && isSubject !== (picture.rgba[i + 3] ?? 0) > 127 ? count + 1 : count;
    }, 0);
    expect(differing / (128 * 128)).toBeLessThan(0.04);
  });

  test('gives the guide itself at denoise 0', async () => {
    const picture = await paint(startEngine(), { ...painting({ guide: 'ref_rgb.png', denoise: 0 }), ...saved() });
    expect([...picture.rgba.subarray(0, 4)]).toEqual([200, 40, 40, 255]);
  });
});

describe('a failing node', () => {
  const RMBG = (more: WorkflowNode['inputs']): WorkflowGraph => ({
    1: node('LoadImage', { image: 'ref_rgb.png' }),
    2: node('BiRefNetRMBG', { image: ['1', 0], model: 'BiRefNet-general', ...more }),
    ...saved(['2', 0]),
  });
  const errorIn = ({ status }: HistoryEntry): Readonly<Record<string, unknown>> | undefined =>
    status.messages.find(([type]) => type === 'execution_error')?.[1];

  test('is BiRefNetRMBG without its optional inputs, though validation lets it pass', async () => {
    const all = { sensitivity: 1, mask_blur: 0, mask_offset: 0, invert_output: false, background: 'Alpha' };
    expect(errorIn(await run(startEngine(), RMBG({})))).toMatchObject({ node_id: '2', node_type: 'BiRefNetRMBG' });
    expect((await run(startEngine(), RMBG(all))).status.status_str).toBe('success');
  });

  test('is one that the catalogue knows and the rehearsal does not', async () => {
    const graph = { 1: node('SVD_img2vid_Conditioning', {}), ...saved(['1', 0]) };
    expect(errorIn(await run(startEngine(), graph))?.['exception_message']).toContain('SVD_img2vid_Conditioning');
  });

  test('tells of memory when the plan says that there is none', async () => {
    const entry = await run(startEngine({ faults: () => OUT_OF_MEMORY }), { ...painting({}), ...saved() });
    expect(errorIn(entry)).toMatchObject({ node_type: 'KSampler', exception_type: 'torch.OutOfMemoryError' });
    expect(errorIn(entry)?.['exception_message']).toContain('TIPS');
  });
});

test('pictures carry the graph unless metadata is off', async () => {
  const graph = { ...painting({}), ...saved() };
  const told = async (metadata: boolean): Promise<boolean> => {
    const engine = startEngine({ metadata });
    await run(engine, graph);
    const bytes = engine.view({ filename: 'x_00001_.png', subfolder: '', type: 'output' });
    return Buffer.from(bytes ?? []).includes('tEXtprompt');
  };
  expect([await told(true), await told(false)]).toEqual([true, false]);
});

test('whoever waits for a prompt that is taken out of the queue learns of it', async () => {
  const engine = startEngine({ stepMs: 50 });
  const ids = [1, 2].map((seed) => engine.prompt({ prompt: { ...painting({ seed }), ...saved() } }).body) as {
    readonly prompt_id: string;
  }[];
  const second = engine.finished(ids[1]?.prompt_id ?? '');
  expect(engine.queue.remove([ids[1]?.prompt_id ?? ''])).toBe(true);
  expect((await second).status.status_str).toBe('error');
  expect((await engine.finished(ids[0]?.prompt_id ?? '')).status.status_str).toBe('success');
});
