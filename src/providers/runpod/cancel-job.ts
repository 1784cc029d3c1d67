import type { CancelOutcome } from '../provider.ts';
import type { RunpodClient } from './client.ts';

/**
 * Asks for a job to be stopped. `cancelled` means that RunPod calls it so; the worker's handler cannot be interrupted, so its GPU may go on
 * until the platform stops the worker.
 */
export async function cancelJob(
  id: string,
  client: Pick<RunpodClient, 'cancel' | 'status'>,
  signal: AbortSignal,
): Promise<CancelOutcome> {
  const answer = await client.cancel(id, signal);
  if (answer?.status === 'CANCELLED') return 'cancelled';
  const job = await client.status(id, signal);
  if (job?.status === 'CANCELLED') return 'cancelled';
  return job === undefined || FINISHED.has(job.status) ? 'already-finished' : 'cannot-cancel';
}

const FINISHED = new Set(['COMPLETED', 'FAILED', 'TIMED_OUT']);
