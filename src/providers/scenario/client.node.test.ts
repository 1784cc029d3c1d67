import { describe, expect, test } from 'vitest';
import { type ScriptedAnswer, type SeenRequest, startScriptedHttp } from '../../testing/scripted-http.ts';
import { createScenarioApi } from './api.ts';
import { createScenarioClient } from './client.ts';
import type { ScenarioOptions } from './options.ts';
import { createPrices } from './prices.ts';

const KEYS = { apiKey: 'api_PLANTED0123', secretApiKey: 'SECRET-PLANTED-9' };
const { signal } = new AbortController();
const sleep = async (): Promise<void> => undefined;

async function serve(
  answer: (request: SeenRequest, index: number) => ScriptedAnswer,
  options: Partial<ScenarioOptions> = {},
) {
  const http = await startScriptedHttp(answer);
  const client = createScenarioClient({ ...KEYS, baseUrl: `${http.url}/v1`, sleep, ...options });
  return { http, api: createScenarioApi('scenario', client), [Symbol.asyncDispose]: () => http[Symbol.asyncDispose]() };
}

const PAID = { path: '/generate/custom/model_x', body: { prompt: 'x' }, timeoutMs: 60_000 };

describe('a paid request', () => {
  test.each([
    ['whose connection breaks', 'cut', false],
    ['that a gateway answers', { status: 502, body: '<html>bad gateway</html>' }, false],
    ['that a gateway waited for in vain', { status: 408, body: {} }, false],
    ['whose answer cannot be read', { status: 200, body: 'fine' }, false],
    ['whose body is refused', { status: 400, body: { reason: 'Input prompt is required' } }, true],
    ['that is redirected', { status: 302, headers: { location: 'https://elsewhere.example/' } }, true],
  ] as const)('%s is sent once', async (_what, answer, refused) => {
    await using scene = await serve(() => answer);
    await expect(scene.api.generate(PAID, signal)).rejects.toMatchObject({ refused });
    expect(scene.http.seen).toHaveLength(1);
  });

  test('carries the keys as Basic, to the API alone', async () => {
    await using scene = await serve(() => ({ body: { job: { id: 'job_1' }, creativeUnitsCost: '1.5' } }));
    expect(await scene.api.generate(PAID, signal)).toMatchObject({ job: { id: 'job_1' }, cu: 1.5 });
    await scene.api.download(`${scene.http.url}/file`, signal);
    const [post, get] = scene.http.seen;
    expect(post?.headers.authorization).toBe(`Basic ${btoa(`${KEYS.apiKey}:${KEYS.secretApiKey}`)}`);
    expect(get?.headers.authorization).toBeUndefined();
  });
});

test('what the service repeats of the keys is cut out, and addresses are not quoted', async () => {
  await using scene = await serve(({ headers }) => ({
    status: 400,
    body: { reason: `no: ${headers.authorization ?? ''} ${KEYS.secretApiKey} https://cdn.example/a?Signature=abc` },
  }));
  const error = await scene.api.generate(PAID, signal).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: 'scenario refused the job: no: Basic … … ….' });
});

test('questions are asked again while the failure may pass', async () => {
  const job = { job: { jobId: 'job_1', status: 'success' } };
  const answers: readonly ScriptedAnswer[] = [
    'cut',
    { status: 503 },
    { status: 429, body: { remainingSeconds: 2 } },
    { body: job },
  ];
  await using scene = await serve((_request, index) => answers[index] ?? 'cut');
  expect(await scene.api.job('job_1', signal)).toMatchObject({ status: 'success' });
  expect(scene.http.seen).toHaveLength(4);
});

describe('a dry run', () => {
  test('says so in the query, and only there', async () => {
    await using scene = await serve(() => ({
      status: 269,
      body: { creativeUnitsCost: 10.75, costDetails: { a: 9, b: 1.75 } },
    }));
    expect(await scene.api.appraise(PAID, signal)).toBe(10.75);
    expect(scene.http.seen[0]).toMatchObject({
      path: '/v1/generate/custom/model_x?dryRun=true',
      body: '{"prompt":"x"}',
    });
  });

  test('that began a job stops everything', async () => {
    await using scene = await serve(() => ({ body: { job: { jobId: 'job_1' }, creativeUnitsCost: 5 } }));
    await expect(scene.api.appraise(PAID, signal)).rejects.toMatchObject({
      retryable: false,
      message: 'scenario was asked for a price and began the job job_1: it may cost.',
    });
    expect(scene.http.seen).toHaveLength(1);
  });

  test('is made once for all that cost the same', async () => {
    await using scene = await serve(() => ({ status: 269, body: { creativeUnitsCost: 2 } }));
    const prices = createPrices(scene.api, Date.now);
    const order = { kind: 'paint', model: 'model_x', path: '/generate/custom/model_x', takesImage: false } as const;
    for (const prompt of ['a', 'b', 'c'])
      await prices.learn(order, { prompt, seed: prompt.length, width: 512 }, signal);
    await prices.learn(order, { prompt: 'a', width: 1024 }, signal);
    expect(scene.http.seen).toHaveLength(2);
    expect(prices.tell(order, { prompt: 'd', seed: 9, width: 512 })).toEqual({ cu: 2, isLearned: true });
    expect(prices.tell(order, { prompt: 'd', width: 2048 })).toMatchObject({ isLearned: false });
  });

  test('without a price that can be believed is no price', async () => {
    await using scene = await serve(() => ({ body: { creativeUnitsCost: -1 } }));
    await expect(scene.api.appraise(PAID, signal)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED' });
  });
});

describe('addresses', () => {
  test.each(['http://api.example/v1', 'ftp://x/v1', 'nonsense', 'https://user:pass@api.example/v1'])(
    '%s is refused',
    (baseUrl) => {
      expect(() => createScenarioClient({ ...KEYS, baseUrl })).toThrow(
        expect.objectContaining({ code: 'LIMNER_USAGE' }),
      );
    },
  );
});
