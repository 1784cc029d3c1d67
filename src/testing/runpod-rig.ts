import type { EndpointOptions } from '../rehearsal/runpod/options.ts';
import { type RunpodServer, type RunpodServerOptions, startRunpodServer } from '../rehearsal/runpod/server.ts';
import { ScriptedComfy } from './scripted-comfy.ts';

export const WORKFLOW = {
  '8': { class_type: 'SaveImage', inputs: { filename_prefix: 'slime' } },
  '9': { class_type: 'SaveImage', inputs: { filename_prefix: 'mask' } },
};

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: { readonly [key: string]: unknown };
}

interface Call {
  readonly body?: unknown;
  readonly faults?: string;
  readonly key?: string;
}

/** A rehearsed platform with one endpoint, `e1`, on scripted ComfyUIs, in a hurry unless told otherwise. */
export class RunpodRig {
  readonly server: RunpodServer;
  /** The ComfyUIs of the workers, in the order in which they started. */
  readonly engines: readonly ScriptedComfy[];

  constructor(server: RunpodServer, engines: readonly ScriptedComfy[]) {
    this.server = server;
    this.engines = engines;
  }

  static async start(
    endpoint: Partial<EndpointOptions> = {},
    options: Partial<RunpodServerOptions> = {},
  ): Promise<RunpodRig> {
    const engines: ScriptedComfy[] = [];
    const makeEngine = (): ScriptedComfy => {
      const engine = new ScriptedComfy();
      engines.push(engine);
      return engine;
    };
    const hurry = { coldStartMs: 5, idleTimeoutMs: 60_000, poisonedMs: 5, ranges: { wait: [1, 60_000] as const } };
    const e1 = { makeEngine, catalogue: {}, ...hurry, ...endpoint };
    return new RunpodRig(await startRunpodServer({ endpoints: { e1 }, ...options }), engines);
  }

  /** `path` is what follows the endpoint, such as `status/abc?ttl=5`. */
  async call(method: string, path: string, { body, faults, key }: Call = {}): Promise<Answered> {
    const response = await fetch(`${this.server.baseUrl}/e1/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(faults === undefined ? {} : { 'x-rehearse-fault': faults }),
        ...(key === undefined ? {} : { authorization: key }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const json: unknown = await response.json();
    if (!isRecord(json)) throw new Error(`no object: ${JSON.stringify(json)}`);
    return { status: response.status, headers: response.headers, json };
  }

  /** Submits the workflow; its id. */
  async run(faults?: string, input: unknown = { workflow: WORKFLOW }, policy?: object): Promise<string> {
    const { json } = await this.call('POST', 'run', {
      body: policy ? { input, policy } : { input },
      ...(faults === undefined ? {} : { faults }),
    });
    if (typeof json['id'] !== 'string') throw new Error(`not accepted: ${JSON.stringify(json)}`);
    return json['id'];
  }

  /** What is said about a job once it has ended. */
  async end(id: string): Promise<Answered> {
    return this.call('GET', `status-sync/${id}?wait=60000`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop();
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
