import { type Answer, type Exchange, ok } from '../http/answer.ts';
import { readPage } from './paging.ts';
import { because } from './reply.ts';
import type { Team } from './team.ts';

/** `GET /jobs`, the newest first. */
export function listJobs({ jobs, counters }: Team, { url }: Exchange): Answer {
  counters.count('lists');
  const status = wished(url, ['status']);
  const types = wished(url, ['type', 'types']);
  const found = jobs
    .all()
    .toReversed()
    .filter((job) => status.length === 0 || status.includes(job.status))
    .filter(({ spec }) => types.length === 0 || types.includes(spec.jobType));
  const { rows, next } = readPage(found, url, { usual: 10, most: 200 });
  return ok({ jobs: rows.map((job) => job.view()), ...next });
}

/** All values of these parameters, repeated or with commas between them. */
function wished({ searchParams }: URL, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => searchParams.getAll(name)).flatMap((text) => text.split(','));
}

/** `GET /jobs/{id}`. */
export function readJob({ jobs, counters }: Team, id: string): Answer {
  counters.count('polls');
  const job = jobs.find(id);
  return job ? ok({ job: job.view() }) : because(404, `Job ${id} not found`);
}

/** `POST /jobs/{id}/action`: what generates cannot be cancelled. */
export function actOnJob({ jobs, counters }: Team, id: string): Answer {
  counters.count('cancels');
  return jobs.find(id) ? because(400, 'Cannot cancel this type of job') : because(404, `Job ${id} not found`);
}
