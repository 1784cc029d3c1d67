import { isObject, textOf } from '../../workflow/answers/loose-json.ts';

/** A job as Scenario tells it, with all its spellings read as one. */
export interface RemoteJob {
  readonly id: string;
  readonly status: RemoteStatus;
  /** 0..1. */
  readonly progress: number;
  /** In the order of the outputs. */
  readonly assetIds: readonly string[];
  /** Why it failed; empty where nothing is said. */
  readonly error: string;
  /** Compute units, where they are told. */
  readonly cu?: number;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  /** What it was given. */
  readonly input?: Readonly<Record<string, unknown>>;
}

export type RemoteStatus = 'queued' | 'running' | 'success' | 'failure' | 'canceled';

/** The documented names, and those of old and wrong pages. A name that is new is taken for a job under way. */
const STATUSES: Readonly<Record<string, RemoteStatus>> = {
  // Every job begins so: it tells nothing of a machine that starts.
  'warming-up': 'queued',
  queued: 'queued',
  pending: 'queued',
  'in-progress': 'running',
  processing: 'running',
  success: 'success',
  succeeded: 'success',
  completed: 'success',
  failure: 'failure',
  failed: 'failure',
  error: 'failure',
  canceled: 'canceled',
  cancelled: 'canceled',
};

/** Reads `{job}` or the job itself; undefined when it names none. */
export function readRemoteJob(value: unknown): RemoteJob | undefined {
  const job = isObject(value) && isObject(value['job']) ? value['job'] : value;
  if (!isObject(job)) return undefined;
  const id = textOf(job['jobId']) || textOf(job['id']);
  if (id === '') return undefined;
  const metadata = isObject(job['metadata']) ? job['metadata'] : {};
  const cu = costOf(isObject(job['billing']) ? job['billing']['cuCost'] : undefined);
  const createdAt = Date.parse(textOf(job['createdAt']));
  return {
    id,
    status: STATUSES[textOf(job['status']).toLowerCase()] ?? 'running',
    progress: typeof job['progress'] === 'number' ? Math.min(1, Math.max(0, job['progress'])) : 0,
    assetIds: Array.isArray(metadata['assetIds'])
      ? metadata['assetIds'].map(textOf).filter((asset) => asset !== '')
      : [],
    error: reasonIn(metadata['error']) || reasonIn(job['error']),
    ...(cu === undefined ? {} : { cu }),
    ...(Number.isNaN(createdAt) ? {} : { createdAt }),
    ...(isObject(metadata['input']) ? { input: metadata['input'] } : {}),
  };
}

/** Compute units beside a new job or in a dry run; undefined when there are none that could be believed. */
export function readCost(value: unknown): number | undefined {
  return isObject(value) ? costOf(value['creativeUnitsCost']) : undefined;
}

function costOf(value: unknown): number | undefined {
  const cu = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof cu === 'number' && Number.isFinite(cu) && cu >= 0 ? cu : undefined;
}

function reasonIn(value: unknown): string {
  return isObject(value) ? textOf(value['reason']) || textOf(value['message']) : textOf(value);
}
