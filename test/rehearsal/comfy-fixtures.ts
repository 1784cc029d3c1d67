import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng } from '../../src/raster/png.ts';
import { createRaster } from '../../src/raster/raster.ts';
import type { ValidatedPrompt } from '../../src/rehearsal/comfy/create-engine.ts';
import type { UploadedFile } from '../../src/rehearsal/comfy/engine.ts';
import type { WorkflowGraph } from '../../src/workflow/graph.ts';
import type { NodeCatalogue } from '../../src/workflow/node-catalogue.ts';
import { ROOT } from '../source-files.ts';

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, 'test/fixtures/comfyui', name), 'utf8'));
}

/** One entry of the recorded transcripts, as far as tests look at it. */
export interface RecordedRun {
  readonly name: string;
  readonly request?: { readonly prompt: WorkflowGraph; readonly client_id?: string; readonly prompt_id?: string };
  readonly status?: number;
  readonly response?: { readonly prompt_id: string; readonly number: number; readonly node_errors: object };
  readonly messages?: readonly RecordedFrame[];
  readonly history?: Readonly<Record<string, RecordedHistory>>;
  readonly job?: Readonly<Record<string, unknown>>;
  readonly view?: readonly RecordedView[];
}

export interface RecordedFrame {
  readonly type?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly _binary?: boolean;
  readonly event_type?: number;
  readonly metadata?: object;
}

export interface RecordedHistory {
  readonly prompt: readonly unknown[];
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly status: {
    readonly status_str: string;
    readonly completed: boolean;
    readonly messages: readonly (readonly [string, object])[];
  };
  readonly meta: unknown;
}

export interface RecordedView {
  readonly node: string;
  readonly filename: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly decoded?: {
    readonly mode: string;
    readonly size: readonly [number, number];
    readonly pixel_0_0: readonly number[];
    readonly pixel_last: readonly number[];
  };
  readonly png_text_keys?: readonly string[];
}

export const RECORDED = (readFixture('comfyui-ws-transcripts-0.33.0.json') as { runs: readonly RecordedRun[] }).runs;

export const WORKFLOWS = (
  readFixture('comfyui-workflows-api.json') as {
    workflows: Readonly<Record<string, { readonly prompt: WorkflowGraph }>>;
  }
).workflows;

export const CATALOGUE: NodeCatalogue = {
  ...(readFixture('comfyui-object_info-core-0.33.0.json') as NodeCatalogue),
  ...(readFixture('comfyui-object_info-custom-packs.json') as NodeCatalogue),
};

/** What the transcripts' server had besides: a sleeping node for tests, and models of random numbers. */
export const RECORDED_CATALOGUE: NodeCatalogue = {
  ...CATALOGUE,
  TestSleep: {
    input: { required: { value: ['*', {}], seconds: ['FLOAT', { default: 1, min: 0, max: 9999 }] } },
    output: ['*'],
    output_node: false,
  },
  ...withFile('UNETLoader', 'unet_name', 'tiny_flux_random.safetensors'),
  ...withFile('VAELoader', 'vae_name', 'taef1'),
};

function withFile(className: string, input: string, file: string): NodeCatalogue {
  const info = CATALOGUE[className];
  const [type, options = {}] = info?.input.required?.[input] ?? [];
  if (!info || type === undefined || typeof type === 'string') throw new Error(`${className} lists no files.`);
  const required = { ...info.input.required, [input]: [[...type, file], options] as const };
  return { [className]: { ...info, input: { ...info.input, required } } };
}

/** The input folder of the recorded server. */
export const INPUT_FILES: readonly UploadedFile[] = [
  { name: 'example.png', bytes: encodePng(createRaster(64, 48, [90, 90, 90, 255])) },
  { name: 'mask_l.png', bytes: encodePng(createRaster(64, 48, [255, 255, 255, 255])) },
  { name: 'ref_rgb.png', bytes: encodePng(createRaster(64, 48, [200, 40, 40, 255])) },
  { name: 'ref_rgba.png', bytes: encodePng(halves()) },
];

/** Invisible on the left, half visible on the right. */
function halves(): ReturnType<typeof createRaster> {
  const raster = createRaster(64, 48, [10, 20, 30, 0]);
  for (let pixel = 0; pixel < 64 * 48; pixel += 1) if (pixel % 64 >= 32) raster.rgba.set([40, 200, 40, 128], pixel * 4);
  return raster;
}

/** Stands in for validation where a test is about what runs, not about what is refused: takes every graph as it is. */
export function acceptAll(body: unknown): ValidatedPrompt {
  const { prompt } = body as { readonly prompt: WorkflowGraph };
  const outputs = Object.keys(prompt).filter((id) => CATALOGUE[prompt[id]?.class_type ?? '']?.output_node === true);
  return { status: 200, body: { node_errors: {} }, graph: prompt, outputs };
}
