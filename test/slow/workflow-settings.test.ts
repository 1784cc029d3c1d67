import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanReport } from '../../src/plan/describe-plan.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { type Rehearsal, startRehearsal } from '../../src/rehearsal/rehearse.ts';
import { bindSample } from '../../src/workflow/sample-values.ts';
import { compileWorkflow } from '../../src/workflow/compile.ts';
import { freshFolder, runLimner } from '../run-limner.ts';

let rehearsal: Rehearsal;
const state = freshFolder();
beforeAll(async () => {
  rehearsal = await startRehearsal({});
});
afterAll(() => rehearsal.stop());

const ASSETS = `
assets:
  - { id: slime, type: entity, description: a green slime, shape: circle, width: 32, height: 32 }
  - { id: cave, type: background, description: a cave, width: 64, height: 64 }
`;
const OWN = bindSample(compileWorkflow({ type: 'txt2img', profile: 'sdxl', removal: 'none' }));
const SLOTS = {
  prompt: { node: 'prompt-positive', input: 'text' },
  seed: { node: 'paint-sampler', input: 'seed' },
  prefix: { node: 'save', input: 'filename_prefix' },
};

function packWith(workflow: string, files: { readonly [path: string]: unknown } = {}): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'limner.yaml'), `pack: settings\nworkflow:\n${workflow}\n${ASSETS}`);
  mkdirSync(join(folder, 'w'));
  for (const [path, content] of Object.entries(files))
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

function run(args: readonly string[], cwd: string, provider = 'comfyui-custom') {
  const env = { ...rehearsal.environment, IMAGE_GENERATION_PROVIDER: provider, LIMNER_STATE: state };
  return runLimner(args, { cwd, env });
}

async function planOf(folder: string, ...flags: readonly string[]): Promise<PlanReport> {
  const { stdout, stderr } = await run(['plan', '.', '--json', ...flags], folder);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as PlanReport;
}

describe('what a pack wishes for', () => {
  test('is what the plan shows and prices', async () => {
    const { assets, seconds } = await planOf(packWith('  profile: sdxl\n  removal: none'));
    expect(assets.map(({ profile, workflow }) => [profile, workflow])).toEqual([
      ['sdxl', 'entity'],
      ['sdxl', 'background'],
    ]);
    const fewer = await planOf(packWith('  profile: sdxl\n  removal: none\n  steps: 15'));
    expect(fewer.seconds).toBeCloseTo(seconds / 2);
  });

  test('is beaten by --profile, for all types or for one', async () => {
    const folder = packWith('  profile: sdxl');
    const profiles = async (...flags: readonly string[]) =>
      (await planOf(folder, ...flags)).assets.map(({ profile }) => profile);
    expect(await profiles('--profile', 'flux1-schnell')).toEqual(['flux1-schnell', 'flux1-schnell']);
    expect(await profiles('--profile', 'entity=flux1-schnell')).toEqual(['flux1-schnell', 'sdxl']);
    const { code, stderr } = await run(['plan', '.', '--profile', 'sdxxl'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "sdxl"?')]);
  });

  test('is refused before anything is sent where the endpoint lacks it', async () => {
    const folder = packWith('  loras: [{ name: pixel-art.safetensors }]');
    await run(['plan', '.'], folder);
    const before = rehearsal.admin.counters().total.submitsSeen;
    const { code, stdout } = await run(['generate', '.', '--json'], folder);
    expect(code).toBe(3);
    expect(stdout).toContain('lacks the model pixel-art.safetensors in loras; it has pixel-art-xl.safetensors');
    expect(rehearsal.admin.counters().total.submitsSeen).toBe(before);
  });

  test('is made anew when it changes, and only then', async () => {
    const folder = packWith('  profile: sdxl');
    await run(['generate', '.'], folder);
    expect(await planOf(folder)).toMatchObject({ toMake: 0, cached: 2 });
    writeFileSync(
      join(folder, 'limner.yaml'),
      `pack: settings\nworkflow: { profile: sdxl, entity: { cfg: 5 } }\n${ASSETS}`,
    );
    expect((await planOf(folder)).assets.map(({ action }) => action)).toEqual(['make', 'cached']);
  });
});

test('a run that is resumed paints as it began, whatever the pack says by then', async () => {
  const folder = packWith('  profile: sdxl');
  const flags = ['--profile', 'flux1-schnell', '--seed', '99', '--out', 'out'];
  rehearsal.admin.setFaults([{ fault: 'slow-queue=4000', next: 2 }]);
  const env = { ...rehearsal.environment, IMAGE_GENERATION_PROVIDER: 'comfyui-custom', LIMNER_STATE: state };
  let isStopped = false;
  const stopped = await runLimner(['generate', '.', '--json', ...flags], {
    cwd: folder,
    env,
    onStart: (child) =>
      child.stdout?.on('data', (text: string) => {
        if (!isStopped && text.includes('"call-start"')) isStopped = child.kill('SIGINT');
      }),
  });
  expect(stopped.code).toBe(4);
  const { code, stderr } = await run(['resume', '--out', 'out'], folder);
  expect(code, stderr).toBe(0);
  const manifest = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8')) as Manifest;
  expect(manifest.assets.map(({ profile }) => profile)).toEqual(['flux1-schnell', 'flux1-schnell']);
});

test('a picture that the endpoint could not hand back is refused before it is sent', async () => {
  const folder = packWith('  profile: sdxl');
  const big = ASSETS.replace('width: 64, height: 64', 'width: 2048, height: 2048');
  writeFileSync(join(folder, 'limner.yaml'), `pack: large\n${big}`);
  const [, cave] = (await planOf(folder)).assets;
  expect(cave).toMatchObject({ action: 'refuse', reason: expect.stringContaining('at most 3.7 megapixels') as string });
  const env = { ...rehearsal.environment, IMAGE_GENERATION_PROVIDER: 'comfyui-custom', RUNPOD_RESULTS: 'bucket' };
  const { stdout } = await runLimner(['plan', '.', '--json'], { cwd: folder, env });
  expect(JSON.parse(stdout)).toMatchObject({ toMake: 2, refused: 0 });
});

describe('a workflow of one’s own', () => {
  test.each(['comfyui-custom', 'comfyui-direct'])('makes the pictures on %s', async (provider) => {
    const folder = packWith('  background: { file: w/mine.json, slots: w/slots.json }', {
      'w/mine.json': OWN,
      'w/slots.json': SLOTS,
    });
    const { code, stderr } = await run(['generate', '.', '--out', 'out'], folder, provider);
    expect(code, stderr).toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8')) as Manifest;
    expect(manifest.assets[1]).toMatchObject({ status: 'done', profile: 'own', workflow: 'w/mine.json' });
    expect(manifest.assets[0]).toMatchObject({ status: 'done', workflow: 'entity+native' });
  });

  test.each<[string, string, { readonly [path: string]: unknown }, string]>([
    [
      'in the format of the editor',
      '{ file: w/ui.json, slots: w/slots.json }',
      { 'w/ui.json': { nodes: [], links: [] }, 'w/slots.json': SLOTS },
      'limner.yaml:3:11  workflow.file  the workflow "w/ui.json" cannot be used: This workflow was saved for the editor',
    ],
    [
      'with a slot that is nowhere',
      '{ file: w/mine.json, slots: w/slots.json }',
      { 'w/mine.json': OWN, 'w/slots.json': { ...SLOTS, prompt: { node: 'prompt-positiv', input: 'text' } } },
      'Did you mean "prompt-positive"?',
    ],
    ['that is not there', '{ file: w/mine.json, slots: w/slots.json }', { 'w/slots.json': SLOTS }, 'is not there'],
    ['that is no JSON', '{ file: w/a.json, slots: w/b.json }', { 'w/a.json': '{', 'w/b.json': SLOTS }, 'is not JSON'],
  ])('%s is refused at its line', async (_, workflow, files, message) => {
    const { code, stderr } = await run(['validate', '.'], packWith(`  ${workflow}`, files));
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
