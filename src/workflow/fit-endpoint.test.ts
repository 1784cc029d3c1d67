import { describe, expect, test } from 'vitest';
import { ASSET_TYPES } from '../pack/pack.ts';
import { compileWorkflow } from './compile.ts';
import { type EndpointFacts, factsFromCatalogue } from './endpoint-facts.ts';
import { fitEndpoint } from './fit-endpoint.ts';

const NATIVE = ['LoadBackgroundRemovalModel', 'RemoveBackground'];

function endpoint(
  models: { readonly [key: string]: readonly string[] },
  present: readonly string[] = [],
): EndpointFacts {
  return {
    nodes: { present, absent: [], complete: false },
    models: Object.fromEntries(Object.entries(models).map(([key, names]) => [key, { names, count: names.length }])),
  };
}

const CHECKPOINT = { 'CheckpointLoaderSimple.ckpt_name': ['flux1-dev-fp8.safetensors'] };
const BIREFNET = { 'LoadBackgroundRemovalModel.bg_removal_name': ['birefnet.safetensors'] };

describe('fitEndpoint', () => {
  test('A: pictures and background removal', () => {
    const fit = fitEndpoint(endpoint({ ...CHECKPOINT, ...BIREFNET }, NATIVE));
    expect(fit.outcome).toBe('A');
    expect(fit.assets.entity).toEqual({
      ok: true,
      outcome: 'A',
      profile: 'flux1-dev-fp8',
      removal: 'native',
      files: { checkpoint: 'flux1-dev-fp8.safetensors', removal: 'birefnet.safetensors' },
      seamless: false,
      missing: [],
    });
  });

  test('C for the types whose workflow has a node that is known to be absent', () => {
    const facts = endpoint({ ...CHECKPOINT, ...BIREFNET }, NATIVE);
    const fit = fitEndpoint({ ...facts, nodes: { ...facts.nodes, absent: ['LoadImage'] } });
    expect(fit).toMatchObject({ outcome: 'C', assets: { background: { ok: true }, title_hero: { ok: true } } });
    expect(fit.assets.entity).toMatchObject({ ok: false, missing: [{ kind: 'node', name: 'LoadImage' }] });
    expect(fit.assets.sheet.ok).toBe(false);
  });

  test('B: pictures alone, with what would remove backgrounds', () => {
    const fit = fitEndpoint(endpoint(CHECKPOINT, NATIVE));
    expect(fit).toMatchObject({ outcome: 'B', assets: { background: { outcome: 'A', missing: [] } } });
    expect(fit.words).toContain('key colour');
    expect(fit.assets.title_hero).toMatchObject({
      ok: true,
      removal: 'none',
      missing: [{ kind: 'model', name: 'birefnet.safetensors', folder: 'background_removal' }],
    });
  });

  test('B names the pack that an endpoint without any such node lacks', () => {
    const { missing } = fitEndpoint(endpoint(CHECKPOINT)).assets.entity;
    expect(missing).toEqual([
      {
        kind: 'node',
        name: 'BiRefNetRMBG',
        pack: 'ComfyUI-RMBG',
        link: 'https://github.com/1038lab/ComfyUI-RMBG',
      },
    ]);
  });

  test('C: no models at all', () => {
    const fit = fitEndpoint(endpoint({}));
    expect(fit.outcome).toBe('C');
    for (const type of ASSET_TYPES) expect(fit.assets[type]).toMatchObject({ ok: false, outcome: 'C' });
  });

  test('C names the nearest file that is there', () => {
    const facts = endpoint({ 'CheckpointLoaderSimple.ckpt_name': ['SD_XL_base_1.0.safetensors'] });
    expect(fitEndpoint(facts, { profile: 'sdxl' }).assets.sheet.missing).toEqual([
      {
        kind: 'model',
        name: 'sd_xl_base_1.0.safetensors',
        folder: 'checkpoints',
        nearest: 'SD_XL_base_1.0.safetensors',
      },
    ]);
  });

  test('takes other names and folders of the same file, and the graph loads them by these', () => {
    const facts = endpoint({
      'UNETLoader.unet_name': ['klein\\flux-2-klein-4b-fp8.safetensors'],
      'CLIPLoader.clip_name': ['qwen_3_4b.safetensors'],
      'VAELoader.vae_name': ['flux2/flux2-vae.safetensors'],
    });
    const { profile = '', files } = fitEndpoint(facts).assets.background;
    expect(profile).toBe('flux2-klein-4b');
    const { graph } = compileWorkflow({ type: 'background', profile, removal: 'none', options: { files } });
    expect(graph['model-unet']?.inputs['unet_name']).toBe('klein\\flux-2-klein-4b-fp8.safetensors');
    expect(graph['model-vae']?.inputs['vae_name']).toBe('flux2/flux2-vae.safetensors');
  });

  test('follows a wish for one type, and refuses a name that does not exist', () => {
    const facts = endpoint({
      'CheckpointLoaderSimple.ckpt_name': ['flux1-dev-fp8.safetensors', 'sd_xl_base_1.0.safetensors'],
    });
    const fit = fitEndpoint(facts, { assets: { sheet: { profile: 'sdxl' } } });
    expect([fit.assets.sheet.profile, fit.assets.entity.profile]).toEqual(['sdxl', 'flux1-dev-fp8']);
    expect(() => fitEndpoint(facts, { profile: 'sdxxl' })).toThrow('no profile "sdxxl"');
  });

  test('believes that a node is missing once it was seen to be', () => {
    const facts = endpoint(CHECKPOINT);
    const fit = fitEndpoint(
      { ...facts, nodes: { ...facts.nodes, absent: ['FluxGuidance'] } },
      { profile: 'flux1-dev-fp8' },
    );
    expect(fit.assets.entity).toMatchObject({ ok: false, missing: [{ kind: 'node', name: 'FluxGuidance' }] });
  });
});

test('reads the choices of both generations of nodes', () => {
  const facts = factsFromCatalogue({
    Old: { input: { required: { name: [['a', 'b'], {}], size: ['INT'] } }, output: [], output_node: false },
    New: { input: { optional: { name: ['COMBO', { options: ['c'] }] } }, output: [], output_node: false },
  });
  expect(facts).toEqual({
    nodes: { present: ['Old', 'New'], absent: [], complete: true },
    models: { 'Old.name': { names: ['a', 'b'], count: 2 }, 'New.name': { names: ['c'], count: 1 } },
  });
});
