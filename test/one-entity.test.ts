import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodePng } from '../src/raster/png.ts';
import { type Rehearsal, startRehearsal } from '../src/rehearsal/rehearse.ts';
import { freshFolder, runNode } from './run-limner.ts';
import { ROOT } from './source-files.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal({ apiKey: 'a-key-of-ours' });
});
afterAll(() => rehearsal.stop());

test('examples/one-entity.ts makes a picture on a rehearsal', async () => {
  const cwd = freshFolder();
  const env = { RUNPOD_ENDPOINT: `${rehearsal.runpod.baseUrl}/custom`, RUNPOD_API_KEY: 'a-key-of-ours' };
  const { code, stdout, stderr } = await runNode([join(ROOT, 'examples/one-entity.ts')], { cwd, env });
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^treasure-chest\.png: \d+ bytes\n$/);
  const { width, height, rgba } = decodePng(readFileSync(join(cwd, 'treasure-chest.png')));
  expect([width, height]).toEqual([512, 512]);
  expect([rgba[3], rgba[4 * (256 * 512 + 256) + 3]]).toEqual([0, 255]);
});
