import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../hash.ts';
import { type ScenarioServer, startScenarioServer } from '../../rehearsal/scenario/server.ts';
import { sampleJob } from '../../testing/sample-jobs.ts';
import type { ImageJob, ImageProvider, JobState, SubmitContext, Ticket } from '../provider.ts';
import { createScenario } from './index.ts';

const KEYS = { apiKey: 'api_rehearsal', secretApiKey: 'rehearsal' };
const POLICY = { multipleOf: 16, minSide: 128, maxSide: 2048, targetPixels: 128 * 128 };
const { signal } = new AbortController();

let server: ScenarioServer;
beforeEach(async () => {
  server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
});
afterEach(() => server.stop());

interface Doings {
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

const provider = (doings: Doings = {}): ImageProvider =>
  createScenario({ ...KEYS, baseUrl: server.baseUrl, timeouts: { settleMs: 20 }, ...doings });

function contextFor(bytes: Uint8Array, remoteSource?: string): SubmitContext {
  const source = remoteSource === undefined ? {} : { remoteSource };
  return { callId: 'call', claimedAt: Date.now(), signal, readBlob: async () => bytes, ...source };
}

async function end(asked: ImageProvider, ticket: Ticket): Promise<Exclude<JobState, { readonly pollAfterMs: number }>> {
  for (;;) {
    const state = await asked.poll(ticket, { signal, readBlob: async () => new Uint8Array() });
    if (!('pollAfterMs' in state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A painted picture, whose asset somebody has deleted since; and the job of cutting it out. */
async function paintedAndGone() {
  const painter = provider();
  const { guide: _guide, strength: _strength, ...scene } = sampleJob('background', POLICY);
  const state = await end(painter, await painter.submit(scene, contextFor(new Uint8Array())));
  const [image] = state.phase === 'done' ? state.images : [];
  if (!image) throw new Error(JSON.stringify(state));
  await deleteAssets([image.remote ?? '']);
  const cut: ImageJob = { ...scene, operation: { kind: 'remove-background', source: sha256(image.bytes) } };
  return { cut, context: contextFor(image.bytes, image.remote) };
}

async function deleteAssets(assetIds: readonly string[]): Promise<void> {
  const headers = { authorization: `Basic ${btoa(`${KEYS.apiKey}:${KEYS.secretApiKey}`)}` };
  await fetch(`${server.baseUrl}/assets`, { method: 'DELETE', headers, body: JSON.stringify({ assetIds }) });
}

/** Everything arrives, but no answer about a job that was begun comes back. */
const losingAnswers: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const isPaid = response.url.includes('/generate/') && response.ok;
  if (isPaid) throw new TypeError('fetch failed');
  return response;
};

test('a picture that is gone there is brought once more, in one paid request', async () => {
  const { cut, context } = await paintedAndGone();
  const asked = provider();
  expect(await end(asked, await asked.submit(cut, context))).toMatchObject({ phase: 'done' });
  expect(server.admin.counters().operations['remove-background'].submitsAccepted).toBe(1);
});

test('a submission that started from it and had no answer is not said to have never arrived', async () => {
  const { cut, context } = await paintedAndGone();
  const asked = provider({ fetch: losingAnswers });
  await expect(asked.submit(cut, context)).rejects.toMatchObject({ refused: false });
  expect(server.admin.counters().operations['remove-background'].submitsAccepted).toBe(1);
  for (const anyone of [asked, provider()])
    expect(await anyone.reconcile(cut, context)).toEqual({ outcome: 'cannot-tell' });
});

test('a job whose picture is gone has failed, and was paid for', async () => {
  const { guide: _guide, strength: _strength, ...scene } = sampleJob('background', POLICY);
  const asked = provider();
  const ticket = await asked.submit(scene, contextFor(new Uint8Array()));
  const state = await end(asked, ticket);
  await deleteAssets(state.phase === 'done' ? state.images.map(({ remote = '' }) => remote) : []);
  let now = Date.now();
  const later = provider({ now: () => now });
  const look = () => later.poll(ticket, { signal, readBlob: async () => new Uint8Array() });
  // Perhaps it is not everywhere yet.
  expect(await look()).toMatchObject({ phase: 'running' });
  now += 15_000;
  expect(await look()).toMatchObject({ phase: 'failed', error: { code: 'LIMNER_RESULT_GONE' }, usd: 0.1075 });
});
