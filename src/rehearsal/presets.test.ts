import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NodeCatalogue } from '../workflow/node-catalogue.ts';
import { CAPABILITY_PRESETS, fromObjectInfo } from './presets.ts';

function optionsOf(catalogue: NodeCatalogue, className: string, input: string): unknown {
  const [type, options] = catalogue[className]?.input.required?.[input] ?? [];
  return type === 'COMBO' ? options?.options : type;
}

/** Everything in the combos of a catalogue that looks like a model. */
function modelFiles(catalogue: NodeCatalogue): readonly string[] {
  const found =
    JSON.stringify(Object.values(catalogue).map(({ input }) => input)).match(/"[^"\\]+\.safetensors"/g) ?? [];
  return [...new Set(found.map((quoted) => quoted.slice(1, -1)))];
}

test('base has every core loader and no model', () => {
  const base = CAPABILITY_PRESETS.base();
  expect(optionsOf(base, 'CheckpointLoaderSimple', 'ckpt_name')).toEqual([]);
  expect(optionsOf(base, 'UNETLoader', 'unet_name')).toEqual([]);
  expect(optionsOf(base, 'VAELoader', 'vae_name')).toEqual(['pixel_space']);
  expect(modelFiles(base)).toEqual([]);
});

test('base keeps the choices that are no models', () => {
  const base = CAPABILITY_PRESETS.base();
  expect(optionsOf(base, 'UNETLoader', 'weight_dtype')).toContain('fp8_e4m3fn');
  expect(optionsOf(base, 'KSampler', 'sampler_name')).toHaveLength(44);
  expect(optionsOf(base, 'LoadImage', 'image')).toEqual(['example.png']);
});

test('flux1-dev-fp8 has one checkpoint and nothing to remove backgrounds with', () => {
  const flux = CAPABILITY_PRESETS['flux1-dev-fp8']();
  expect(modelFiles(flux)).toEqual(['flux1-dev-fp8.safetensors']);
  expect(optionsOf(flux, 'CheckpointLoaderSimple', 'ckpt_name')).toEqual(['flux1-dev-fp8.safetensors']);
  const removal = ['RemoveBackground', 'LoadBackgroundRemovalModel', 'BiRefNetRMBG', 'RembgByBiRefNet'];
  expect(removal.filter((name) => name in flux)).toEqual([]);
});

test('custom has the models of every profile and each way of removing backgrounds', () => {
  const custom = CAPABILITY_PRESETS.custom();
  expect(modelFiles(custom)).toEqual(
    expect.arrayContaining(['flux1-dev.safetensors', 'z_image_turbo_bf16.safetensors', 'sd_xl_base_1.0.safetensors']),
  );
  expect(optionsOf(custom, 'LoadBackgroundRemovalModel', 'bg_removal_name')).toEqual(['birefnet.safetensors']);
  expect(custom).toHaveProperty('BiRefNetRMBG');
  expect(custom).toHaveProperty('RembgByBiRefNet');
  expect(custom).not.toHaveProperty('LayeredDiffusionApply');
});

test('what a server once answered can be rehearsed with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'limner-catalogue-'));
  const file = join(folder, 'object_info.json');
  const { SaveImage } = CAPABILITY_PRESETS.base();
  writeFileSync(file, JSON.stringify({ SaveImage }));
  expect(fromObjectInfo(file)).toEqual({ SaveImage });
});

test.each(['{"SaveImage": 5}', '[]', 'no JSON'])('%s is refused as a catalogue', (text) => {
  const file = join(mkdtempSync(join(tmpdir(), 'limner-catalogue-')), 'object_info.json');
  writeFileSync(file, text);
  expect(() => fromObjectInfo(file)).toThrow(expect.objectContaining({ code: 'LIMNER_USAGE' }));
});
