import { isObject, parseLoosely, textOf } from '../../workflow/answers/loose-json.ts';

/** A job as `/run` and `/status` tell of it; keys come and go with its state. */
export interface RemoteJob {
  readonly id: string;
  readonly status: string;
  /** Milliseconds in the queue, cold start included; there once a worker took it. */
  readonly delayMs?: number;
  /** Milliseconds of the handler; there at the end. */
  readonly executionMs?: number;
  /** Who ran it; there at the end. */
  readonly workerId?: string;
  readonly output?: unknown;
  readonly error?: unknown;
}

const ENDED = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'TIMED_OUT']);

/** Undefined when the answer tells of no job. Some services wrap their JSON into a string. */
export function readRemoteJob(body: unknown): RemoteJob | undefined {
  const job = typeof body === 'string' ? parseLoosely(body) : body;
  if (!isObject(job)) return undefined;
  const id = textOf(job['id']);
  const status = textOf(job['status']);
  if (id === '' || status === '') return undefined;
  return {
    id,
    status,
    ...(typeof job['delayTime'] === 'number' ? { delayMs: job['delayTime'] } : {}),
    ...(typeof job['executionTime'] === 'number' ? { executionMs: job['executionTime'] } : {}),
    ...(typeof job['workerId'] === 'string' ? { workerId: job['workerId'] } : {}),
    ...('output' in job ? { output: job['output'] } : {}),
    ...('error' in job ? { error: job['error'] } : {}),
  };
}

/** Whatever is not known to be an end goes on. */
export function hasEnded({ status }: RemoteJob): boolean {
  return ENDED.has(status);
}

/** `GET /health`; what is not named is none. */
export interface Health {
  readonly jobs: { readonly inQueue: number; readonly inProgress: number; readonly ended: number };
  /** Was every job counted? An answer without the counters, as that of a gateway may be, proves nothing about jobs. */
  readonly isWhole: boolean;
  readonly workers: { readonly [state in WorkerState]: number };
}

const WORKER_STATES = ['idle', 'running', 'initializing', 'ready', 'throttled', 'unhealthy'] as const;
const COUNTERS = ['inQueue', 'inProgress', 'completed', 'failed'] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

export function readHealth(body: unknown): Health {
  const health = isObject(body) ? body : {};
  const jobs = isObject(health['jobs']) ? health['jobs'] : {};
  const workers = isObject(health['workers']) ? health['workers'] : {};
  const count = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);
  return {
    jobs: {
      inQueue: count(jobs['inQueue']),
      inProgress: count(jobs['inProgress']),
      ended: count(jobs['completed']) + count(jobs['failed']),
    },
    isWhole: COUNTERS.every((name) => typeof jobs[name] === 'number'),
    workers: {
      idle: count(workers['idle']),
      running: count(workers['running']),
      initializing: count(workers['initializing']),
      ready: count(workers['ready']),
      throttled: count(workers['throttled']),
      unhealthy: count(workers['unhealthy']),
    },
  };
}
