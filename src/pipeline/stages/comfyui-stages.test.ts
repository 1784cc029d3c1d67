import { describe, expect, test } from 'vitest';
import { generate } from '../../generate.ts';
import { createMemoryLedger } from '../../ledger/memory.ts';
import { parsePack } from '../../pack/parse-pack.ts';
import type { Pack } from '../../pack/pack.ts';
import { createPainter } from '../../providers/painter/index.ts';
import type { ImageJob, ImageProvider } from '../../providers/provider.ts';
import { hasAlpha, isOpaque } from '../../raster/alpha.ts';
import { decodePng, encodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import { createMemoryBlobs, createMemoryStore } from '../../store/memory.ts';

const FOREST = `
pack: woods
style: flat
providers: { default: comfyui-custom }
assets:
  - { id: forest, type: parallax, description: a pine forest, width: 128, height: 64, layers: [sky, far hills, near pines] }
`;

describe('a provider that paints each layer alone, on a key colour:', () => {
  test('every layer is a call of its own, and all but the farthest are cut out', async () => {
    const { jobs, provider } = keyedProvider();
    const store = createMemoryStore();
    const summary = await generate(packOf(FOREST), { providers: [provider], store });
    expect(summary).toMatchObject({ status: 'done', made: 1, calls: 3 });
    expect(jobs.map(({ transparent, keyColour }) => [transparent, keyColour !== undefined])).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    expect(new Set(jobs.map(({ prompt }) => prompt)).size).toBe(3);
    const layers = await Promise.all(
      [0, 1, 2].map(async (n) => decodePng((await store.get(`forest-layer-${n}.png`)) ?? new Uint8Array())),
    );
    expect(layers.map(isOpaque)).toEqual([true, false, false]);
    for (const layer of layers.slice(1)) expect(hasAlpha(layer, 0) && hasAlpha(layer, 255)).toBe(true);
  });

  test('a layer whose words change is the only one that is asked for again', async () => {
    const { jobs, provider } = keyedProvider();
    const kept = { ledger: createMemoryLedger(), blobs: createMemoryBlobs(), providers: [provider] };
    await generate(packOf(FOREST), { ...kept, store: createMemoryStore() });
    jobs.length = 0;
    await generate(packOf(FOREST.replace('near pines', 'near ferns')), { ...kept, store: createMemoryStore() });
    expect(jobs.map(({ prompt }) => prompt.includes('ferns'))).toEqual([true]);
  });
});

test('a subject on a key colour becomes one with true transparency', async () => {
  const { provider } = keyedProvider();
  const store = createMemoryStore();
  const text = `
pack: one
style: flat
providers: { default: comfyui-custom }
assets: [{ id: slime, type: entity, description: a red slime, shape: circle, width: 48, height: 48 }]
`;
  await generate(packOf(text), { providers: [provider], store });
  const slime = decodePng((await store.get('slime.png')) ?? new Uint8Array());
  expect(hasAlpha(slime, 0) && hasAlpha(slime, 255)).toBe(true);
  for (let at = 0; at < slime.rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = slime.rgba.subarray(at, at + 4);
    if (alpha > 128) expect(green - Math.max(red, blue), 'no light of the ground is left').toBeLessThan(60);
  }
});

/** The painter as a model would be: it knows no transparency, and paints the ground that its prompt asks for. */
function keyedProvider(): { readonly provider: ImageProvider; readonly jobs: ImageJob[] } {
  const painter = createPainter();
  const jobs: ImageJob[] = [];
  const provider: ImageProvider = {
    ...painter,
    name: 'comfyui-custom',
    family: 'comfyui',
    probe: async (context) => ({ ...(await painter.probe(context)), alpha: 'key-colour', layers: 'each' }),
    async submit(job, context) {
      jobs.push(job);
      return painter.submit(beforeSky(job), context);
    },
    async poll(ticket, context) {
      const state = await painter.poll(ticket, context);
      if (state.phase !== 'done') return state;
      const { keyColour = '#ffffff' } = ticket.data as ImageJob;
      const images = state.images.slice(-1).map((image) => ({
        ...image,
        ...(image.layer === undefined ? {} : { layer: 0 }),
        bytes: encodePng(onGround(decodePng(image.bytes), keyColour)),
      }));
      return { ...state, images };
    },
  };
  return { provider, jobs };
}

/** The painter takes the first layer for the farthest, which is opaque. */
function beforeSky(job: ImageJob): ImageJob {
  const { composition } = job;
  if (composition.kind !== 'layers' || !job.transparent) return job;
  const sky = { name: 'sky', words: 'sky', depth: 0 };
  return { ...job, composition: { ...composition, layers: [sky, ...composition.layers] } };
}

function onGround(raster: Raster, hex: string): Raster {
  const ground = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const rgba = raster.rgba.slice();
  for (let at = 0; at < rgba.length; at += 4) {
    const cover = (rgba[at + 3] ?? 0) / 255;
    for (let c = 0; c < 3; c += 1)
      rgba[at + c] = Math.round((rgba[at + c] ?? 0) * cover + (ground[c] ?? 0) * (1 - cover));
    rgba[at + 3] = 255;
  }
  return { ...raster, rgba };
}

function packOf(text: string): Pack {
  const parsed = parsePack(text, { file: 'pack.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}
