import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import type { ComfyEngine } from '../comfy/engine.ts';
import type { RateLimits } from './rate-limit.ts';

/** One rehearsed Serverless endpoint: what its workers can do, and how patient the platform is. All times in ms. */
export interface EndpointOptions {
  /** A fresh ComfyUI for each worker that starts; it lives, with its files and its cache, as long as the worker. */
  readonly makeEngine: () => ComfyEngine;
  /** What those engines can do. */
  readonly catalogue: NodeCatalogue;
  readonly workersMax?: number;
  /** Workers that are kept even when there is nothing to do. */
  readonly workersMin?: number;
  readonly coldStartMs?: number;
  readonly idleTimeoutMs?: number;
  /** Added to every execution, in the place of a GPU's work. */
  readonly executionMs?: number;
  /** How long a worker whose ComfyUI is dead takes to fail a job. */
  readonly poisonedMs?: number;
  /** How long results are kept: of `/run`, and of `/runsync`. */
  readonly retentionMs?: { readonly run: number; readonly runsync: number };
  readonly executionTimeoutMs?: number;
  readonly ttlMs?: number;
  /** What a request's policy and `wait` may ask for; asked for more or less, policies are refused and waits clamped. */
  readonly ranges?: Partial<Ranges>;
  readonly limitBytes?: { readonly run: number; readonly runsync: number };
  /** The status of a body that is too large; the platform does not document one. */
  readonly tooLargeStatus?: 400 | 413;
  /** Off unless given; `DOCUMENTED_LIMITS` are the platform's own. */
  readonly rateLimits?: RateLimits;
  readonly bucket?: 'none' | 's3' | 'keys-missing';
  /** The shape of the results: worker-comfyui 5, or 3 (and 4.0). */
  readonly workerGeneration?: 5 | 3;
  readonly comfyOrgApiKey?: string;
  readonly usdPerGpuSecond?: number;
}

/** `[least, most]`, in ms. */
export interface Ranges {
  readonly executionTimeout: readonly [number, number];
  readonly ttl: readonly [number, number];
  readonly wait: readonly [number, number];
}

/** The options with every gap filled. */
export type EndpointSettings = Required<Omit<EndpointOptions, 'rateLimits' | 'comfyOrgApiKey' | 'ranges'>> &
  Pick<EndpointOptions, 'rateLimits' | 'comfyOrgApiKey'> & { readonly ranges: Ranges };

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const MB = 1024 * 1024;

export function withDefaults(options: EndpointOptions): EndpointSettings {
  return {
    workersMax: 3,
    workersMin: 0,
    coldStartMs: 200,
    idleTimeoutMs: 5000,
    executionMs: 0,
    poisonedMs: 1000,
    retentionMs: { run: 30 * MINUTE, runsync: MINUTE },
    executionTimeoutMs: 10 * MINUTE,
    ttlMs: 24 * 60 * MINUTE,
    limitBytes: { run: 10 * MB, runsync: 20 * MB },
    tooLargeStatus: 413,
    bucket: 'none',
    workerGeneration: 5,
    usdPerGpuSecond: 0.00031,
    ...options,
    ranges: { executionTimeout: [5000, WEEK], ttl: [10_000, WEEK], wait: [1000, 5 * MINUTE], ...options.ranges },
  };
}
