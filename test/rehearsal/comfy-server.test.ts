import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodePng } from '../../src/raster/png.ts';
import { createComfyEngine, type RehearsedComfy } from '../../src/rehearsal/comfy/create-engine.ts';
import { startComfyServer, type ComfyServer } from '../../src/rehearsal/comfy/server/start-server.ts';
import { listenTo } from './comfy-client.ts';
import { acceptAll, CATALOGUE, INPUT_FILES } from './comfy-fixtures.ts';

let engine: RehearsedComfy;
let server: ComfyServer;
beforeAll(async () => {
  engine = createComfyEngine({ catalogue: CATALOGUE, validate: acceptAll, files: INPUT_FILES });
  server = await startComfyServer(engine, { port: 0 });
});
afterAll(async () => server.stop());

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${server.url}${path}`, init);
const post = (path: string, body: unknown): Promise<Response> =>
  get(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

const SLEEPING = (seconds: number, prefix: string): object => ({
  1: { class_type: 'LoadImage', inputs: { image: 'ref_rgba.png' } },
  2: { class_type: 'TestSleep', inputs: { value: ['1', 0], seconds } },
  9: { class_type: 'SaveImage', inputs: { images: ['2', 0], filename_prefix: prefix } },
});

test.each(['', '/api'])('serves every route under "%s"', async (prefix) => {
  expect(await (await get(`${prefix}/prompt`)).json()).toEqual({ exec_info: { queue_remaining: 0 } });
  expect(await (await get(`${prefix}/object_info/NoSuchNode`)).json()).toEqual({});
  expect(await (await get(`${prefix}/features`)).json()).toMatchObject({ max_upload_size: 104_857_600 });
  expect(await (await get(`${prefix}/models/checkpoints`)).json()).toContain('sd_xl_base_1.0.safetensors');
  expect((await get(`${prefix}/models/none`)).status).toBe(404);
  expect((await get(`${prefix}/history/none`)).status).toBe(200);
  expect((await get(`${prefix}/jobs/none`)).status).toBe(404);
  expect((await get(`${prefix}/no-such-route`)).status).toBe(404);
  expect((await get(`${prefix}/system_stats`, { method: 'POST' })).status).toBe(405);
});

test('refuses the browsers of other sites', async () => {
  expect((await get('/queue', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  expect((await get('/queue', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
  expect((await get('/queue', { headers: { origin: server.url } })).status).toBe(200);
});

test('answers what is no JSON with its framework’s 500, and reads bare NaN as a number', async () => {
  const crashed = await post('/prompt', '{oops');
  expect([crashed.status, await crashed.text()]).toEqual([
    500,
    '500 Internal Server Error\n\nServer got itself in trouble',
  ]);
  const nan = JSON.stringify({ prompt: SLEEPING(0, 'nan') }).replace('"seconds":0', '"seconds":NaN');
  expect((await post('/prompt', nan)).status).toBe(200);
});

test('renames an upload whose name is taken by other bytes, and lists it among the inputs', async () => {
  const upload = async (bytes: string): Promise<unknown> => {
    const form = new FormData();
    form.append('image', new Blob([bytes]), 'up.png');
    return (await get('/upload/image', { method: 'POST', body: form })).json();
  };
  expect(await upload('one')).toEqual({ name: 'up.png', subfolder: '', type: 'input' });
  expect(await upload('one')).toMatchObject({ name: 'up.png' });
  expect(await upload('two')).toMatchObject({ name: 'up (1).png' });
  expect(await (await get('/object_info/LoadImage')).text()).toContain('up (1).png');
});

test('shows one channel of a picture, and nothing outside its folders', async () => {
  const alpha = await get('/view?filename=ref_rgba.png&type=input&channel=a');
  const { rgba } = decodePng(new Uint8Array(await alpha.arrayBuffer()));
  expect([...rgba.subarray(0, 4), ...rgba.subarray(-4)]).toEqual([0, 0, 0, 0, 0, 0, 0, 128]);
  expect((await get('/view?filename=../secret.png')).status).toBe(400);
  expect((await get('/view?filename=a.png&subfolder=../..')).status).toBe(403);
});

describe('the queue', () => {
  test('runs one prompt at a time, drops waiting ones and stops the running one', async () => {
    const submit = async (prefix: string): Promise<string> =>
      ((await (await post('/prompt', { prompt: SLEEPING(600, prefix) })).json()) as { readonly prompt_id: string })
        .prompt_id;
    const [first, second] = [await submit('first'), await submit('second')];
    expect(await (await get(`/api/jobs/${first}`)).json()).toMatchObject({ status: 'in_progress' });
    expect(await (await get(`/api/jobs/${second}`)).json()).toMatchObject({ status: 'pending' });
    await post('/queue', { delete: [second, first] });
    expect(await (await get('/prompt')).json()).toEqual({ exec_info: { queue_remaining: 1 } });
    expect(await (await post(`/api/jobs/${first}/cancel`, {})).json()).toEqual({ cancelled: true });
    await engine.finished(first);
    expect(await (await get(`/api/jobs/${first}`)).json()).toMatchObject({ status: 'cancelled' });
    expect(await (await post(`/api/jobs/${first}/cancel`, {})).json()).toEqual({ cancelled: false });
  });

  test('tells everyone of progress and no one of milestones when a prompt names no client', async () => {
    const client = await listenTo(server.url, 'bystander', false);
    const { body } = engine.prompt({ prompt: SLEEPING(0.1, 'nobody') });
    await engine.finished((body as { readonly prompt_id: string }).prompt_id);
    await client.hear(({ type }) => type === 'progress');
    await client.close();
    const types = new Set(client.frames.map(({ type }) => type));
    expect([...types].sort()).toEqual(['progress', 'progress_state', 'status']);
  });

  test('speaks only to the client whose prompt it is', async () => {
    const [owner, other] = [await listenTo(server.url, 'owner', false), await listenTo(server.url, 'other', false)];
    engine.prompt({ prompt: SLEEPING(0.1, 'owned'), client_id: 'owner' });
    await owner.hear(({ type, data }) => type === 'executing' && data['node'] === null);
    await Promise.all([owner.close(), other.close()]);
    expect(new Set(other.frames.map(({ type }) => type))).toEqual(new Set(['status']));
  });
});
