import { type Answer, type Exchange, ok, readJson, refuse, tooManyRequests } from '../http/answer.ts';
import type { Endpoint } from './endpoint.ts';
import { FAULT_HEADER } from '../faults/fault-table.ts';
import { type Fault, momentOf, parseFaults } from './faults.ts';
import { isProbe } from './is-probe.ts';
import type { Job } from './job.ts';
import { readSubmission } from './read-submission.ts';
import { waitFor } from './wait.ts';
import { isDict } from '../http/dict.ts';

/** `POST /run` and, when `isSync`, `POST /runsync`. */
export async function submit(endpoint: Endpoint, exchange: Exchange, isSync: boolean): Promise<Answer> {
  const sent = readJson(exchange);
  if (!(isDict(sent) && isProbe(sent['input']))) endpoint.counters.count('submitsSeen');
  const asked = parseFaults(exchange.header(FAULT_HEADER) ?? '');
  const drawn = (moment: 'submit' | 'job'): readonly Fault[] => [
    ...asked.filter((fault) => momentOf(fault) === moment),
    ...endpoint.faults.draw(moment, endpoint.id),
  ];
  const [fault] = drawn('submit');
  if (fault) endpoint.counters.countFault(fault.name);
  const refusal = fault && beforeAccept(fault);
  if (refusal) return refusal;
  const { limitBytes, tooLargeStatus } = endpoint.settings;
  if (exchange.body.length > (isSync ? limitBytes.runsync : limitBytes.run)) {
    return refuse(tooLargeStatus, 'request body is too large');
  }
  const body = readSubmission(sent, endpoint.settings);
  if (typeof body === 'string') return refuse(400, body);
  const later = asked.filter((one) => momentOf(one) === 'status');
  const job = endpoint.queue.submit({ ...body, isSync, faults: [...drawn('job'), ...later.flatMap(repeated)] });
  if (fault?.name === 'reset-after-accept') return 'cut';
  if (fault?.name === 'hang-after-accept') return 'silence';
  return isSync ? answerSync(endpoint, exchange, job) : ok(job.view());
}

function beforeAccept({ name, value }: Fault): Answer | undefined {
  if (name === 'submit-429') return tooManyRequests(value ?? 1);
  if (name === 'submit-500') return refuse(500, 'Internal Server Error');
  if (name === 'reset-before-accept') return 'cut';
  return name === 'hang' ? 'silence' : undefined;
}

/** On a submission, the value of a status fault says how many calls it strikes. */
function repeated({ name, value = 1 }: Fault): readonly Fault[] {
  return Array.from({ length: value }, () => ({ name }));
}

async function answerSync(endpoint: Endpoint, exchange: Exchange, job: Job): Promise<Answer> {
  endpoint.counters.count('longPolls');
  await waitFor(job, endpoint, exchange);
  return ok(job.view());
}
