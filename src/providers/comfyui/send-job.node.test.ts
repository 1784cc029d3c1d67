import { describe, expect, test } from 'vitest';
import { sha256 } from '../../hash.ts';
import { encodePng } from '../../raster/png.ts';
import { createRaster } from '../../raster/raster.ts';
import { ComfyuiRig, SMALL_JOB, contextFor, followToEnd, rerouted } from '../../testing/comfyui-rig.ts';
import { sampleJob } from '../../testing/sample-jobs.ts';
import type { ImageJob } from '../provider.ts';
import { promptIdOf } from './translate.ts';

const GUIDE = encodePng(createRaster(64, 64, [9, 90, 200, 255]));
const guide = sha256(GUIDE);
const PLAIN = sampleJob('entity', { multipleOf: 16, minSide: 16, maxSide: 2048 });
const GUIDED: ImageJob = {
  ...PLAIN,
  strength: 0.6,
  guide: { kind: 'silhouette', canvas: PLAIN.canvas, shape: { kind: 'image', image: guide }, chosen: true },
};
const guided = (callId: string) => contextFor(callId, { guide, readBlob: async () => GUIDE });

const json = async (body: unknown, status = 200): Promise<Response> => Response.json(body, { status });

describe('a guide', () => {
  test('is uploaded under its content’s name and loaded by the name that comes back', async () => {
    await using rig = await ComfyuiRig.start();
    rig.engine.upload({ name: `${guide}.png`, bytes: Uint8Array.of(1) });
    const keeping = rerouted('/upload/image', (init) => {
      if (init?.body instanceof FormData) init.body.delete('overwrite');
      return fetch(`${rig.url}/upload/image`, init);
    });
    const provider = rig.provider({ fetch: keeping });
    const ticket = await provider.submit(GUIDED, guided('a'));
    expect((await followToEnd(provider, ticket)).at(-1)).toMatchObject({ phase: 'done' });
    const graph = rig.engine.queue.history.get(ticket.remoteId)?.prompt[2] ?? {};
    const loaded = Object.values(graph).find((node) => node.class_type === 'LoadImage');
    expect(loaded?.inputs['image']).toBe(`${guide} (1).png`);
  });

  test.each([
    [
      'is too large',
      rerouted('/upload/image', async () => new Response('Maximum request body size', { status: 413 })),
      'LIMNER_TOO_LARGE',
    ],
    [
      'breaks off on the way',
      rerouted('/upload/image', () => Promise.reject(new TypeError('fetch failed'))),
      'LIMNER_CALL_FAILED',
    ],
    [
      'comes to a login page',
      rerouted('/upload/image', async () => new Response('<html>')),
      'LIMNER_ENDPOINT_NOT_FOUND',
    ],
  ])('that %s has cost nothing: no prompt was sent', async (_what, fetch, code) => {
    await using rig = await ComfyuiRig.start();
    const submit = rig.provider({ fetch }).submit(GUIDED, guided('a'));
    await expect(submit).rejects.toMatchObject({ code, refused: true });
    expect(rig.ran).toEqual([]);
  });
});

describe('a refusal', () => {
  test('of a model that has left the server names the nearest one, and the server is looked at again', async () => {
    await using rig = await ComfyuiRig.start();
    let looks = 0;
    const error = {
      type: 'value_not_in_list',
      message: 'Value not in list',
      details: "unet_name: 'z_image_turbo_bf16.safetensors' not in ['z_image_turbo_fp8.safetensors']",
      extra_info: {
        input_name: 'unet_name',
        received_value: 'z_image_turbo_bf16.safetensors',
        input_config: [['z_image_turbo_fp8.safetensors'], {}],
      },
    };
    const body = {
      error: {
        type: 'prompt_outputs_failed_validation',
        message: 'Prompt outputs failed validation',
        details: '',
        extra_info: {},
      },
      node_errors: { '1': { errors: [error], dependent_outputs: ['save'], class_type: 'UNETLoader' } },
    };
    const provider = rig.provider({
      fetch: rerouted('/', (init, ask) => {
        if (init?.method === 'POST') return looks === 1 ? json(body, 400) : ask();
        looks += 1;
        return ask();
      }),
    });
    await expect(provider.submit(SMALL_JOB, contextFor('a'))).rejects.toMatchObject({
      code: 'LIMNER_MODEL_MISSING',
      refused: true,
      message: expect.stringContaining('Did you mean "z_image_turbo_fp8.safetensors"?'),
    });
    await provider.submit(SMALL_JOB, contextFor('a'));
    expect(looks).toBe(2);
  });

  test('of a node that has left the server names the pack that brings it', async () => {
    await using rig = await ComfyuiRig.start();
    const body = {
      error: {
        type: 'missing_node_type',
        message: "Node 'Remove background' not found. The custom node may not be installed.",
        details: "Node ID '#2'",
        extra_info: { node_id: '2', class_type: 'BiRefNetRMBG', node_title: 'Remove background' },
      },
      node_errors: {},
    };
    const provider = rig.provider({ fetch: rerouted('/prompt', () => json(body, 400)) });
    await expect(provider.submit(SMALL_JOB, contextFor('a'))).rejects.toMatchObject({
      code: 'LIMNER_NODE_MISSING',
      refused: true,
      next: expect.stringMatching(/Install ComfyUI-RMBG.*https:/),
    });
  });

  test('that comes as a 200 is stopped before half the graph is painted', async () => {
    await using rig = await ComfyuiRig.start({ stepMs: 60_000 });
    const partly = rerouted('/prompt', async (_init, ask) => {
      const answer: unknown = await (await ask()).json();
      const errors = [
        { type: 'required_input_missing', message: 'Required input is missing', details: 'images', extra_info: {} },
      ];
      return Response.json({
        ...Object(answer),
        node_errors: { '9': { errors, dependent_outputs: [], class_type: 'SaveImage' } },
      });
    });
    const submit = rig.provider({ fetch: partly }).submit(SMALL_JOB, contextFor('a'));
    await expect(submit).rejects.toMatchObject({ code: 'LIMNER_WORKFLOW_REFUSED', refused: true });
    await expect.poll(() => rig.engine.queue.running).toBeUndefined();
    expect(rig.engine.queue.history.get(promptIdOf('a'))?.status.status_str).toBe('error');
  });

  test('by the password’s keeper says where the password belongs', async () => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider({ fetch: async () => new Response('<html>401</html>', { status: 401 }) });
    await expect(provider.submit(SMALL_JOB, contextFor('a'))).rejects.toMatchObject({
      code: 'LIMNER_KEY_REFUSED',
      refused: true,
      next: expect.stringContaining('COMFYUI_URL'),
    });
  });
});

test('a crash of the server leaves open whether it took the job', async () => {
  await using rig = await ComfyuiRig.start();
  const crashing = rerouted('/prompt', async () => new Response('500 Internal Server Error', { status: 500 }));
  await expect(rig.provider({ fetch: crashing }).submit(SMALL_JOB, contextFor('a'))).rejects.toMatchObject({
    code: 'LIMNER_CALL_FAILED',
    refused: false,
  });
});

test('a graph that this server would refuse, or die of, is not sent', async () => {
  await using rig = await ComfyuiRig.start();
  const provider = rig.provider({
    fetch: rerouted('/object_info', async (_init, ask) => {
      const response = await ask();
      // Its SaveImage wants more than ours gives it.
      const catalogue = Object(await response.json()) as { SaveImage: { input: { required: object } } };
      const required = { ...catalogue.SaveImage.input.required, quality: ['INT', { min: 1, max: 100 }] };
      return Response.json({ ...catalogue, SaveImage: { ...catalogue.SaveImage, input: { required } } });
    }),
  });
  await expect(provider.submit(SMALL_JOB, contextFor('a'))).rejects.toMatchObject({
    code: 'LIMNER_WORKFLOW_REFUSED',
    refused: true,
    message: expect.stringContaining('quality'),
  });
  expect(rig.engine.queue.history.size).toBe(0);
});

test('a server that knows no node at all is none', async () => {
  await using rig = await ComfyuiRig.start({ catalogue: {} });
  await expect(rig.provider().probe(contextFor('a'))).rejects.toMatchObject({ code: 'LIMNER_ENDPOINT_NOT_FOUND' });
});

test('a server with a node that describes itself badly, and with NaN in its JSON, is understood', async () => {
  await using rig = await ComfyuiRig.start();
  const strange = rerouted('/object_info', async (_init, ask) => {
    const text = await (await ask()).text();
    return new Response(
      `{"Broken":{"input":null,"output":"IMAGE"},"Odd":{"input":{"required":{"x":["FLOAT",{"max":Infinity,"min":-Infinity,"default":NaN}]}},"output":[]},${text.slice(1)}`,
    );
  });
  const { cannot, concurrency } = await rig.provider({ fetch: strange }).probe(contextFor('a'));
  expect({ cannot, concurrency }).toEqual({ cannot: {}, concurrency: 2 });
});
