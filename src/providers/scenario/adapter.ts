import { LimnerError } from '../../errors.ts';
import { pause } from '../pause.ts';
import { type GenerateRequest, createScenarioApi } from './api.ts';
import { createCrowd } from './busy.ts';
import { buildBody } from './build-body.ts';
import { createScenarioClient } from './client.ts';
import { type FetchedAsset, fetchAsset } from './collect-assets.ts';
import { jobFailure } from './errors.ts';
import { legacyModel } from './legacy.ts';
import { createModels } from './models.ts';
import { type ScenarioOptions, readSettings } from './options.ts';
import { createPace } from './pace.ts';
import type { RemoteJob } from './remote-job.ts';
import type { RemoteModel } from './remote-model.ts';
import { sendPaid } from './submission.ts';
import { layersFault, startOf } from './translate.ts';
import { createUploads } from './uploads.ts';
import { usdOf } from './usd.ts';

/**
 * Scenario for programs that make their own chains: each method makes one paid call at the most, waits for its end, and never sends it
 * again. `generate` remembers calls across crashes; this does not: after a throw that is not `refused`, look at Scenario's own list of jobs.
 */
export interface ScenarioAdapter {
  /** Brings a picture (PNG, JPEG, WebP) to Scenario, for nothing. Gives the id of its asset. */
  uploadImage(bytes: Uint8Array, options?: { readonly name?: string; readonly mimeType?: string }): Promise<string>;
  txt2img(request: PictureRequest): Promise<ScenarioResult>;
  /** Paints from the picture of an asset. */
  img2img(request: PictureRequest & { readonly image: string; readonly strength?: number }): Promise<ScenarioResult>;
  /** The untouched original, as a PNG where Scenario can give one. */
  downloadImage(asset: string): Promise<FetchedAsset>;
  removeBackground(asset: string): Promise<ScenarioResult>;
  /** Parts a picture into 2 to 8 layers; the first is the farthest. */
  layeredDecompose(
    asset: string,
    options: { readonly layerCount: number; readonly seed?: number },
  ): Promise<ScenarioResult>;
}

export interface PictureRequest {
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
  readonly seed?: number;
  /** More inputs of the model, checked against what it takes. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

export interface ScenarioResult {
  readonly jobId: string;
  /** In the order of the outputs. */
  readonly assetIds: readonly string[];
  /** Compute units, and US dollars as far as their price is known. */
  readonly cost: { readonly cu: number; readonly usd: number };
  /** What is not as it was asked: whole sentences. */
  readonly warnings: readonly string[];
}

export interface AdapterOptions extends ScenarioOptions {
  readonly signal?: AbortSignal;
}

const MOST_AT_ONCE = 4;

/** @throws LIMNER_USAGE for options that make no sense; methods throw a `LimnerError` that is `refused` when surely no job was begun */
export function createScenarioAdapter(options: AdapterOptions): ScenarioAdapter {
  const { signal = new AbortController().signal, now = Date.now, sleep = pause } = options;
  const settings = readSettings(options);
  const { provider, models: ids, isLegacy, isNearby, timeouts, loras, usdPerCu } = settings;
  const client = createScenarioClient(options);
  const api = createScenarioApi(provider, client);
  const models = createModels(api);
  const uploads = createUploads({ provider, client, sleep });
  const crowd = createCrowd(MOST_AT_ONCE, now);
  const pace = createPace(now, { isNearby });

  async function run(path: string, schema: RemoteModel, wishes: GenerateRequest['body']): Promise<ScenarioResult> {
    const { body, warnings } = buildBody(schema, wishes);
    const sending = { provider, api, crowd, timeouts, now, sleep };
    const sent = await sendPaid({ path, body, startedAt: now() }, sending, signal);
    const { assetIds, cu: billed = 0 } = await ended(sent.job.id);
    const { cu = billed } = sent;
    return { jobId: sent.job.id, assetIds, cost: { cu, usd: usdOf(cu, usdPerCu) }, warnings };
  }

  async function ended(jobId: string): Promise<RemoteJob> {
    for (;;) {
      const job = await api.job(jobId, signal);
      if (job?.status === 'success') {
        pace.forget(jobId);
        return job;
      }
      if (job?.status === 'failure' || job?.status === 'canceled') throw jobFailure(provider, job.error || job.status);
      await sleep(pace.next(jobId, job?.progress ?? 0), signal);
    }
  }

  async function custom(id: string, wish: (schema: RemoteModel) => GenerateRequest['body']): Promise<ScenarioResult> {
    const path = `/generate/custom/${id}`;
    const schema = await models.schema({ kind: 'paint', model: id, path, takesImage: false }, signal);
    return run(path, schema, wish(schema));
  }

  const style = () =>
    loras.length === 0 ? {} : { loras: loras.map(({ id }) => id), lorasScale: loras.map(({ scale = 1 }) => scale) };

  async function paint(
    { inputs, seed, ...request }: PictureRequest,
    start: Start | undefined,
  ): Promise<ScenarioResult> {
    const wishes = { ...request, ...settings.inputs, ...inputs };
    if (isLegacy) {
      const route = start ? 'img2img' : 'txt2img';
      const named = {
        modelId: ids.paint,
        numSamples: 1,
        ...wishes,
        ...start,
        ...(seed === undefined ? {} : { seed: String(seed) }),
      };
      return run(`/generate/${route}`, legacyModel(route), named);
    }
    return custom(ids.paint, (schema) => {
      const field = start && (startOf(schema) ?? 'image');
      const { image, ...more } = start ?? {};
      const given = { ...wishes, ...style(), ...(seed === undefined ? {} : { seed }) };
      return { ...given, ...(field ? { [field]: image, ...more } : {}) };
    });
  }

  return {
    uploadImage: (bytes, { name = 'limner.png', mimeType = 'image/png' } = {}) =>
      uploads.put({ name, bytes, mimeType }, signal),
    txt2img: (request) => paint(request, undefined),
    img2img: ({ image, strength, ...request }) =>
      paint(request, { image, ...(strength === undefined ? {} : { strength }) }),
    downloadImage: (asset) => fetchAsset(provider, asset, api, signal),
    async removeBackground(image) {
      if (!isLegacy) return custom(ids.removal, () => ({ image }));
      return run('/generate/remove-background', legacyModel('remove-background'), { image, format: 'png' });
    },
    async layeredDecompose(image, { layerCount, seed }) {
      const fault = layersFault(layerCount);
      if (fault !== undefined) throw new LimnerError('LIMNER_CAPABILITY_MISSING', `${fault}.`, { refused: true });
      return custom(ids.layers, () => ({ image, numLayers: layerCount, ...(seed === undefined ? {} : { seed }) }));
    },
  };
}

interface Start {
  readonly image: string;
  readonly strength?: number;
}
