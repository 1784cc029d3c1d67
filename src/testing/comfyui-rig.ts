import { setImmediate as nextTurn } from 'node:timers/promises';
import { createComfyui } from '../providers/comfyui/index.ts';
import type { ComfyuiOptions } from '../providers/comfyui/options.ts';
import type { ProbedProvider } from '../providers/probed-provider.ts';
import type { ImageJob, ImageProvider, JobState, SubmitContext, Ticket } from '../providers/provider.ts';
import { createComfyEngine, type RehearsedComfy } from '../rehearsal/comfy/create-engine.ts';
import type { EngineFault } from '../rehearsal/comfy/faults.ts';
import { type ComfyServer, startComfyServer } from '../rehearsal/comfy/server/start-server.ts';
import { CAPABILITY_PRESETS } from '../rehearsal/presets.ts';
import type { NodeCatalogue } from '../workflow/node-catalogue.ts';
import { validateAsServer } from '../workflow/validate/validate-as-server.ts';
import { sampleJob } from './sample-jobs.ts';

export interface ComfyuiRigOptions {
  /** A server with all that our workflows need, when absent. */
  readonly catalogue?: NodeCatalogue;
  readonly stepMs?: number;
  /** How the server spends the time of a step. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now?: () => Date;
  /** Happens to the next prompt that begins to run. */
  readonly fault?: EngineFault;
}

/** A rehearsed ComfyUI on loopback that counts what it runs, and can be started anew at the same address. */
export class ComfyuiRig implements AsyncDisposable {
  /** Ids of the prompts that began to run, whichever process ran them. */
  readonly ran: string[] = [];
  /** Happens to the next prompt that begins to run. */
  fault: EngineFault | undefined;
  readonly #options: ComfyuiRigOptions;
  #running: { readonly engine: RehearsedComfy; readonly server: ComfyServer } | undefined;

  private constructor(options: ComfyuiRigOptions) {
    this.#options = options;
    this.fault = options.fault;
  }

  static async start(options: ComfyuiRigOptions = {}): Promise<ComfyuiRig> {
    const rig = new ComfyuiRig(options);
    await rig.#run(0);
    return rig;
  }

  get engine(): RehearsedComfy {
    if (!this.#running) throw new Error('The server is stopped.');
    return this.#running.engine;
  }

  get url(): string {
    if (!this.#running) throw new Error('The server is stopped.');
    return this.#running.server.url;
  }

  provider(options: Partial<ComfyuiOptions> = {}): ProbedProvider {
    return createComfyui({ name: 'comfyui-direct', url: this.url, ...options });
  }

  async stop(): Promise<void> {
    const { server } = this.#running ?? {};
    this.#running = undefined;
    await server?.stop();
    // Until those who had kept a connection have noticed: a timer alone may come before what the network has to say.
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  }

  /** A process that has forgotten everything takes the place of the one that runs. */
  async restart(): Promise<void> {
    const port = Number(new URL(this.url).port);
    await this.stop();
    await this.#run(port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #run(port: number): Promise<void> {
    const { catalogue = CAPABILITY_PRESETS.custom(), fault: _fault, ...options } = this.#options;
    const faults = ({ promptId }: { readonly promptId: string }): EngineFault | undefined => {
      this.ran.push(promptId);
      const { fault } = this;
      this.fault = undefined;
      return fault;
    };
    const engine = createComfyEngine({ ...options, catalogue, validate: validateAsServer, faults });
    this.#running = { engine, server: await startComfyServer(engine, { port }) };
  }
}

/** A picture so small that it is painted at once. */
export const SMALL_JOB: ImageJob = sampleJob('background', { multipleOf: 16, minSide: 16, maxSide: 2048 });

export function contextFor(callId: string, more: Partial<SubmitContext> = {}): SubmitContext {
  return {
    signal: new AbortController().signal,
    callId,
    claimedAt: Date.now(),
    readBlob: (hash) => Promise.reject(new Error(`There is no blob ${hash}.`)),
    ...more,
  };
}

/** All that a provider says about a job, up to its end. */
export async function followToEnd(provider: ImageProvider, ticket: Ticket): Promise<readonly JobState[]> {
  const states: JobState[] = [];
  for (;;) {
    const state = await provider.poll(ticket, contextFor('any'));
    states.push(state);
    if (state.phase === 'done' || state.phase === 'failed') return states;
    await new Promise((resolve) => setTimeout(resolve, state.pollAfterMs));
  }
}

/** What a rerouted request gets: its own init, and the true answer on demand. */
export type Answer = (init: RequestInit | undefined, ask: () => Promise<Response>) => Promise<Response>;

/** A connection on which requests whose path holds `route` get another answer than the server's. */
export function rerouted(route: string, answer: Answer): typeof fetch {
  return (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    const ask = (): Promise<Response> => fetch(input, init);
    return new URL(url).pathname.includes(route) ? answer(init, ask) : ask();
  };
}
