import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../src/workflow/profiles/index.ts';
import { fencedBlocks } from '../test/markdown.ts';
import { ROOT } from '../test/source-files.ts';
import { namesIn, readStages } from './dockerfile.ts';
import { baseImage, modelsFor, readLock } from './lock.ts';

const read = (name: string): string => readFileSync(join(ROOT, 'gpu-worker', name), 'utf8');
const page = read('README.md');
const lock = readLock();
const stages = readStages(read('Dockerfile'));
const rowOf = (first: string): readonly string[] =>
  (page.split('\n').find((line) => line.startsWith(`| \`${first}\``)) ?? '').split('|').map((cell) => cell.trim());

/** Bytes, as far as the lock knows them; the others are told in words in `source`. */
const NOT_LOCKED_GB: { readonly [name: string]: number } = {
  'Z-Image-Turbo-Fun-Controlnet-Union.safetensors': 3.1,
  'qwen_image_layered_bf16.safetensors': 40.9,
  'qwen_image_layered_vae.safetensors': 0.25,
};
const gigabytes = (names: readonly string[]): number =>
  modelsFor(lock, names).reduce(
    (sum, { name, size }) => sum + (size === null ? (NOT_LOCKED_GB[name] ?? NaN) : size / 1e9),
    0,
  );

describe('the README tells', () => {
  test.each(['default', 'with-non-commercial', 'layered', 'network-volume'])('the size of %s', (target) => {
    expect(rowOf(target)[3]).toBe(`${Math.round(gigabytes(namesIn(stages, target)))} GB`);
  });

  test.each(PROFILES)('what 1,000 pictures of $name cost, by the seconds of the profile', ({ name, speed }) => {
    const line = page.split('\n').find((each) => each.startsWith(`| \`${name}\``) && each.includes('| $'));
    const [, , , price = '', seconds, warm, whole] = (line ?? '').split('|').map((cell) => cell.trim());
    const usd = Number(price);
    expect(usd).toBeGreaterThan(0);
    expect(seconds).toBe(String(speed.seconds));
    expect(warm).toBe(`$${(1000 * speed.seconds * usd).toFixed(2)}`);
    expect(whole).toBe(`$${((1000 * speed.seconds + 3 * 65) * usd).toFixed(2)}`);
  });

  test('an endpoint on whose disk the image fits, and whose hosts can run it', () => {
    const block = fencedBlocks(page).find(({ language }) => language === 'json');
    expect(JSON.parse(block?.text ?? '')).toMatchObject({
      type: 'QUEUE',
      flashboot: 'FLASHBOOT',
      timeout: 600_000,
      gpu: { pools: ['ADA_24'], allowedCudaVersions: expect.arrayContaining([lock.base.cuda]) },
    });
    const { disk } = JSON.parse(block?.text ?? '') as { disk: number };
    expect(disk).toBeGreaterThanOrEqual(lock.base.diskGb + gigabytes(namesIn(stages, 'default')));
    expect(page).toContain(`${lock.base.image}:${lock.base.tag}`);
  });

  test('of every file that is not pinned', () => {
    const loose = lock.models.filter(({ sha256 }) => sha256 === null).map(({ name }) => name);
    expect(Object.keys(NOT_LOCKED_GB)).toEqual(loose);
    expect(page).toContain('three files have no sha256');
  });
});

describe('build.mjs', () => {
  const build = (...args: readonly string[]) => {
    const script = join(ROOT, 'gpu-worker/build.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--print', ...args], { encoding: 'utf8' });
    return { status, text: `${stdout}${stderr}` };
  };

  test('builds what is pinned, on the locked base', () => {
    const { status, text } = build('--tag', 'you/w:1', '--target', 'chosen', '--names', 'flux2-klein-4b native');
    expect(status).toBe(0);
    expect(text).toContain(`--build-arg BASE_IMAGE=${baseImage(lock)}`);
    expect(text).toContain("--build-arg 'NAMES=flux2-klein-4b native'");
    expect(text).not.toContain('--secret');
  });

  test('hands the token over as a secret where a file is gated', () => {
    const { text } = build('--tag', 'you/w:1', '--target', 'chosen', '--names', 'flux1-schnell');
    expect(text).toContain('--secret id=hf_token,env=HF_TOKEN');
  });

  test.each([
    [['--tag', 'you/w:1', '--target', 'layered'], 'Not pinned: '],
    [['--tag', 'you/w:latest'], 'Give --tag a name and a version'],
    [['--tag', 'you/w'], 'Give --tag a name and a version'],
    [['--tag', 'you/w:1', '--target', 'chosen'], '--names goes with --target chosen'],
    [['--tag', 'you/w:1', '--target', 'chosen', '--names', 'sdxxl'], 'lock.json has nothing for sdxxl'],
    [['--tag', 'you/w:1', '--target', 'all'], 'There is no target all'],
  ])('refuses %j', (args, why) => {
    const { status, text } = build(...args);
    expect(status).toBe(2);
    expect(text).toContain(why);
  });
});
