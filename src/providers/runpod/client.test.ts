import { describe, expect, test } from 'vitest';
import { type ScriptedAnswer, startScriptedHttp } from '../../testing/scripted-http.ts';
import { type ClientOptions, createRunpodClient } from './client.ts';

const KEY = 'rp-0123456789';
const { signal } = new AbortController();

async function scene(answers: readonly ScriptedAnswer[], options: Partial<ClientOptions> = {}) {
  const server = await startScriptedHttp((_request, index) => answers[index] ?? { status: 599 });
  const slept: number[] = [];
  const client = createRunpodClient({
    name: 'x',
    endpointId: 'e1',
    apiKey: KEY,
    baseUrl: `${server.url}/v2`,
    sleep: async (ms) => void slept.push(ms),
    ...options,
  });
  return { server, client, slept, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const JOB = { id: 'job-1', status: 'IN_QUEUE' };

describe('a request', () => {
  test('carries the key, and the limits of the job', async () => {
    await using at = await scene([{ body: JOB }], { deadlines: { queueMs: 60_000, runMs: 1000 } });
    expect(await at.client.run('call', { workflow: {} }, signal)).toEqual(JOB);
    const [request] = at.server.seen;
    expect(request).toMatchObject({ method: 'POST', path: '/v2/e1/run', headers: { authorization: `Bearer ${KEY}` } });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      input: { workflow: {} },
      policy: { executionTimeout: 5000, ttl: 60_000 + 1000 + 1_800_000 },
    });
  });

  test('that is too much at the moment is sent again when the service says so', async () => {
    let busy = 0;
    const again = { status: 429, headers: { 'retry-after': '7' } };
    await using at = await scene([again, { status: 429 }, { body: JOB }], { onBusy: () => (busy += 1) });
    expect(await at.client.run('call', {}, signal)).toEqual(JOB);
    expect([at.slept, busy]).toEqual([[7000, 2000], 2]);
  });

  test('that stays too much is a refusal', async () => {
    await using at = await scene(Array.from({ length: 5 }, () => ({ status: 429 })));
    await expect(at.client.run('call', {}, signal)).rejects.toMatchObject({ refused: true, retryable: true });
    expect(at.server.seen).toHaveLength(5);
  });

  test.each<[string, ScriptedAnswer]>([
    ['a broken connection', 'cut'],
    ['an error of the service', { status: 502, body: '<html>' }],
    ['an answer that is no job', { body: {} }],
    ['a page', { body: '<html>' }],
  ])('to run a job that meets %s leaves open what became of it, and is not repeated', async (_what, answer) => {
    await using at = await scene([answer]);
    await expect(at.client.run('call', {}, signal)).rejects.toMatchObject({ refused: false });
    expect(at.server.seen).toHaveLength(1);
  });

  test('that nobody answers ends in time', async () => {
    const never = (_url: unknown, init?: RequestInit): Promise<Response> =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    await using at = await scene([], { fetch: never, timeouts: { submitMs: 20 } });
    await expect(at.client.run('call', {}, signal)).rejects.toMatchObject({
      code: 'LIMNER_CALL_FAILED',
      refused: false,
    });
  });
});

test('what the service says never shows the key', async () => {
  await using at = await scene([{ status: 400, body: { error: `bad request with ${KEY}` } }]);
  const error: unknown = await at.client.run('call', {}, signal).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('bad request with …');
});

test('the key does not travel to where a result was left', async () => {
  await using at = await scene([{ body: 'bytes' }]);
  expect(await at.client.download(`${at.server.url}/bucket/a.png`, signal)).toEqual(new TextEncoder().encode('bytes'));
  expect(at.server.seen[0]?.headers.authorization).toBeUndefined();
});

test.each([403, 404])('a bucket that answers %i is not taken for the endpoint', async (status) => {
  await using at = await scene([{ status }]);
  await expect(at.client.download(`${at.server.url}/bucket/a.png?X-Amz-Signature=s`, signal)).rejects.toMatchObject({
    code: 'LIMNER_CALL_FAILED',
    message: expect.stringMatching(/bucket of \S+ answered \d+ to/) as string,
    refused: false,
    retryable: false,
  });
});

test('a redirect is not followed with the key', async () => {
  await using at = await scene([{ status: 302, headers: { location: '/elsewhere' } }]);
  await expect(at.client.status('job-1', signal)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED' });
  expect(at.server.seen).toHaveLength(1);
});

test('a job that is not known is undefined, and cannot be retried', async () => {
  await using at = await scene([{ status: 404 }, { status: 404 }, { status: 400 }]);
  expect(await at.client.status('job-1', signal)).toBeUndefined();
  expect(await at.client.cancel('job-1', signal)).toBeUndefined();
  expect(await at.client.retry('job-1', signal)).toBe(false);
});

test.each(['http://api.runpod.ai/v2', 'ftp://127.0.0.1', 'nothing'])('%s is no address for a key', (baseUrl) => {
  const create = () => createRunpodClient({ name: 'x', endpointId: 'e1', apiKey: KEY, baseUrl });
  expect(create).toThrow(expect.objectContaining({ code: 'LIMNER_USAGE' }));
});
