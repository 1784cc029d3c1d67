import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FLUX, SMALL, ScenarioRig, assetIdsOf, dict, plainPng, text } from '../../testing/scenario-rig.ts';
import { readPictureInfo } from '../../raster/picture-info.ts';
import { decodePng } from '../../raster/png.ts';
import { SCENARIO_FAULTS } from './faults.ts';

describe('a submission', () => {
  test.each([
    ['submit-500', 500, 0],
    ['submit-500-after-accept', 500, 1],
    ['submit-429=3', 429, 0],
    ['submit-cooldown=4', 429, 0],
    ['out-of-credits', 402, 0],
    ['out-of-credits-403', 403, 0],
    ['plan-403', 403, 0],
  ])('under %s is answered with %d, and %d jobs exist', async (faults, status, accepted) => {
    await using rig = await ScenarioRig.start();
    const response = await rig.fetch('POST', FLUX, { body: SMALL, faults });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(
      { 500: /^<html>/, 402: /Not enough/, 403: /Not enough|cu-pro/, 429: /"actionLimit":3|"remainingSeconds":4/ }[
        status
      ] ?? /^$/,
    );
    expect(rig.server.admin.counters()).toMatchObject({
      total: {
        submitsSeen: 1,
        submitsAccepted: accepted,
        cu: 10.75 * accepted,
        faults: { [faults.replace(/=.*/, '')]: 1 },
      },
      jobs: accepted === 0 ? [] : [{ prompt: SMALL.prompt, operation: 'txt2img' }],
    });
  });

  test.each([
    ['reset-before-accept', 0],
    ['reset-after-accept', 1],
  ])('under %s loses its connection, and %d jobs exist', async (faults, accepted) => {
    await using rig = await ScenarioRig.start();
    await expect(rig.call('POST', FLUX, { body: SMALL, faults })).rejects.toThrow('fetch failed');
    expect(dict((await rig.call('GET', 'jobs')).json)['jobs']).toHaveLength(accepted);
    expect(rig.server.admin.counters().total.submitsAccepted).toBe(accepted);
  });

  test.each([
    ['hang', 0],
    ['hang-after-accept', 1],
  ])('under %s is never answered, and %d jobs exist', async (faults, accepted) => {
    await using rig = await ScenarioRig.start();
    const answer = rig.call('POST', FLUX, { body: SMALL, faults }).catch(() => 'cut at last');
    await expect.poll(() => rig.server.admin.counters().total.submitsSeen).toBe(1);
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 30, 'silence'))])).toBe('silence');
    expect(rig.server.admin.counters().total.submitsAccepted).toBe(accepted);
  });

  test('is not struck when it only asks for a quote', async () => {
    await using rig = await ScenarioRig.start();
    expect((await rig.call('POST', `${FLUX}?dryRun=true`, { body: SMALL, faults: 'submit-500' })).status).toBe(269);
  });
});

describe('a job', () => {
  test.each([
    ['failed', 'failure', /failed to produce/],
    ['failed-moderation', 'failure', /moderation/],
    ['failed,status-aliases', 'failed', /failed to produce/],
    ['canceled', 'canceled', undefined],
    ['canceled,status-aliases', 'cancelled', undefined],
  ])('under %s ends as %s and is paid back', async (faults, status, error) => {
    await using rig = await ScenarioRig.start();
    const job = await rig.end(await rig.submit(FLUX, SMALL, faults));
    expect(job).toMatchObject({
      status,
      billing: { cuCost: 0 },
      metadata: { assetIds: [], ...(error ? { error: expect.stringMatching(error) } : {}) },
    });
    expect(rig.server.admin.counters().total).toMatchObject({
      jobsRun: 1,
      jobsFailed: error ? 1 : 0,
      cu: 0,
      cuReimbursed: 10.75,
      usd: 0,
    });
  });

  test('can call its success by another word', async () => {
    await using rig = await ScenarioRig.start();
    expect(await rig.end(await rig.submit(FLUX, SMALL, 'status-aliases'))).toMatchObject({
      status: 'succeeded',
      billing: { cuCost: 10.75 },
    });
  });

  test.each([
    ['slow=60000', 'warming-up'],
    ['never-ending', 'in-progress'],
    ['stuck-progress=60000', 'in-progress'],
  ])('under %s stays %s', async (faults, status) => {
    await using rig = await ScenarioRig.start();
    const id = await rig.submit(FLUX, SMALL, faults);
    await expect.poll(() => rig.job(id), { interval: 10 }).toMatchObject({ status });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await rig.job(id)).toMatchObject({ status, progress: status === 'warming-up' ? 0 : 0.1 });
  });

  test('goes on after slow and stuck-progress', async () => {
    await using rig = await ScenarioRig.start();
    expect(await rig.end(await rig.submit(FLUX, SMALL, 'slow=20,stuck-progress=20'))).toMatchObject({
      status: 'success',
    });
  });

  test('can lack an asset', async () => {
    await using rig = await ScenarioRig.start();
    expect(
      assetIdsOf(await rig.end(await rig.submit(FLUX, { ...SMALL, numOutputs: 2 }, 'missing-asset'))),
    ).toHaveLength(1);
  });

  test.each([
    ['webp-output', { mimeType: 'image/webp', width: 128, height: 128 }],
    ['wrong-size', { mimeType: 'image/png', width: 64, height: 64 }],
  ])('under %s gives another picture than was asked for', async (faults, info) => {
    await using rig = await ScenarioRig.start();
    const [id = ''] = await rig.make(FLUX, SMALL, faults);
    expect(readPictureInfo(await rig.bytes(id))).toEqual(info);
  });
});

describe('a question', () => {
  test.each([
    ['read-500', 502, /^<html>/],
    ['read-429=2', 429, /"remainingSeconds":2/],
  ])('under %s is answered with %d', async (faults, status, body) => {
    await using rig = await ScenarioRig.start();
    const response = await rig.fetch('GET', 'jobs', { faults });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(body);
    await expect(rig.call('GET', 'jobs', { faults: 'read-reset' })).rejects.toThrow('fetch failed');
    expect((await rig.call('GET', 'jobs')).status).toBe(200);
  });
});

describe('a download', () => {
  test.each([
    ['truncated-download', 200, (bytes: Uint8Array) => expect(() => decodePng(bytes)).toThrow()],
    ['not-a-png', 200, (bytes: Uint8Array) => expect(new TextDecoder().decode(bytes)).toMatch(/^<html>/)],
    ['download-500', 503, (bytes: Uint8Array) => expect(new TextDecoder().decode(bytes)).toMatch(/^<html>/)],
  ])('under %s is spoiled once, and good when it is fetched again', async (fault, status, check) => {
    await using rig = await ScenarioRig.start();
    const [id = ''] = await rig.make(FLUX, SMALL);
    rig.server.admin.setFaults([{ fault, next: 1, endpoint: 'txt2img' }]);
    const { json } = await rig.call('GET', `assets/${id}?originalAssets=true`);
    const url = String(dict(json['asset'])['url']);
    const spoiled = await fetch(url);
    expect(spoiled.status).toBe(status);
    check(await spoiled.bytes());
    expect(decodePng(await (await fetch(url)).bytes()).width).toBe(128);
    expect(rig.server.admin.counters().total.faults).toEqual({ [fault]: 1 });
  });
});

describe('the admin', () => {
  const admin = async (rig: ScenarioRig, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${rig.server.origin}/admin/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };

  test('sets faults for a share or the next few, for one operation or all', async () => {
    await using rig = await ScenarioRig.start();
    const rules = { faults: [{ fault: 'failed', next: 1, endpoint: 'txt2img' }] };
    expect(await admin(rig, 'POST', 'faults', rules)).toEqual({ status: 200, json: rules });
    const { json } = await rig.call('POST', 'assets', { body: { image: plainPng(32, 32), name: 'guide' } });
    const cut = { image: text(dict(json['asset'])['id']) };
    const statusOf = async (path: string, body: unknown) => (await rig.end(await rig.submit(path, body)))['status'];
    expect(await statusOf('generate/custom/model_birefnet-background-removal', cut)).toBe('success');
    expect(await statusOf(FLUX, SMALL)).toBe('failure');
    expect(await statusOf(FLUX, SMALL)).toBe('success');
    expect((await admin(rig, 'POST', 'faults', { faults: [{ fault: 'fail' }] })).status).toBe(400);
  });

  test('says over HTTP what it says in the process, and forgets all on reset', async () => {
    await using rig = await ScenarioRig.start();
    const id = await rig.submit(FLUX, SMALL);
    await rig.end(id);
    expect((await admin(rig, 'GET', 'counters')).json).toEqual(rig.server.admin.counters());
    const reset = await admin(rig, 'POST', 'reset');
    expect(reset.json).toMatchObject({ total: { submitsSeen: 0, cu: 0, polls: 0 }, jobs: [] });
    expect((await rig.call('GET', `jobs/${id}`)).status).toBe(404);
    expect((await admin(rig, 'GET', 'faults')).status).toBe(404);
  });
});

test('every fault says in words what it does, and the README says the same', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  for (const [name, { words }] of Object.entries(SCENARIO_FAULTS)) {
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(readme).toContain(`\`${name}\`: ${words.toLowerCase()}`);
  }
});
