import type { RehearsedComfy } from '../create-engine.ts';
import { endedJob, jobDetail, waitingJob, type Job, type JobStatus } from '../jobs.ts';
import { json, type Reply } from './reply.ts';

const STATUSES: readonly JobStatus[] = ['pending', 'in_progress', 'completed', 'failed', 'cancelled'];

/** `GET /api/jobs`: newest first unless asked otherwise. */
export function listJobs(engine: RehearsedComfy, query: URLSearchParams): Reply {
  const wanted = query.get('status')?.split(',');
  const unknown = wanted?.filter((status) => !STATUSES.some((known) => known === status)) ?? [];
  if (unknown.length > 0) return json({ error: `Invalid status value(s): ${unknown.join(', ')}` }, 400);
  const workflow = query.get('workflow_id');
  const jobs = sortJobs(allJobs(engine), query).filter(
    (job) => (wanted?.includes(job.status) ?? true) && (workflow === null || job['workflow_id'] === workflow),
  );
  const offset = Number(query.get('offset') ?? 0);
  const limit = query.has('limit') ? Number(query.get('limit')) : null;
  const page = jobs.slice(offset, limit === null ? undefined : offset + limit);
  const has_more = offset + page.length < jobs.length;
  return json({ jobs: page, pagination: { offset, limit, total: jobs.length, has_more } });
}

/** `GET /api/jobs/{id}`. */
export function showJob({ queue }: RehearsedComfy, id: string): Reply {
  const ended = queue.history.get(id);
  if (ended) return json(jobDetail(ended));
  if (queue.running?.promptId === id) return json(waitingJob(queue.running, 'in_progress'));
  const item = queue.pending().find(({ promptId }) => promptId === id);
  return item ? json(waitingJob(item, 'pending')) : json({ error: 'Job not found' }, 404);
}

/** True when it was there to be stopped; asking twice does no harm. */
export function cancelJobs({ queue }: RehearsedComfy, ids: readonly string[]): Reply {
  const isRemoved = queue.remove(ids);
  const isInterrupted = ids.some((id) => queue.interrupt(id));
  return json({ cancelled: isRemoved || isInterrupted });
}

function allJobs({ queue }: RehearsedComfy): readonly Job[] {
  return [
    ...[...queue.history.values()].map(endedJob),
    ...(queue.running ? [waitingJob(queue.running, 'in_progress')] : []),
    ...queue.pending().map((item) => waitingJob(item, 'pending')),
  ];
}

function sortJobs(jobs: readonly Job[], query: URLSearchParams): readonly Job[] {
  const keyOf = (job: Job): number =>
    query.get('sort_by') === 'execution_duration'
      ? Number(job['execution_end_time'] ?? 0) - Number(job['execution_start_time'] ?? 0)
      : Number(job.create_time);
  const sorted = jobs.toSorted((a, b) => keyOf(a) - keyOf(b));
  return query.get('sort_order') === 'asc' ? sorted : sorted.toReversed();
}
