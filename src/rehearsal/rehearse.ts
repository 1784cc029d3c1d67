import type { NodeCatalogue } from '../workflow/node-catalogue.ts';
import { validateAsServer } from '../workflow/validate/validate-as-server.ts';
import { createComfyEngine } from './comfy/create-engine.ts';
import { startComfyServer } from './comfy/server/start-server.ts';
import { CAPABILITY_PRESETS } from './presets.ts';
import type { Admin } from './runpod/admin.ts';
import type { FaultRule } from './faults/fault-book.ts';
import type { EndpointOptions } from './runpod/options.ts';
import { type RunpodServer, startRunpodServer } from './runpod/server.ts';

export interface RehearsalOptions {
  /** What every server can do; absent: the endpoints `premade` and `custom` differ as official and own images do. */
  readonly catalogue?: NodeCatalogue;
  /** 0: any free one. */
  readonly runpodPort?: number;
  readonly comfyuiPort?: number;
  /** Absent: every key opens every endpoint. */
  readonly apiKey?: string;
  readonly workersMax?: number;
  readonly coldStartMs?: number;
  /** How long a worker takes for each job, beside the painting itself. */
  readonly executionMs?: number;
  readonly faults?: readonly FaultRule[];
}

export interface Rehearsal {
  readonly runpod: RunpodServer;
  readonly comfyuiUrl: string;
  readonly admin: Admin;
  /** What to set so that limner takes these servers for the real ones. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Ids of endpoints that answer as if they did not exist, to rehearse that too. */
const MISSING = /^missing/;

/**
 * Local servers that speak RunPod Serverless, with worker-comfyui on its workers, and ComfyUI's own protocol. The painter stands in for
 * the models: graphs are checked and run as the real ones would, for nothing.
 */
export async function startRehearsal(options: RehearsalOptions = {}): Promise<Rehearsal> {
  const { runpodPort = 0, comfyuiPort = 0, apiKey, faults = [] } = options;
  const official = options.catalogue ?? CAPABILITY_PRESETS['flux1-dev-fp8']();
  const custom = options.catalogue ?? CAPABILITY_PRESETS.custom();
  const endpointFor = (catalogue: NodeCatalogue): EndpointOptions => endpointOf(catalogue, options);
  const runpod = await startRunpodServer({
    endpoints: {
      premade: endpointFor(official),
      custom: endpointFor(custom),
      base: endpointFor(options.catalogue ?? CAPABILITY_PRESETS.base()),
      'flux1-dev-fp8': endpointFor(official),
    },
    anyEndpoint: (id) => (MISSING.test(id) ? undefined : endpointFor(custom)),
    port: runpodPort,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  runpod.admin.setFaults(faults);
  const engine = createComfyEngine({ catalogue: custom, validate: validateAsServer });
  const comfyui = await startComfyServer(engine, { port: comfyuiPort }).catch(async (error: unknown) => {
    await runpod.stop();
    throw error;
  });
  return {
    runpod,
    comfyuiUrl: comfyui.url,
    admin: runpod.admin,
    environment: {
      RUNPOD_ENDPOINT_BASE_URL: runpod.baseUrl,
      RUNPOD_API_KEY: apiKey ?? 'rehearsal',
      RUNPOD_COMFYUI_ENDPOINT_ID: 'premade',
      RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: 'custom',
      COMFYUI_URL: comfyui.url,
    },
    async stop() {
      await Promise.all([runpod.stop(), comfyui.stop()]);
    },
  };
}

function endpointOf(catalogue: NodeCatalogue, options: RehearsalOptions): EndpointOptions {
  const { workersMax, coldStartMs, executionMs } = options;
  return {
    // RunPod's workers write no prompts into their pictures.
    makeEngine: () => createComfyEngine({ catalogue, validate: validateAsServer, metadata: false }),
    catalogue,
    ...(workersMax === undefined ? {} : { workersMax }),
    ...(coldStartMs === undefined ? {} : { coldStartMs }),
    ...(executionMs === undefined ? {} : { executionMs }),
  };
}
