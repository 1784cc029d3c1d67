import { isDict, type Dict } from '../rehearsal/http/dict.ts';
import { type ScenarioServer, type ScenarioServerOptions, startScenarioServer } from '../rehearsal/scenario/server.ts';
import { encodePng } from '../raster/png.ts';
import { createRaster } from '../raster/raster.ts';

export const FLUX = 'generate/custom/model_bfl-flux-1-dev';
/** A small picture, so that tests wait for little painting. */
export const SMALL = { prompt: 'a green slime, isolated on a plain white background', width: 128, height: 128 };

export interface ScenarioAnswered {
  readonly status: number;
  readonly json: Dict;
}

interface Call {
  readonly body?: unknown;
  readonly faults?: string;
  /** What stands in `Authorization`; '' for none. */
  readonly key?: string;
}

/** A rehearsed Scenario in a hurry, and a client that knows nothing but its wire. */
export class ScenarioRig {
  readonly server: ScenarioServer;

  constructor(server: ScenarioServer) {
    this.server = server;
  }

  static async start(options: ScenarioServerOptions = {}): Promise<ScenarioRig> {
    return new ScenarioRig(await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1, ...options }));
  }

  /** `path` is what follows `/v1/`. */
  async fetch(
    method: string,
    path: string,
    { body, faults, key = basic('key', 'secret') }: Call = {},
  ): Promise<Response> {
    return fetch(`${this.server.baseUrl}/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(key === '' ? {} : { authorization: key }),
        ...(faults === undefined ? {} : { 'x-rehearse-fault': faults }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async call(method: string, path: string, call: Call = {}): Promise<ScenarioAnswered> {
    const response = await this.fetch(method, path, call);
    const json: unknown = await response.json();
    return { status: response.status, json: dict(json) };
  }

  /** Submits; the job's id. */
  async submit(path: string, body: unknown, faults?: string): Promise<string> {
    const { json } = await this.call('POST', path, { body, ...(faults === undefined ? {} : { faults }) });
    return text(dict(json['job'])['jobId']);
  }

  async job(id: string): Promise<Dict> {
    return dict((await this.call('GET', `jobs/${id}`)).json['job']);
  }

  /** The job once it has ended, in whatever words. */
  async end(id: string): Promise<Dict> {
    for (;;) {
      const job = await this.job(id);
      if (!['warming-up', 'queued', 'in-progress'].includes(text(job['status']))) return job;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Submits and waits; the ids of what was made. */
  async make(path: string, body: unknown, faults?: string): Promise<readonly string[]> {
    return assetIdsOf(await this.end(await this.submit(path, body, faults)));
  }

  /** An asset's original bytes, as a careful client fetches them. */
  async bytes(assetId: string): Promise<Uint8Array> {
    const { json } = await this.call('GET', `assets/${assetId}?originalAssets=true`);
    const response = await fetch(text(dict(json['asset'])['url']));
    return new Uint8Array(await response.arrayBuffer());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop();
  }
}

export function basic(key: string, secret: string): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
}

export function assetIdsOf(job: Dict): readonly string[] {
  const ids = dict(job['metadata'])['assetIds'];
  return Array.isArray(ids) ? ids.map(text) : [];
}

/** A PNG of one colour, as base64. */
export function plainPng(width: number, height: number): string {
  return Buffer.from(encodePng(createRaster(width, height, [200, 30, 30, 255]))).toString('base64');
}

export function dict(value: unknown): Dict {
  if (!isDict(value)) throw new Error(`no object: ${JSON.stringify(value)}`);
  return value;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`no text: ${JSON.stringify(value)}`);
  return value;
}
