import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSilhouette } from '../guide/create-silhouette.ts';
import { createMemoryProbeCache } from '../providers/probe-cache.ts';
import { addPngText } from '../raster/png/add-text.ts';
import { decodePng, encodePng } from '../raster/png.ts';
import { type Rehearsal, startRehearsal } from '../rehearsal/rehearse.ts';
import { bindSample } from '../workflow/sample-values.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import { ComfyUIClient } from './comfyui-client.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal({ apiKey: 'a-secret-key' });
});
afterAll(() => rehearsal.stop());
beforeEach(() => rehearsal.admin.setFaults([]));

const CACHE = createMemoryProbeCache();
const SILHOUETTE = createSilhouette({ shape: 'circle', width: 64, height: 64 });
const SLIME = { workflowId: 'entity', prompt: 'a cute green slime', inputImage: SILHOUETTE, seed: 7 } as const;

const at = (endpoint: string): string => `${rehearsal.runpod.baseUrl}/${endpoint}`;
const clientFor = (endpoint: string): ComfyUIClient =>
  new ComfyUIClient({ endpoint, apiKey: 'a-secret-key', cache: CACHE });
const submits = (): number => rehearsal.admin.counters().total.submitsSeen;

/** A client that already knows its endpoint: what it sends from now on are pictures. */
async function readyClient(): Promise<ComfyUIClient> {
  const client = clientFor(at('custom'));
  await client.unifiedGenerate({ workflowId: 'background', prompt: 'a cave', width: 256, height: 256 });
  return client;
}

describe('one picture in one call', () => {
  test.each([
    ['an endpoint that removes backgrounds', () => at('custom'), 'native'],
    ['an endpoint that does not', () => at('premade'), 'none'],
    ['a ComfyUI server', () => rehearsal.comfyuiUrl, 'native'],
  ])('comes cut out and of the asked size from %s', async (_, endpoint, removal) => {
    const client = clientFor(endpoint());
    const made = await client.unifiedGenerate({ ...SLIME, width: 256, height: 320 });
    expect(made).toMatchObject({ seed: 7, workflow: 'entity', removal });
    const { buffer, extension } = await client.downloadImage(made.assetId);
    const { width, height, rgba } = decodePng(buffer);
    expect([extension, width, height]).toEqual(['png', 256, 320]);
    expect([rgba[3], rgba[4 * (160 * 256 + 128) + 3]]).toEqual([0, 255]);
    expect(Buffer.isBuffer(buffer)).toBe(true);
  });

  test('may have a size that no model paints', async () => {
    const { buffer } = await clientFor(at('custom')).generateAsset({ ...SLIME, width: 100, height: 60 });
    expect(decodePng(buffer)).toMatchObject({ width: 100, height: 60 });
  });

  test('is one submission, and none to download it', async () => {
    const client = await readyClient();
    const before = submits();
    const { assetId } = await client.unifiedGenerate({ ...SLIME, width: 256, height: 256 });
    await client.downloadImage(assetId);
    expect(submits() - before).toBe(1);
  });

  test.each([
    ['a RunPod endpoint', () => at('premade')],
    ['a ComfyUI server', () => rehearsal.comfyuiUrl],
  ])('of %s is found by its id in another process', async (_, endpoint) => {
    const made = await clientFor(endpoint()).generateAsset({ ...SLIME, assetType: 'entity', width: 256, height: 256 });
    const { buffer } = await clientFor(endpoint()).downloadImage(made.assetId);
    expect(buffer).toEqual(made.buffer);
    expect(made.assetId).toMatch(/^[\w.~%-]{1,200}$/);
  });

  test.each([
    ['title_hero', true],
    ['sheet', true],
    ['parallax-layer', true],
    ['background', false],
    ['txt2img', false],
  ] as const)('is made by the workflow %s, cut out: %s', async (workflowId, isCut) => {
    const made = await clientFor(at('custom')).generateAsset({
      workflowId,
      prompt: 'golden letters on a sign',
      width: 256,
      height: 256,
    });
    expect(decodePng(made.buffer).rgba.some((value, place) => place % 4 === 3 && value < 255)).toBe(isCut);
  });

  test('loses its background without being painted anew', async () => {
    const client = clientFor(at('custom'));
    const whole = await client.generateAsset({ ...SLIME, transparent: false, width: 256, height: 256 });
    expect(decodePng(whole.buffer).rgba[3]).toBe(255);
    const cut = await client.generateAsset({ workflowId: 'remove-background', inputImage: whole.buffer });
    expect(decodePng(cut.buffer).rgba[3]).toBe(0);
  });
});

describe('a picture to start from', () => {
  const raster = decodePng(SILHOUETTE);
  test.each([
    ['a Buffer', Buffer.from(SILHOUETTE)],
    ['an ArrayBuffer', new Uint8Array(SILHOUETTE).buffer],
    ['pixels', raster],
    ['base64', Buffer.from(SILHOUETTE).toString('base64')],
    ['a data address', `data:image/png;base64,${Buffer.from(SILHOUETTE).toString('base64')}`],
  ])('may be %s', async (_, inputImage) => {
    const client = clientFor(at('custom'));
    const [a, b] = await Promise.all(
      [inputImage, SILHOUETTE].map((image) => client.generateAsset({ ...SLIME, inputImage: image, width: 256 })),
    );
    expect(a?.buffer).toEqual(b?.buffer);
  });

  test.each([['https://example.com/a.png'], ['no base64 at all!'], [new Uint8Array(0)], [{ width: 1 }]])(
    'is not %j',
    async (inputImage) => {
      const wrong = { ...SLIME, inputImage: inputImage as Uint8Array };
      const code = expect.stringMatching(/LIMNER_(USAGE|PICTURE_INVALID)/) as string;
      await expect(clientFor(at('custom')).unifiedGenerate(wrong)).rejects.toMatchObject({ code });
    },
  );
});

describe('when the service stumbles', () => {
  test('a submission of unknown fate is not sent again', async () => {
    const client = await readyClient();
    rehearsal.admin.setFaults([{ fault: 'reset-after-accept', next: 1 }]);
    const before = submits();
    await expect(client.unifiedGenerate({ ...SLIME, width: 256, height: 256 })).rejects.toMatchObject({
      code: 'LIMNER_CALL_UNKNOWN',
    });
    expect(submits() - before).toBe(1);
  });

  test('a submission that surely never arrived is sent again', async () => {
    const client = await readyClient();
    rehearsal.admin.setFaults([{ fault: 'submit-500', next: 1 }]);
    const before = rehearsal.admin.counters().total.executions;
    await client.unifiedGenerate({ ...SLIME, width: 256, height: 256 });
    expect(rehearsal.admin.counters().total.executions - before).toBe(1);
  });

  test('a busy service is asked again, and broken status calls are repeated', async () => {
    const client = await readyClient();
    rehearsal.admin.setFaults([
      { fault: 'submit-429=1', next: 1 },
      { fault: 'status-500', next: 2 },
    ]);
    const before = rehearsal.admin.counters().total.executions;
    await client.unifiedGenerate({ ...SLIME, width: 256, height: 256 });
    expect(rehearsal.admin.counters().total.executions - before).toBe(1);
  });

  test.each(['truncated-base64', 'not-a-png', 'wrong-size'])('%s is told, and never given out', async (fault) => {
    const client = await readyClient();
    rehearsal.admin.setFaults([{ fault, next: 1 }]);
    await expect(client.unifiedGenerate({ ...SLIME, width: 256, height: 256 })).rejects.toMatchObject({
      code: 'LIMNER_PICTURE_INVALID',
    });
  });

  test('what it says names no key', async () => {
    const stranger = new ComfyUIClient({ endpoint: at('custom'), apiKey: 'another-secret' });
    const error: unknown = await stranger.unifiedGenerate(SLIME).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'LIMNER_KEY_REFUSED' });
    expect(JSON.stringify(error) + String(error)).not.toContain('another-secret');
  });
});

describe('what cannot be is refused before anything is sent:', () => {
  test.each([
    [{ workflowId: 'entiti' as 'entity' }, 'LIMNER_USAGE', 'Did you mean "entity"?'],
    [{ workflowId: 'parallax-split' as const }, 'LIMNER_USAGE', 'executeWorkflow'],
    [{ width: 0 }, 'LIMNER_USAGE', 'in pixels'],
    [{ profile: 'sdxxl' }, 'LIMNER_WORKFLOW_INVALID', 'Did you mean "sdxl"?'],
    [{ removal: 'nativ' }, 'LIMNER_WORKFLOW_INVALID', 'Did you mean "native"?'],
    [{ loras: [{ name: 'pixel-art.safetensors' }] }, 'LIMNER_CAPABILITY_MISSING', 'another profile'],
    [{ profile: 'flux1-schnell', control: true }, 'LIMNER_CAPABILITY_MISSING', 'another profile'],
  ])('%j', async (wrong, code, next) => {
    const client = await readyClient();
    const before = submits();
    await expect(client.unifiedGenerate({ ...SLIME, ...wrong })).rejects.toMatchObject({
      code,
      next: expect.stringContaining(next) as string,
    });
    expect(submits()).toBe(before);
  });

  test('an id that is none, or that of another endpoint', async () => {
    await expect(clientFor(at('custom')).downloadImage('asset_1')).rejects.toMatchObject({ code: 'LIMNER_USAGE' });
    const { assetId } = await clientFor(at('custom')).unifiedGenerate({ ...SLIME, width: 256, height: 256 });
    await expect(clientFor(at('premade')).downloadImage(assetId)).rejects.toMatchObject({
      code: 'LIMNER_ENDPOINT_NOT_FOUND',
    });
  });
});

describe('a workflow of your own', () => {
  const graph = bindSample(compileWorkflow({ type: 'img2img', profile: 'sdxl', removal: 'none' }));
  const photo = addPngText(encodePng(decodePng(SILHOUETTE)), { prompt: 'a secret prompt' });

  test.each([
    ['a RunPod endpoint', () => at('custom')],
    ['a ComfyUI server', () => rehearsal.comfyuiUrl],
  ])('gives all that it saves, node by node, on %s', async (_, endpoint) => {
    const client = clientFor(endpoint());
    const twice = {
      ...graph,
      batch: { class_type: 'ImageBatch', inputs: { image1: ['source', 0], image2: ['source', 0] } },
      'more~1': { class_type: 'SaveImage', inputs: { images: ['batch', 0], filename_prefix: 'ComfyUI' } },
    };
    const { assetId, assetIds } = await client.executeWorkflow(twice, { images: { 'example.png': photo } });
    expect(assetIds).toHaveLength(3);
    expect(assetIds[0]).toBe(assetId);
    const other = clientFor(endpoint());
    for (const id of assetIds) {
      const { buffer, extension } = await other.downloadImage(id);
      expect(extension).toBe('png');
      expect(buffer).toEqual((await client.downloadImage(id)).buffer);
      expect(Buffer.from(buffer).includes('a secret prompt')).toBe(false);
    }
  });

  test.each([
    [{ nodes: [], links: [] }, {}, 'Workflow → Export (API)'],
    [{ a: { class_type: 'PreviewImage', inputs: {} } }, {}, 'SaveImage'],
    [graph, { 'exampel.png': photo }, 'Did you mean "example.png"?'],
  ])('is refused before it is sent: %#', async (wrong, images, next) => {
    await expect(clientFor(at('custom')).executeWorkflow(wrong, { images })).rejects.toMatchObject({
      code: 'LIMNER_WORKFLOW_INVALID',
      next: expect.stringContaining(next) as string,
    });
  });
});
