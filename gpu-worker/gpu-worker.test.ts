import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { WORKFLOW_TYPES, catalogueEntry, hasRole } from '../src/workflow/catalogue.ts';
import { compileWorkflow } from '../src/workflow/compile.ts';
import { listWorkflows } from '../src/workflow/list.ts';
import type { ModelFile } from '../src/workflow/profile.ts';
import { PROFILES, findProfile } from '../src/workflow/profiles/index.ts';
import { REMOVALS } from '../src/workflow/removals/index.ts';
import { recordedCatalogue } from '../test/recorded-catalogue.ts';
import { ROOT, listFiles } from '../test/source-files.ts';
import { namesIn, readStages, stepsOf } from './dockerfile.ts';
import { modelsFor, readLock } from './lock.ts';

const read = (name: string): string => readFileSync(join(ROOT, 'gpu-worker', name), 'utf8');
const lock = readLock();
const stages = readStages(read('Dockerfile'));
const catalogue = recordedCatalogue();
const TARGETS = ['default', 'with-non-commercial', 'layered', 'network-volume', 'chosen'];

/** Every workflow there is, and once more with a ControlNet where its profile has one. */
const compiled = listWorkflows().flatMap(({ type, profile, removal }) => {
  const canControl = findProfile(profile)?.control !== undefined && hasRole(catalogueEntry(type), 'Control');
  return (canControl ? [true, false] : [false]).map((control) =>
    compileWorkflow({ type, profile, removal, options: { control } }),
  );
});

/** Some nodes name a model without its ending. */
const fileName = ({ name }: ModelFile): string => (name.includes('.') ? name : `${name}.safetensors`);

describe('what the workflows need is installed:', () => {
  test('every workflow is looked at', () => {
    expect(new Set(compiled.map(({ type }) => type))).toEqual(new Set(WORKFLOW_TYPES));
    expect(compiled.some(({ models }) => models.some(({ folder }) => folder === 'controlnet'))).toBe(true);
  });

  test('every model file, in the folder its loader reads, for the profile or removal that wants it', () => {
    const wanted = compiled.flatMap(({ profile, removal, models }) =>
      models.map((file) => ({ path: `${file.folder}/${fileName(file)}`, users: [profile, removal] })),
    );
    const missing = wanted.filter(
      ({ path, users }) => !modelsFor(lock, users).some(({ folder, name }) => `${folder}/${name}` === path),
    );
    expect(missing).toEqual([]);
  });

  test('what BiRefNetRMBG loads besides the weights lies beside them', () => {
    const files = modelsFor(lock, ['birefnet-rmbg']).map(({ folder, name }) => `${folder}/${name}`);
    for (const name of ['birefnet.py', 'BiRefNet_config.py', 'config.json'])
      expect(files).toContain(`RMBG/BiRefNet/${name}`);
  });

  test('every node: the base is no older than the recorded ComfyUI, and packs bring the rest', () => {
    expect(Number(lock.base.comfyui.split('.')[1])).toBeGreaterThanOrEqual(33);
    const classes = new Set(compiled.flatMap(({ graph }) => Object.values(graph).map(({ class_type }) => class_type)));
    const homeless = [...classes].filter((name) => {
      const [place, pack] = (catalogue[name]?.python_module ?? 'nowhere').split('.');
      if (place !== 'custom_nodes') return place !== 'nodes' && place !== 'comfy_extras';
      return !lock.packs.some((each) => each.name === pack && each.nodes.includes(name));
    });
    expect(homeless).toEqual([]);
  });

  test('the image is checked for every node that a removal does not expect everywhere', () => {
    const checked = [...lock.base.nodes, ...lock.packs.flatMap(({ nodes }) => nodes)];
    for (const { pack } of REMOVALS) expect(checked).toEqual(expect.arrayContaining([...(pack?.nodes ?? [])]));
  });

  test('nothing that no workflow needs', () => {
    const known = [...PROFILES, ...REMOVALS].map(({ name }) => name);
    expect(lock.models.flatMap((model) => model.for).filter((name) => !known.includes(name))).toEqual([]);
    const wanted = new Set(compiled.flatMap(({ models }) => models.map((file) => `${file.folder}/${fileName(file)}`)));
    const stray = lock.models.filter(
      ({ folder, name }) => folder !== 'RMBG/BiRefNet' && !wanted.has(`${folder}/${name}`),
    );
    expect(stray).toEqual([]);
  });
});

describe('licences:', () => {
  test.each(PROFILES)('the files of $name are as free to host as the profile says', ({ name, licence }) => {
    const hostings = modelsFor(lock, [name]).map((model) => model.licence.hosting);
    expect(hostings.length).toBeGreaterThan(0);
    expect(hostings.includes('non-commercial')).toBe(licence.hosting === 'non-commercial');
  });

  test.each(['default', 'layered', 'network-volume'])('%s holds only what is free to host', (target) => {
    const models = modelsFor(lock, namesIn(stages, target));
    expect(models.filter(({ licence }) => licence.hosting !== 'free')).toEqual([]);
  });

  test.each([...lock.models, ...lock.packs])('the README names the licence of $name', ({ name, licence }) => {
    const row = read('README.md')
      .split('\n')
      .find((line) => line.startsWith('|') && line.includes(`\`${name}\``));
    expect(row).toContain(licence.name);
  });
});

describe('the Dockerfile', () => {
  test('has the targets, and builds default when none is named', () => {
    expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(TARGETS));
    expect(stages.at(-1)?.name).toBe('default');
  });

  test('stands on the locked base alone', () => {
    const names = stages.map(({ name }) => name);
    const [first, ...others] = stages.map(({ base }) => base);
    expect(first).toBe('${BASE_IMAGE}');
    expect(others.filter((base) => !names.includes(base))).toEqual([]);
  });

  test('holds every profile and removal in some target, and only what there is', () => {
    const held = TARGETS.filter((target) => target !== 'chosen').flatMap((target) => namesIn(stages, target));
    const cutting = REMOVALS.filter(({ cut }) => cut !== undefined);
    expect(new Set(held)).toEqual(new Set([...PROFILES, ...cutting].map(({ name }) => name)));
  });

  test('copies only files that are there and not ignored', () => {
    const sources = stages.flatMap(({ steps }) =>
      steps.flatMap(({ instruction, text }) => (instruction === 'COPY' ? text.split(' ').slice(0, -1) : [])),
    );
    expect(sources).toContain('lock.json');
    for (const source of sources) {
      expect(listFiles('gpu-worker')).toContain(`gpu-worker/${source}`);
      expect(read('.dockerignore')).toContain(`\n!${source}\n`);
    }
  });

  test.each(TARGETS)('%s ends with a check of what was installed', (target) => {
    const runs = stepsOf(stages, target).filter(({ instruction }) => instruction === 'RUN');
    const checkAt = runs.findLastIndex(({ text }) => /install\.py check/.test(text));
    const installAt = runs.findLastIndex(({ text }) => /install\.py (models|packs)/.test(text));
    expect(checkAt).toBeGreaterThan(installAt);
  });

  test.each(['RUN a \\', 'FROM x', 'run a', 'HEALTHCHECK NONE', 'FROM x AS y z'])('%j is no line of ours', (line) => {
    expect(() => readStages(line)).toThrow(SyntaxError);
  });
});

describe('a network volume', () => {
  const paths = Object.values(parse(read('extra_model_paths.yaml')) as Record<string, Record<string, string>>)[0] ?? {};

  test('is mapped for every folder that a model of the lock lies in', () => {
    const folders = new Set(lock.models.map(({ folder }) => folder).filter((folder) => !folder.startsWith('RMBG')));
    for (const folder of folders) expect(paths[folder.toLowerCase()]?.split('\n')).toContain(folder);
    expect(paths['base_path']).toBe('/runpod-volume/models');
  });

  test('is no place for the pack that rewrites files beside its model', () => {
    expect(namesIn(stages, 'network-volume')).toEqual(['birefnet-rmbg']);
  });
});

describe('pins:', () => {
  test('nothing follows a moving tag or branch', () => {
    const moving = /[:@/](latest|main|master|HEAD)\b/;
    const files = listFiles('gpu-worker').filter((path) => /Dockerfile$|lock\.json$|\.(py|yaml)$/.test(path));
    expect(files).toHaveLength(4);
    expect(files.filter((path) => moving.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  // Take a line away when `pin.mjs` has filled it; a new one wants a reason.
  test('all but these are complete', () => {
    const gaps = lock.models.flatMap(({ name, revision, sha256, size }) =>
      Object.entries({ revision, sha256, size }).flatMap(([key, value]) => (value === null ? [`${name} ${key}`] : [])),
    );
    expect(gaps).toEqual([
      'Z-Image-Turbo-Fun-Controlnet-Union.safetensors revision',
      'Z-Image-Turbo-Fun-Controlnet-Union.safetensors sha256',
      'Z-Image-Turbo-Fun-Controlnet-Union.safetensors size',
      'qwen_image_layered_bf16.safetensors sha256',
      'qwen_image_layered_bf16.safetensors size',
      'qwen_image_layered_vae.safetensors sha256',
      'qwen_image_layered_vae.safetensors size',
    ]);
  });

  test('no file is locked twice', () => {
    const paths = lock.models.map(({ folder, name }) => `${folder}/${name}`);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
