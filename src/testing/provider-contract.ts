import { beforeEach, describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import type { CanvasPolicy } from '../guide/canvas.ts';
import type { AssetType } from '../pack/pack.ts';
import { ASSET_TYPES } from '../pack/pack.ts';
import type {
  Capabilities,
  ImageJob,
  ImageProvider,
  JobState,
  PaintedImage,
  SubmitContext,
  Ticket,
} from '../providers/provider.ts';
import { sha256 } from '../hash.ts';
import { decodePng } from '../raster/png.ts';
import { sampleJob } from './sample-jobs.ts';

export interface ProviderContractOptions {
  /** A fresh provider, ready to take jobs. */
  create(): ImageProvider | Promise<ImageProvider>;
  /** Blobs that its jobs may read, by sha256; none when absent. */
  readonly blobs?: ReadonlyMap<string, Uint8Array>;
  /** Wait between polls; the provider's own wish when absent. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** What every provider must do. It makes one small picture of each asset type that the provider can make. */
export function providerContract(name: string, options: ProviderContractOptions): void {
  describe(`${name} as a provider`, () => {
    let provider: ImageProvider;
    let capabilities: Capabilities;
    beforeEach(async () => {
      provider = await options.create();
      capabilities = await provider.probe(contextOf(options));
    });

    test('tells what it can as plain data', () => {
      expect(JSON.parse(JSON.stringify(capabilities))).toEqual(capabilities);
      expect(capabilities.concurrency).toBeGreaterThanOrEqual(1);
      expect(capabilities.version).not.toBe('');
      expect(capabilities.canvas.minSide).toBeLessThanOrEqual(capabilities.canvas.maxSide);
      for (const reason of Object.values(capabilities.cannot)) expect(reason).not.toBe('');
    });

    for (const type of ASSET_TYPES)
      test(`makes a ${type}, or says why it cannot`, async ({ skip }) => {
        const reason = capabilities.cannot[type];
        if (reason !== undefined) return skip(reason);
        for (const job of jobsFor(type, capabilities)) await expectPictures(provider, job, options);
      });

    test('quotes a finite, never negative price and time', () => {
      const { usd, seconds, calls } = provider.quote(anyJob(capabilities));
      for (const value of [usd, seconds, calls]) expect(Number.isFinite(value) && value >= 0).toBe(true);
      expect(Number.isInteger(calls)).toBe(true);
    });

    test('gives the same bytes however often and from wherever it is polled', async () => {
      const ticket = await provider.submit(anyJob(capabilities), contextOf(options));
      const copy = JSON.parse(JSON.stringify(ticket)) as Ticket;
      expect(copy).toEqual(ticket);
      const first = await pollUntilDone(provider, ticket, options);
      const second = await pollUntilDone(await options.create(), copy, options);
      expect(second.map(({ bytes }) => bytes)).toEqual(first.map(({ bytes }) => bytes));
    });

    test('stops when it is told to', async () => {
      const aborted = { ...contextOf(options), signal: AbortSignal.abort(new Error('told to stop')) };
      const job = anyJob(capabilities);
      await expect(provider.submit(job, aborted)).rejects.toThrow();
      const ticket = await provider.submit(job, contextOf(options));
      await expect(provider.poll(ticket, aborted)).rejects.toThrow();
    });

    test('refuses a ticket that is not its own', async () => {
      const poll = provider.poll({ remoteId: 'nobody-ever-issued-this' }, contextOf(options));
      await expect(poll).rejects.toBeInstanceOf(LimnerError);
    });

    test('never claims that a job it took did not arrive', async () => {
      const job = anyJob(capabilities);
      const context = contextOf(options);
      await provider.submit(job, context);
      const { outcome } = await provider.reconcile(job, context);
      expect(outcome).not.toBe('never-arrived');
    });

    test('says what a cancellation did', async () => {
      const ticket = await provider.submit(anyJob(capabilities), contextOf(options));
      const outcome = await provider.cancel(ticket, contextOf(options));
      expect(['cancelled', 'already-finished', 'cannot-cancel']).toContain(outcome);
    });
  });
}

async function expectPictures(provider: ImageProvider, job: ImageJob, options: ProviderContractOptions): Promise<void> {
  const images = await (STAGED.has(provider.family) ? makeInStages : makeAtOnce)(provider, job, options);
  for (const image of images) {
    const { width, height } = decodePng(image.bytes);
    expect(image.mimeType).toBe('image/png');
    expect({ width, height }).toEqual({ width: job.canvas.width, height: job.canvas.height });
  }
  const { composition } = job;
  if (composition.kind === 'layers') {
    expect(images.map(({ role }) => role)).toEqual(composition.layers.map(() => 'layer'));
    expect(images.map(({ layer }) => layer)).toEqual(composition.layers.map((_, index) => index));
  } else expect(images.map(({ role }) => role)).toEqual(['image']);
}

async function makeAtOnce(
  provider: ImageProvider,
  job: ImageJob,
  options: ProviderContractOptions,
): Promise<readonly PaintedImage[]> {
  return pollUntilDone(provider, await provider.submit(job, contextOf(options)), options);
}

/** Families that paint first, and take backgrounds away or part a scene into layers with calls of their own. */
const STAGED: ReadonlySet<ImageProvider['family']> = new Set(['scenario']);

async function makeInStages(
  provider: ImageProvider,
  job: ImageJob,
  options: ProviderContractOptions,
): Promise<readonly PaintedImage[]> {
  const { composition, ...rest } = job;
  const isParted = composition.kind === 'layers';
  const scene: ImageJob = { ...rest, transparent: false, composition: { kind: 'scene', tile: 'none' } };
  const [painted, ...others] = await makeAtOnce(provider, isParted ? scene : job, options);
  if (!painted || others.length > 0 || painted.role !== 'image') throw new Error('A painting is one picture.');
  if (!isParted && !job.transparent) return [painted];
  const source = sha256(painted.bytes);
  const operation = { kind: isParted ? 'decompose' : 'remove-background', source } as const;
  const blobs = new Map([...(options.blobs ?? []), [source, painted.bytes]]);
  const named = await pollUntilDone(
    provider,
    await provider.submit(
      { ...job, operation },
      { ...contextOf(options), ...(painted.remote === undefined ? {} : { remoteSource: painted.remote }) },
    ),
    options,
  );
  // Without its name at the service the picture is brought there again.
  const brought = await makeAtOnce(provider, { ...job, operation }, { ...options, blobs });
  expect(brought.map(sizeOf)).toEqual(named.map(sizeOf));
  return named;
}

function sizeOf({ bytes }: PaintedImage): { readonly width: number; readonly height: number } {
  const { width, height } = decodePng(bytes);
  return { width, height };
}

async function pollUntilDone(
  provider: ImageProvider,
  ticket: Ticket,
  options: ProviderContractOptions,
): Promise<readonly PaintedImage[]> {
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  for (;;) {
    const state: JobState = await provider.poll(ticket, contextOf(options));
    if (state.phase === 'done') return state.images;
    if (state.phase === 'failed') throw state.error;
    await sleep(state.pollAfterMs);
  }
}

/** Of a new call each time, as a pipeline would make it. */
function contextOf({ blobs }: ProviderContractOptions): SubmitContext {
  return {
    signal: new AbortController().signal,
    callId: `contract-call-${crypto.randomUUID()}`,
    claimedAt: 0,
    async readBlob(hash) {
      const bytes = blobs?.get(hash);
      if (!bytes) throw new LimnerError('LIMNER_STORE_FAILED', `There is no blob ${hash}.`);
      return bytes;
    },
  };
}

function anyJob(capabilities: Capabilities): ImageJob {
  const type: AssetType = ASSET_TYPES.find((each) => capabilities.cannot[each] === undefined) ?? 'entity';
  return sampleJob(type, canvasOf(type, capabilities));
}

/** One job, or one for each layer where they have to be asked for alone. */
function jobsFor(type: AssetType, capabilities: Capabilities): readonly ImageJob[] {
  const job = sampleJob(type, canvasOf(type, capabilities));
  const { composition } = job;
  const layers = capabilities.makings?.[type]?.layers ?? capabilities.layers;
  if (composition.kind !== 'layers' || layers !== 'each') return [job];
  return composition.layers.map((layer, index) => ({
    ...job,
    transparent: index > 0,
    composition: { ...composition, layers: [layer] },
  }));
}

function canvasOf(type: AssetType, { canvas, makings }: Capabilities): CanvasPolicy {
  return makings?.[type]?.canvas ?? canvas;
}
