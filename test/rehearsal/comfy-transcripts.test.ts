import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodePng } from '../../src/raster/png.ts';
import {
  createComfyEngine,
  type RehearsedComfy,
  type ValidatedPrompt,
} from '../../src/rehearsal/comfy/create-engine.ts';
import type { EngineFault } from '../../src/rehearsal/comfy/faults.ts';
import { startComfyServer, type ComfyServer } from '../../src/rehearsal/comfy/server/start-server.ts';
import { listenTo, type Frame, type ListeningClient } from './comfy-client.ts';
import {
  acceptAll,
  INPUT_FILES,
  RECORDED,
  RECORDED_CATALOGUE,
  type RecordedFrame,
  type RecordedRun,
  type RecordedView,
} from './comfy-fixtures.ts';

/** The recorded server was started anew after its worker thread had died. */
const RESTART = RECORDED.findIndex(({ name }) => name === 'before_delete');
const isRun = (run: RecordedRun): boolean => run.messages !== undefined && run.response !== undefined;

describe.each([
  ['before its worker died', RECORDED.slice(0, RESTART).filter(isRun)],
  ['after its restart', RECORDED.slice(RESTART).filter(isRun)],
])('the recorded server %s', (_name, runs) => {
  let engine: RehearsedComfy;
  let server: ComfyServer;

  beforeAll(async () => {
    engine = createComfyEngine({
      catalogue: RECORDED_CATALOGUE,
      validate: answerAsRecorded,
      files: INPUT_FILES,
      faults: faultOf,
    });
    server = await startComfyServer(engine, { port: 0 });
  });
  afterAll(async () => server.stop());

  test.each(runs.map((run): [string, RecordedRun] => [run.name, run]))('%s', async (_run, recorded) => {
    await prepare(engine, recorded);
    const { client, answer } = await replay(server.url, recorded);
    expect(answer).toEqual(recorded.response);
    expect(tell(client.frames, recorded)).toEqual(tell((recorded.messages ?? []).map(asFrame), recorded));
    await client.close();
    const id = recorded.response?.prompt_id ?? '';
    expect(shapeOfHistory(await getJson(`${server.url}/history/${id}`), id)).toEqual(
      shapeOfHistory(recorded.history, id),
    );
    expect(shapeOfJob(await getJson(`${server.url}/api/jobs/${id}`))).toEqual(shapeOfJob(recorded.job));
    for (const view of recorded.view ?? []) await compareView(server.url, recorded, view, engine);
  });
});

/** Validation is tried elsewhere: here the recording says which outputs are good. */
function answerAsRecorded(body: unknown): ValidatedPrompt {
  const { prompt_id: id } = body as { readonly prompt_id: string };
  const recorded = RECORDED.find(({ response }) => response?.prompt_id === id);
  const outputs = recorded?.history?.[id]?.prompt[4] as readonly string[] | undefined;
  return { ...acceptAll(body), body: recorded?.response ?? {}, ...(outputs ? { outputs } : {}) };
}

/** The recorded machine had an empty file in place of the checkpoint. */
function faultOf({ graph }: { readonly graph: object }): EngineFault | undefined {
  if (!JSON.stringify(graph).includes('CheckpointLoaderSimple')) return undefined;
  const message = 'Error while deserializing header: HeaderTooSmall';
  return {
    kind: 'exception',
    type: 'safetensors_rust.SafetensorError',
    message,
    classType: 'CheckpointLoaderSimple',
  };
}

async function prepare(engine: RehearsedComfy, { name }: RecordedRun): Promise<void> {
  const rgba = INPUT_FILES.find((file) => file.name === 'ref_rgba.png');
  if (name === 'loadimage_from_subfolder' && rgba) engine.upload({ ...rgba, name: 'up.png', subfolder: 'assets' });
  if (name === 'identical_prompt_cached_but_output_file_deleted')
    expect(engine.files.remove({ filename: 'del_00001_.png', subfolder: '', type: 'output' })).toBe(true);
  // One prompt of the recorded server is not in the transcripts.
  if (name === 'preview_method_override_none') await engine.finished(submitFiller(engine));
}

function submitFiller(engine: RehearsedComfy): string {
  const image = { class_type: 'EmptyImage', inputs: { width: 8, height: 8, batch_size: 1, color: 0 } };
  const prompt = { 1: image, 2: { class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: 'filler' } } };
  const prompt_id = crypto.randomUUID();
  engine.prompt({ prompt, prompt_id });
  return prompt_id;
}

interface Replayed {
  readonly client: ListeningClient;
  readonly answer: unknown;
}

async function replay(url: string, recorded: RecordedRun): Promise<Replayed> {
  const { request, messages = [], response } = recorded;
  const wantsMetadata = messages.some(({ type }) => type === 'feature_flags');
  const client = await listenTo(url, request?.client_id ?? '', wantsMetadata);
  const body = { ...request, prompt_id: response?.prompt_id };
  const reply = await fetch(`${url}/prompt`, { method: 'POST', body: JSON.stringify(body) });
  expect(reply.status).toBe(recorded.status);
  if (recorded.name === 'interrupted') {
    await client.hear(({ type }) => type === 'progress');
    await fetch(`${url}/interrupt`, { method: 'POST', body: JSON.stringify({ prompt_id: response?.prompt_id }) });
  }
  const last = messages.at(-1);
  await client.hear(({ type, data }) =>
    last?.type === 'executing'
      ? type === 'executing' && data['node'] === null
      : client.frames.length >= messages.length,
  );
  return { client, answer: await reply.json() };
}

function asFrame({ type = '', data = {}, _binary, event_type: event }: RecordedFrame): Frame {
  return _binary ? { type: `binary ${event ?? 0}`, data: {} } : { type, data };
}

/** Frames in words: their order, their keys, and every value that is no time, weight or chance. */
function tell(frames: readonly Frame[], { name }: RecordedRun): readonly string[] {
  const told = frames.map(({ type, data }) => {
    if (type === 'progress_state') return `progress_state ${statesOf(data['nodes'])}`;
    if (type === 'progress') return `progress ${String(data['node'])} ${Object.keys(data).sort().join()}`;
    if (type === 'execution_error') return `${type} ${errorOf(data)}`;
    const { timestamp: _timestamp, ...rest } = data;
    return `${type} ${JSON.stringify(normalised(rest))}`;
  });
  // How far a sleeping node had come when it was interrupted is chance.
  return name === 'interrupted' ? told.filter((line, index) => line !== told[index - 2]) : told;
}

function statesOf(nodes: unknown): string {
  const entries = Object.entries(nodes as Record<string, Record<string, unknown>>);
  return entries
    .map(([id, node]) => `${id} ${String(node['state'])} ${Object.keys(node).sort().join()}`)
    .sort()
    .join('; ');
}

function errorOf(data: Readonly<Record<string, unknown>>): string {
  const { node_id, node_type, executed, exception_message, exception_type, current_inputs, current_outputs } = data;
  return JSON.stringify([
    Object.keys(data).sort(),
    [node_id, node_type, executed, exception_message, exception_type],
    Object.keys(current_inputs as object)
      .filter((name) => name !== 'resize_type')
      .sort(),
    (current_outputs as string[]).toSorted(),
  ]);
}

function normalised(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/ComfyUI_temp_[a-z]{5}/g, 'ComfyUI_temp_?'), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

async function getJson(url: string): Promise<Record<string, never>> {
  return (await (await fetch(url)).json()) as Record<string, never>;
}

function shapeOfHistory(history: RecordedRun['history'], id: string): unknown {
  const entry = history?.[id];
  if (!entry) return {};
  const { prompt, outputs, status, meta } = entry;
  return normalised({
    prompt: [
      prompt[0],
      prompt[1],
      prompt[2],
      Object.keys(prompt[3] as object).sort(),
      [...(prompt[4] as string[])].sort(),
    ],
    outputs,
    status: { ...status, messages: status.messages.map(([type, data]) => [type, Object.keys(data).sort()]) },
    meta,
  });
}

const TIMES = ['create_time', 'execution_start_time', 'execution_end_time'];

function shapeOfJob(job: RecordedRun['job']): unknown {
  const { execution_status: _status, execution_error: error, workflow, ...timed } = job ?? {};
  const rest = Object.entries(timed).map(([key, value]) => [key, TIMES.includes(key) ? typeof value : value]);
  return normalised({
    ...Object.fromEntries(rest),
    error: error !== undefined,
    workflow: workflow === undefined ? [] : Object.keys(workflow as object).sort(),
  });
}

async function compareView(url: string, run: RecordedRun, view: RecordedView, engine: RehearsedComfy): Promise<void> {
  const shown = view.filename.startsWith('ComfyUI_temp') ? engine.files.list('temp', '')[0] : view.filename;
  const { subfolder, type } = view as unknown as Record<string, string>;
  const reply = await fetch(
    `${url}/view?${String(new URLSearchParams({ filename: shown ?? '', subfolder: subfolder ?? '', type: type ?? '' }))}`,
  );
  expect(reply.status).toBe(view.status);
  if (!view.decoded) return;
  expect(reply.headers.get('content-type')).toBe(view.headers['Content-Type']);
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const { width, height, rgba } = decodePng(bytes);
  expect([width, height]).toEqual(view.decoded.size);
  expect(bytes[25] === 6 ? 'RGBA' : 'RGB').toBe(view.decoded.mode);
  expect(textKeys(bytes)).toEqual(view.png_text_keys);
  if (JSON.stringify(run.request).includes('KSampler')) return;
  const channels = view.decoded.mode.length;
  expect(Array.from(rgba.slice(0, channels))).toEqual(view.decoded.pixel_0_0);
  expect(Array.from(rgba.slice(-4).slice(0, channels))).toEqual(view.decoded.pixel_last);
}

function textKeys(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/tEXt([^\0]+)\0/g)].map((match) => match[1] ?? '');
}
