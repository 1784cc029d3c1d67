import { expect, test } from 'vitest';
import { readRemoteJob } from './remote-job.ts';

test.each([
  ['warming-up', 'queued'],
  ['queued', 'queued'],
  ['in-progress', 'running'],
  ['Success', 'success'],
  ['failed', 'failure'],
  ['a new name', 'running'],
])('a job that is told to be %s is %s', (told, status) => {
  expect(readRemoteJob({ job: { jobId: 'job_1', status: told } })).toMatchObject({ id: 'job_1', status });
});
