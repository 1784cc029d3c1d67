import type { NodeCatalogue } from '../workflow/node-catalogue.ts';
import { validateAsServer } from '../workflow/validate/validate-as-server.ts';
import { createComfyEngine } from './comfy/create-engine.ts';
import { startComfyServer } from './comfy/server/start-server.ts';
import { CAPABILITY_PRESETS } from './presets.ts';
import type { Admin } from './runpod/admin.ts';
import type { FaultRule } from './faults/fault-book.ts';
import type { EndpointOptions } from './runpod/options.ts';
import { type RunpodServer, startRunpodServer } from './runpod/server.ts';
import { type ScenarioServer, startScenarioServer } from './scenario/server.ts';

export interface RehearsalOptions {
  /** What every server can do; absent: the endpoints `premade` and `custom` differ as official and own images do. */
  readonly catalogue?: NodeCatalogue;
  /** 0: any free one. */
  readonly runpodPort?: number;
  readonly comfyuiPort?: number;
  readonly scenarioPort?: number;
  /** Absent: every key opens every endpoint, and every pair of key and secret Scenario. */
  readonly apiKey?: string;
  readonly workersMax?: number;
  readonly coldStartMs?: number;
  /** How long a worker, or Scenario, takes for each job, beside the painting itself. */
  readonly executionMs?: number;
  readonly faults?: readonly FaultRule[];
  readonly scenarioFaults?: readonly FaultRule[];
}

export interface Rehearsal {
  readonly runpod: RunpodServer;
  readonly scenario: ScenarioServer;
  readonly comfyuiUrl: string;
  readonly admin: Admin;
  /** What to set so that limner takes these servers for the real ones. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Ids of endpoints that answer as if they did not exist, to rehearse that too. */
const MISSING = /^missing/;

/**
 * Local servers that speak RunPod Serverless, with worker-comfyui on its workers, ComfyUI's own protocol, and Scenario. The painter
 * stands in for the models: graphs are checked and run as the real ones would, for nothing.
 */
export async function startRehearsal(options: RehearsalOptions = {}): Promise<Rehearsal> {
  // What was started is stopped again when a later one cannot be, as when its port is taken.
  await using started = new AsyncDisposableStack();
  const runpod = started.adopt(await startRunpod(options), (server) => server.stop());
  const comfyui = started.adopt(await startComfyui(options), (server) => server.stop());
  const scenario = started.adopt(await startScenario(options), (server) => server.stop());
  const running = started.move();
  return {
    runpod,
    scenario,
    comfyuiUrl: comfyui.url,
    admin: runpod.admin,
    environment: {
      RUNPOD_ENDPOINT_BASE_URL: runpod.baseUrl,
      RUNPOD_API_KEY: options.apiKey ?? 'rehearsal',
      RUNPOD_COMFYUI_ENDPOINT_ID: 'premade',
      RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: 'custom',
      COMFYUI_URL: comfyui.url,
      SCENARIO_BASE_URL: scenario.baseUrl,
      SCENARIO_API_KEY: options.apiKey ?? 'rehearsal',
      SCENARIO_SECRET_API_KEY: 'rehearsal',
    },
    stop: () => running.disposeAsync(),
  };
}

async function startRunpod(options: RehearsalOptions): Promise<RunpodServer> {
  const { runpodPort = 0, apiKey, faults = [] } = options;
  const official = options.catalogue ?? CAPABILITY_PRESETS['flux1-dev-fp8']();
  const custom = customOf(options);
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
  return runpod;
}

function startComfyui(options: RehearsalOptions): ReturnType<typeof startComfyServer> {
  const engine = createComfyEngine({ catalogue: customOf(options), validate: validateAsServer });
  return startComfyServer(engine, { port: options.comfyuiPort ?? 0 });
}

function customOf({ catalogue }: RehearsalOptions): NodeCatalogue {
  return catalogue ?? CAPABILITY_PRESETS.custom();
}

async function startScenario(options: RehearsalOptions): Promise<ScenarioServer> {
  const { scenarioPort = 0, apiKey, executionMs, scenarioFaults = [] } = options;
  const scenario = await startScenarioServer({
    port: scenarioPort,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(executionMs === undefined ? {} : { executionMs }),
  });
  scenario.admin.setFaults(scenarioFaults);
  return scenario;
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
