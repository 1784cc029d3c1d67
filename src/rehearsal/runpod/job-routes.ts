import { type Answer, type Exchange, ok, refuse, tooManyRequests } from '../http/answer.ts';
import type { Endpoint } from './endpoint.ts';
import { FAULT_HEADER } from '../faults/fault-table.ts';
import { type Fault, type FaultName, momentOf, parseFaults } from './faults.ts';
import type { Job } from './job.ts';
import { waitFor } from './wait.ts';

type JobRoute = (endpoint: Endpoint, job: Job, exchange: Exchange) => Answer | Promise<Answer>;

/** The operations on one job, by their name in the path. */
export const JOB_ROUTES: {
  readonly [operation: string]: { readonly methods: readonly string[]; readonly run: JobRoute };
} = {
  status: { methods: ['GET', 'POST'], run: status },
  'status-sync': { methods: ['GET', 'POST'], run: statusSync },
  stream: { methods: ['GET', 'POST'], run: stream },
  cancel: { methods: ['POST'], run: cancel },
  retry: { methods: ['POST'], run: retry },
};

const UNKNOWN_JOB = refuse(404, 'job not found: it is unknown, expired or deleted');

/** Runs an operation on the job of that id; whatever asks for a state can be struck by the faults of status calls. */
export async function runJobRoute(
  endpoint: Endpoint,
  call: { readonly operation: string; readonly jobId: string; readonly run: JobRoute },
  exchange: Exchange,
): Promise<Answer> {
  const job = endpoint.queue.find(call.jobId);
  const isQuestion = call.operation === 'status' || call.operation === 'status-sync';
  if (isQuestion) endpoint.counters.count('statusCalls');
  const struck = isQuestion ? statusFault(endpoint, job, exchange) : undefined;
  if (struck) return struck;
  return job ? call.run(endpoint, job, exchange) : UNKNOWN_JOB;
}

const STATUS_FAULTS: readonly FaultName[] = ['status-500', 'status-429', 'status-reset'];

function statusFault(endpoint: Endpoint, job: Job | undefined, exchange: Exchange): Answer | undefined {
  const asked = parseFaults(exchange.header(FAULT_HEADER) ?? '').filter((fault) => momentOf(fault) === 'status');
  const [fault] = [...asked, ...endpoint.faults.draw('status', endpoint.id)];
  // Those that came with the submission were counted when it was accepted.
  if (fault) endpoint.counters.countFault(fault.name);
  const name = fault?.name ?? job?.takeAny(STATUS_FAULTS);
  return name && strike({ ...fault, name });
}

function strike({ name, value }: Fault): Answer {
  if (name === 'status-429') return tooManyRequests(value ?? 1);
  return name === 'status-500' ? refuse(500, 'Internal Server Error') : 'cut';
}

function status(endpoint: Endpoint, job: Job, { url }: Exchange): Answer {
  const ttl = Number(url.searchParams.get('ttl') ?? Number.NaN);
  if (job.isSettled && ttl >= 0) endpoint.queue.deleteAfter(job, ttl);
  return ok(job.view());
}

async function statusSync(endpoint: Endpoint, job: Job, exchange: Exchange): Promise<Answer> {
  endpoint.counters.count('longPolls');
  await waitFor(job, endpoint, exchange);
  return endpoint.queue.find(job.spec.id) ? ok(job.view()) : UNKNOWN_JOB;
}

/** worker-comfyui is no generator: there is never a chunk. */
async function stream(endpoint: Endpoint, job: Job, exchange: Exchange): Promise<Answer> {
  endpoint.counters.count('longPolls');
  await waitFor(job, endpoint, exchange);
  return ok({ status: job.status, stream: [] });
}

function cancel(endpoint: Endpoint, job: Job): Answer {
  endpoint.counters.count('cancels');
  endpoint.queue.cancel(job);
  return ok({ id: job.spec.id, status: job.status });
}

function retry(endpoint: Endpoint, job: Job): Answer {
  if (job.status !== 'FAILED' && job.status !== 'TIMED_OUT') {
    return refuse(400, `only FAILED and TIMED_OUT jobs can be retried; this one is ${job.status}`);
  }
  endpoint.queue.retry(job);
  return ok({ id: job.spec.id, status: job.status });
}
