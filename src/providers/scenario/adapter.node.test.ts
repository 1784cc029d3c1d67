import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodePng, encodePng } from '../../raster/png.ts';
import { createRaster } from '../../raster/raster.ts';
import { type ScenarioServer, startScenarioServer } from '../../rehearsal/scenario/server.ts';
import { type AdapterOptions, createScenarioAdapter } from './adapter.ts';

let server: ScenarioServer;
beforeAll(async () => {
  server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
});
afterAll(() => server.stop());

const adapter = (options: Partial<AdapterOptions> = {}) =>
  createScenarioAdapter({ apiKey: 'api_x', secretApiKey: 'y', baseUrl: server.baseUrl, ...options });

const PICTURE = {
  prompt: 'a green slime, isolated on a plain light grey background',
  width: 128,
  height: 128,
  seed: 7,
};

describe.each([
  ['custom models', false],
  ['typed endpoints', true],
])('the adapter with %s', (_what, legacy) => {
  test('makes the whole chain, one paid request a call', async () => {
    server.admin.reset();
    const scenario = adapter({ legacy });
    const painted = await scenario.txt2img(PICTURE);
    expect(painted).toMatchObject({ cost: { cu: 10.75, usd: 0.1075 }, warnings: [] });
    const [picture = ''] = painted.assetIds;
    await scenario.img2img({ ...PICTURE, image: picture, strength: 0.5 });
    await scenario.removeBackground(picture);
    const layers = await scenario.layeredDecompose(picture, { layerCount: 3 });
    expect(layers.assetIds).toHaveLength(3);
    const { bytes, mimeType } = await scenario.downloadImage(picture);
    expect([decodePng(bytes).width, mimeType]).toEqual([128, 'image/png']);
    const { total, operations } = server.admin.counters();
    expect(total).toMatchObject({ submitsSeen: 4, submitsAccepted: 4, leakedAuthorizations: 0, droppedScalars: 0 });
    const once = { submitsSeen: 1, submitsAccepted: 1 };
    expect(operations).toMatchObject({ txt2img: once, img2img: once, 'remove-background': once, layered: once });
  });
});

test('an answer that is lost is not asked for a second time', async () => {
  server.admin.reset();
  server.admin.setFaults([{ fault: 'reset-after-accept', next: 1 }]);
  await expect(adapter().txt2img(PICTURE)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED', refused: false });
  expect(server.admin.counters().total.submitsSeen).toBe(1);
});

test('a model with a list for references is given one', async () => {
  server.admin.reset();
  const scenario = adapter({ models: { paint: 'model_bfl-flux-2-dev' } });
  const image = await scenario.uploadImage(encodePng(createRaster(64, 64, [40, 160, 60, 255])));
  await scenario.img2img({ ...PICTURE, image });
  expect(server.admin.counters().total).toMatchObject({ droppedScalars: 0, unknownFields: 0, submitsAccepted: 1 });
});

/** What no compression makes smaller. */
function noisePng(side: number): Uint8Array {
  const noise = createRaster(side, side);
  let state = 1;
  for (let at = 0; at < noise.rgba.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    noise.rgba[at] = state >>> 24;
  }
  return encodePng(noise, { level: 1 });
}

test('a large picture goes up in parts', async () => {
  server.admin.reset();
  const bytes = noisePng(1600);
  expect(bytes.length).toBeGreaterThan(8 * 1024 * 1024);
  const scenario = adapter();
  const fetched = await scenario.downloadImage(await scenario.uploadImage(bytes));
  expect(fetched.bytes.length).toBe(bytes.length);
  expect(server.admin.counters().total).toMatchObject({ uploads: 1, leakedAuthorizations: 0 });
});

test.each([1, 9])('%i layers are refused before anything is sent', async (layerCount) => {
  server.admin.reset();
  const asked = adapter().layeredDecompose('asset_x', { layerCount });
  await expect(asked).rejects.toMatchObject({ code: 'LIMNER_CAPABILITY_MISSING', refused: true });
  expect(server.admin.counters().total.submitsSeen).toBe(0);
});
