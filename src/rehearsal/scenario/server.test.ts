import { describe, expect, test } from 'vitest';
import { FLUX, SMALL, ScenarioRig, assetIdsOf, basic } from '../../testing/scenario-rig.ts';
import { readPictureInfo } from '../../raster/picture-info.ts';

describe('a key', () => {
  test('is asked for even where any is let in', async () => {
    await using rig = await ScenarioRig.start();
    expect(await rig.call('GET', 'models', { key: '' })).toMatchObject({
      status: 401,
      json: { reason: 'Unauthorized' },
    });
    expect((await rig.call('GET', 'models', { key: 'Bearer abc' })).status).toBe(401);
    expect((await rig.call('GET', 'models', { key: basic('only-a-key', '') })).status).toBe(401);
    expect(await rig.call('GET', 'models?pageSize=1')).toEqual({ status: 200, json: { models: [] } });
  });

  test('opens nothing when it is not the one that was set', async () => {
    await using rig = await ScenarioRig.start({ apiKey: 'api_1', apiSecret: 's1' });
    expect((await rig.call('GET', 'models', { key: basic('api_1', 'wrong') })).status).toBe(401);
    expect((await rig.call('GET', 'models', { key: basic('api_2', 's1') })).status).toBe(401);
    expect((await rig.call('GET', 'models', { key: basic('api_1', 's1') })).status).toBe(200);
  });

  test('does not reach what is for people only', async () => {
    await using rig = await ScenarioRig.start();
    expect(await rig.call('GET', 'me')).toEqual({
      status: 403,
      json: { message: 'API Keys cannot access protected resources' },
    });
  });
});

describe('models', () => {
  test('tell their inputs one by one only', async () => {
    await using rig = await ScenarioRig.start();
    const { json } = await rig.call('GET', 'models/model_bfl-flux-1-dev');
    expect(json['model']).toMatchObject({
      type: 'custom',
      inputs: expect.arrayContaining([
        { name: 'prompt', type: 'string', label: 'Prompt', required: { always: true }, maxLength: 2048 },
      ]),
    });
    const bulk = await rig.call('POST', 'models/get-bulk', { body: { modelIds: ['model_bfl-flux-1-dev'] } });
    expect(bulk.json['models']).toEqual([expect.not.objectContaining({ inputs: expect.anything() })]);
    const list = await rig.call('GET', 'models?privacy=public&pageSize=2');
    expect(list.json).toEqual({
      models: [expect.anything(), expect.anything()],
      nextPaginationToken: expect.any(String),
    });
    expect((await rig.call('GET', 'models/model_none')).status).toBe(404);
  });

  test.each(['model_rehearsal-game-icons', 'model_rehearsal-composition'])('%s cannot be run by itself', async (id) => {
    await using rig = await ScenarioRig.start();
    expect(await rig.call('POST', `generate/custom/${id}`, { body: SMALL })).toMatchObject({
      status: 400,
      json: { reason: 'Custom models only are supported for this endpoint', trace_id: expect.any(String) },
    });
  });

  test('of another plan are refused, quotes as well', async () => {
    await using rig = await ScenarioRig.start();
    const refused = {
      name: 'ModelAccessRestrictedError',
      modelId: 'model_retrodiffusion-plus',
      requiredPlan: 'cu-pro-q3-25',
    };
    for (const query of ['', '?dryRun=true'])
      expect(
        await rig.call('POST', `generate/custom/model_retrodiffusion-plus${query}`, { body: SMALL }),
      ).toMatchObject({ status: 403, json: refused });
    await using pro = await ScenarioRig.start({ plan: 'pro' });
    expect(await pro.make('generate/custom/model_retrodiffusion-plus', { prompt: 'a coin' })).toHaveLength(1);
  });
});

describe('a quote', () => {
  test('is 269 with decimals, and no job', async () => {
    await using rig = await ScenarioRig.start();
    expect(await rig.call('POST', `${FLUX}?dryRun=true`, { body: SMALL })).toEqual({
      status: 269,
      json: {
        creativeUnitsCost: 10.75,
        creativeUnitsDiscount: 0,
        costDetails: { 'custom-generation': 9, 'quality-gate': 1.75 },
      },
    });
    expect(rig.server.admin.counters().total).toMatchObject({ dryRuns: 1, submitsSeen: 0, submitsAccepted: 0, cu: 0 });
  });

  test.each([
    [FLUX, { ...SMALL, numOutputs: 3 }, 32.25],
    ['generate/custom/model_bfl-flux-2-dev', { prompt: 'x', numOutputs: 2 }, 32],
    ['generate/custom/model_bfl-flux-2-klein-9b', { prompt: 'x' }, 1],
    ['generate/custom/model_openai-gpt-image-2', { prompt: 'x' }, 11],
    ['generate/custom/model_openai-gpt-image-2', { prompt: 'x', quality: 'high' }, 44],
    ['generate/custom/model_openai-gpt-image-2', { prompt: 'x', background: 'transparent' }, 12],
    ['generate/txt2img', { modelId: 'flux.1-dev', prompt: 'x' }, 43],
  ])('for %s with %j is %d', async (path, body, cu) => {
    await using rig = await ScenarioRig.start();
    expect((await rig.call('POST', `${path}?dryRun=true`, { body })).json['creativeUnitsCost']).toBe(cu);
  });

  test('asked for in the body is a paid job', async () => {
    await using rig = await ScenarioRig.start();
    const { status, json } = await rig.call('POST', FLUX, { body: { ...SMALL, dryRun: true } });
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { job: { jobType: 'custom' }, creativeUnitsCost: 10.75 },
    });
    expect(rig.server.admin.counters().total).toMatchObject({
      dryRunInBody: 1,
      submitsAccepted: 1,
      cu: 10.75,
      usd: 0.1075,
    });
  });
});

describe('inputs', () => {
  test.each([
    [{}, 'Input prompt is required'],
    [{ ...SMALL, width: 96 }, 'Input width must be at least 128'],
    [{ ...SMALL, width: 4096 }, 'Input width must be at most 2048'],
    [{ ...SMALL, width: 130 }, 'Input width must be a multiple of 16'],
    [{ ...SMALL, width: '128' }, 'Input width must be a number'],
    [{ prompt: 'x'.repeat(2049) }, 'Input prompt must be at most 2048 characters'],
    [{ ...SMALL, controlModality: 'edges' }, /^Input controlModality must be one of canny, /],
    [{ ...SMALL, loras: ['a'], lorasScale: [2.5] }, 'Input lorasScale must be at most 2'],
    [{ ...SMALL, modelId: ['a'] }, '"modelId" must be a string'],
    [{ ...SMALL, image: 'data:image/png;base64,AAAA' }, 'Invalid image: the file is not a supported image'],
  ])('%j are refused: %s', async (body, reason) => {
    await using rig = await ScenarioRig.start();
    const { status, json } = await rig.call('POST', FLUX, { body });
    expect({ status, json }).toEqual({
      status: 400,
      json: {
        reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
        trace_id: expect.any(String),
      },
    });
    expect(rig.server.admin.counters().total).toMatchObject({ submitsSeen: 1, submitsAccepted: 0, cu: 0 });
  });

  test('that want an array and get one value lose it without a word, and all is charged', async () => {
    await using rig = await ScenarioRig.start();
    const id = await rig.submit('generate/custom/model_bfl-flux-2-klein-9b', {
      ...SMALL,
      referenceImages: 'asset_x',
      colour: 'red',
    });
    const job = await rig.end(id);
    expect(job).toMatchObject({
      status: 'success',
      metadata: { input: expect.not.objectContaining({ referenceImages: expect.anything() }) },
    });
    expect(rig.server.admin.counters().total).toMatchObject({ droppedScalars: 1, unknownFields: 1, cu: 1 });
  });

  test('name assets that are there', async () => {
    await using rig = await ScenarioRig.start();
    expect(await rig.call('POST', FLUX, { body: { ...SMALL, image: 'asset_none' } })).toMatchObject({
      status: 404,
      json: { reason: 'Asset asset_none not found' },
    });
  });
});

describe('a job', () => {
  test('goes through its stations and ends with assets and a bill', async () => {
    await using rig = await ScenarioRig.start();
    const { json } = await rig.call('POST', FLUX, { body: { ...SMALL, numOutputs: 2 } });
    expect(json).toMatchObject({ job: { status: 'warming-up', progress: 0 }, creativeUnitsCost: 21.5 });
    const job = await rig.end((json['job'] as { jobId: string }).jobId);
    expect(job).toMatchObject({
      status: 'success',
      progress: 1,
      statusHistory: ['warming-up', 'queued', 'in-progress', 'success'].map((status) => ({
        status,
        date: expect.any(String),
      })),
      metadata: { input: { modelId: 'model_bfl-flux-1-dev', prompt: SMALL.prompt, numInferenceSteps: 28 } },
      billing: { cuCost: 21.5 },
    });
    expect(assetIdsOf(job)).toHaveLength(2);
  });

  test('cannot be cancelled', async () => {
    await using rig = await ScenarioRig.start();
    const id = await rig.submit(FLUX, SMALL);
    expect(await rig.call('POST', `jobs/${id}/action`, { body: { action: 'cancel' } })).toMatchObject({
      status: 400,
      json: { reason: 'Cannot cancel this type of job' },
    });
    expect((await rig.end(id))['status']).toBe('success');
  });

  test('is found again in the list, the newest first and page by page', async () => {
    await using rig = await ScenarioRig.start();
    const ids = [await rig.submit(FLUX, SMALL), await rig.submit(FLUX, SMALL), await rig.submit(FLUX, SMALL)];
    const first = await rig.call('GET', 'jobs?pageSize=2&types=custom,upload');
    expect(first.json['jobs']).toMatchObject([{ jobId: ids[2] }, { jobId: ids[1] }]);
    const second = await rig.call(
      'GET',
      `jobs?pageSize=2&paginationToken=${String(first.json['nextPaginationToken'])}`,
    );
    expect(second.json).toEqual({ jobs: [expect.objectContaining({ jobId: ids[0] })] });
    expect((await rig.call('GET', 'jobs?status=canceled')).json['jobs']).toEqual([]);
    expect((await rig.call('GET', 'jobs?pageSize=201')).status).toBe(400);
    expect((await rig.call('GET', 'jobs/job_none')).status).toBe(404);
  });
});

describe('the older endpoints', () => {
  test('make pictures too, with a seed that is text', async () => {
    await using rig = await ScenarioRig.start();
    const body = { modelId: 'flux.1-dev', prompt: 'a green slime', numSamples: 2, width: 64, height: 64 };
    const made = await rig.make('generate/txt2img', { ...body, seed: '7' });
    expect(await Promise.all(made.map(async (id) => readPictureInfo(await rig.bytes(id))))).toEqual(
      Array.from({ length: 2 }, () => ({ mimeType: 'image/png', width: 64, height: 64 })),
    );
    expect(await rig.call('POST', 'generate/txt2img', { body: { ...body, seed: 7 } })).toMatchObject({
      status: 400,
      json: { reason: '"seed" must be a string' },
    });
    expect(await rig.make('generate/img2img', { ...body, numSamples: 1, image: made[0] })).toHaveLength(1);
    expect(await rig.make('generate/remove-background', { image: made[0], format: 'png' })).toHaveLength(1);
    expect(rig.server.admin.counters().operations).toMatchObject({
      txt2img: { submitsSeen: 2, submitsAccepted: 1 },
      img2img: { submitsAccepted: 1 },
      'remove-background': { submitsAccepted: 1 },
    });
  });

  test('know no newer model, and there is none for layers', async () => {
    await using rig = await ScenarioRig.start();
    const body = { modelId: 'model_bfl-flux-1-dev', prompt: 'x' };
    expect((await rig.call('POST', 'generate/txt2img', { body })).status).toBe(400);
    expect((await rig.call('POST', 'generate/layered', { body })).status).toBe(404);
  });
});

describe('limits', () => {
  test('on jobs at once are refused by the name of the action, and cost nothing', async () => {
    await using rig = await ScenarioRig.start({ concurrentJobs: 1, warmUpMs: 60_000 });
    await rig.submit(FLUX, SMALL);
    expect(await rig.call('POST', FLUX, { body: SMALL })).toMatchObject({
      status: 429,
      json: { details: { actionName: 'custom-generation', actionLimit: 1 } },
    });
    expect(rig.server.admin.counters().total).toMatchObject({ submitsSeen: 2, submitsAccepted: 1, cu: 10.75 });
  });

  test('on compute units are kept', async () => {
    await using rig = await ScenarioRig.start({ credits: 12 });
    await rig.make(FLUX, SMALL);
    expect((await rig.call('POST', FLUX, { body: SMALL })).status).toBe(402);
  });
});

test('prices and usages are told', async () => {
  await using rig = await ScenarioRig.start({ usdPerCu: 0.02 });
  await rig.make(FLUX, SMALL);
  expect((await rig.call('GET', 'oscu/prices')).json).toMatchObject({
    prices: [{ creativeUnits: 1000, price: 20 }, {}, {}],
  });
  expect((await rig.call('GET', 'usages')).json).toMatchObject({ usages: [{ creativeUnits: 10.75 }] });
  expect(rig.server.admin.counters().total.usd).toBe(0.215);
});
