import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { decodePng } from '../src/raster/png.ts';
import { createComfyEngine } from '../src/rehearsal/comfy/create-engine.ts';
import { CAPABILITY_PRESETS, type CapabilityPreset } from '../src/rehearsal/presets.ts';
import { startRunpodServer } from '../src/rehearsal/runpod/server.ts';
import { validateAsServer } from '../src/workflow/validate/validate-as-server.ts';
import { ROOT } from '../test/source-files.ts';

async function smoke(preset: CapabilityPreset, picture: string) {
  const catalogue = CAPABILITY_PRESETS[preset]();
  const makeEngine = () => createComfyEngine({ catalogue, validate: validateAsServer });
  const server = await startRunpodServer({ endpoints: { e1: { catalogue, makeEngine, coldStartMs: 5 } } });
  const child = spawn(process.execPath, [join(ROOT, 'gpu-worker/smoke.ts'), picture], {
    env: { RUNPOD_API_KEY: 'rp_secret', RUNPOD_ENDPOINT_ID: 'e1', RUNPOD_ENDPOINT_BASE_URL: server.baseUrl },
  });
  const [output, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  await server.stop();
  return { status: Number(status), output: `${output}${errors}` };
}

const picture = join(mkdtempSync(join(tmpdir(), 'limner-smoke-')), 'slime.png');

test('an endpoint with everything is A, and makes a cut-out entity', async () => {
  const { status, output } = await smoke('custom', picture);
  expect(output).toMatch(/^Outcome A\. /);
  expect(output).toMatch(/One entity with z-image-turbo and removal native: 512×512 px, with transparency/);
  expect(status).toBe(0);
  expect(decodePng(readFileSync(picture))).toMatchObject({ width: 512, height: 512 });
});

test('an endpoint that cannot cut out is B, makes an opaque entity, and what it lacks is named', async () => {
  const { status, output } = await smoke('flux1-dev-fp8', picture);
  expect(output).toMatch(/^Outcome B\. /);
  expect(output).toMatch(/^missing node /m);
  expect(output).toMatch(/One entity with flux1-dev-fp8 and removal none: 512×512 px, without transparency/);
  expect(status).toBe(0);
});

test('an endpoint without models is C, and nothing is painted', async () => {
  const { status, output } = await smoke('base', picture);
  expect(status).toBe(1);
  expect(output).toMatch(/^Outcome C\. /);
  expect(output).toContain('missing model ');
  expect(output).not.toContain('One entity');
});
