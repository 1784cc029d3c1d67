import { expect, test } from 'vitest';
import {
  DEFAULT_PROVIDERS,
  type Manifest,
  type ProviderConfig,
  bindWorkflow,
  createMemoryStore,
  createPainter,
  createSilhouette,
  describePlan,
  generate,
  getWorkflowForAssetType,
  parsePack,
  pipelineRegistry,
  plan,
} from './index.ts';
import { decodePng } from './raster/png.ts';

const PACK = `
pack: everywhere
theme: a quiet forest
style: cartoon
seed: 3
assets:
  - { id: owl, type: entity, description: a brown owl, width: 48, height: 64 }
  - { id: wood, type: background, description: a forest at dusk, width: 160, height: 90, tile: x }
  - { id: logo, type: title_hero, title: Hoot, description: golden letters, width: 160, height: 80 }
  - { id: hills, type: parallax, description: rolling hills, width: 160, height: 90, layers: [sky, hills] }
  - id: eggs
    type: sheet
    kind: variation
    description: an egg
    layout: { type: strip, direction: horizontal, frameCount: 3, cellWidth: 24, cellHeight: 24, spacing: 1 }
    variants: [{ key: red }, { key: blue }, { key: speckled }]
`;

/** Of the PNG files, in the order of the manifest; the same wherever this runs. Changes with `PAINTER_VERSION` and `RECIPE`. */
const FINGERPRINTS = [
  'owl.png 220a9732e032',
  'wood.png 54ff2efdf7b7',
  'logo.png 5f8911e172eb',
  'hills-layer-0.png 22b91c8b3e5d',
  'hills-layer-1.png a2dba818e59c',
  'eggs.png 1ae043fe6ffa',
];

function packOf(text: string) {
  const parsed = parsePack(text, { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.pack;
}

test('makes every type of asset in memory, the same bytes on every runtime', async () => {
  const store = createMemoryStore();
  const summary = await generate(packOf(PACK), { providers: [createPainter()], store });
  expect(summary).toMatchObject({ made: 5, failed: 0, exitCode: 0 });
  const manifest = JSON.parse(new TextDecoder().decode(store.files.get('manifest.json'))) as Manifest;
  const pictures = manifest.assets.flatMap(({ files }) => files).filter(({ role }) => role !== 'metadata');
  expect(pictures.map(({ path, sha256 }) => `${path} ${sha256.slice(0, 12)}`)).toEqual(FINGERPRINTS);
});

test('plans without making', async () => {
  const report = describePlan(await plan(packOf(PACK), { providers: [createPainter()] }));
  expect(report).toMatchObject({ pack: 'everywhere', toMake: 5, cached: 0, usd: 0 });
});

test('draws a silhouette on a canvas that models like', () => {
  const { width, height } = decodePng(createSilhouette({ shape: { kind: 'circle' }, width: 64, height: 32 }));
  expect([width % 16, height % 16]).toEqual([0, 0]);
  expect(width).toBe(2 * height);
});

test('shows the pipelines as lists of stages', () => {
  expect(pipelineRegistry.painter?.entity.map(({ name }) => name)).toEqual([
    'guide',
    'paint',
    'finish',
    'check',
    'store',
  ]);
});

test('gives the ComfyUI workflow of an asset type, ready to be filled', () => {
  const workflow = getWorkflowForAssetType('background', { profile: 'sdxl' });
  const graph = bindWorkflow(workflow, { prompt: 'a cave', seed: 7, width: 1344, height: 768, prefix: 'cave' });
  expect(graph['prompt-positive']?.inputs['text']).toBe('a cave');
  expect(Object.values(graph).map(({ class_type }) => class_type)).toContain('SaveImage');
});

test('says who makes what where nobody says anything', () => {
  const config: ProviderConfig = DEFAULT_PROVIDERS;
  expect(config).toEqual({
    entity: 'comfyui-premade',
    background: 'comfyui-premade',
    title_hero: 'comfyui-premade',
    parallax: 'scenario',
    sheet: 'comfyui-premade',
  });
});
