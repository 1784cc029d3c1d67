import type { FaultBook } from '../faults/fault-book.ts';
import { type FaultOf, type FaultTable, parseFaultsOf } from '../faults/fault-table.ts';

/**
 * Everything that can be made to go wrong, by the moment at which it strikes: when a job is submitted, in the queue or on the
 * worker, or when someone asks for its status.
 */
export const FAULTS = {
  /** 429 with `Retry-After`; nothing is accepted. The value is in seconds, 1 unless given. */
  'submit-429': { moment: 'submit', words: 'Answers a submission with 429 and Retry-After.' },
  'submit-500': { moment: 'submit', words: 'Answers a submission with 500; no job exists.' },
  'reset-before-accept': { moment: 'submit', words: 'Cuts the connection before the job is accepted.' },
  'reset-after-accept': { moment: 'submit', words: 'Accepts the job, then cuts the connection: its id is lost.' },
  hang: { moment: 'submit', words: 'Never answers a submission and accepts nothing.' },
  'hang-after-accept': { moment: 'submit', words: 'Accepts the job and never answers.' },

  /** The value is in ms. */
  'cold-start': { moment: 'job', words: 'Needs a fresh worker that starts slowly.' },
  'slow-queue': { moment: 'job', words: 'Waits long in the queue.' },
  'never-ending-queue': { moment: 'job', words: 'Stays in the queue for ever.' },
  'never-ending-run': { moment: 'job', words: 'Runs until the execution timeout.' },
  'duplicate-execution': { moment: 'job', words: 'The worker dies at the end; the job is queued and executed again.' },
  'ttl-404': { moment: 'job', words: 'Is executed, then deleted: its status is 404.' },
  'failed-validation': { moment: 'job', words: 'Fails as a workflow that names an absent checkpoint.' },
  'failed-node': { moment: 'job', words: 'Fails because a node threw.' },
  'failed-oom': { moment: 'job', words: 'Fails because a node ran out of GPU memory.' },
  'failed-crash': { moment: 'job', words: 'Fails because the handler crashed: the error is a JSON string.' },
  'failed-unreachable': { moment: 'job', words: 'Fails because ComfyUI cannot be reached.' },
  'failed-history': { moment: 'job', words: 'Fails because the history has no entry after an error.' },
  'failed-no-outputs': { moment: 'job', words: 'Fails because the execution left no outputs.' },
  'failed-queueing': { moment: 'job', words: 'Fails because ComfyUI answered 500 to the workflow.' },
  'poisoned-worker': { moment: 'job', words: 'ComfyUI dies: this and all later jobs on the worker fail at once.' },
  'completed-without-output': { moment: 'job', words: 'Is COMPLETED without output, as when a result is too large.' },
  'missing-image': { moment: 'job', words: 'The pictures of one filename prefix are not in the result.' },
  'truncated-base64': { moment: 'job', words: 'The base64 of the first picture breaks off.' },
  'not-a-png': { moment: 'job', words: 'The first picture is HTML in the place of a PNG.' },
  'wrong-size': { moment: 'job', words: 'The first picture has half the width and height.' },
  'blank-picture': { moment: 'job', words: 'The first picture is black from edge to edge.' },
  'simulated-s3-path': { moment: 'job', words: 'The first picture is a path on the worker, called s3_url.' },
  'failed-s3': { moment: 'job', words: 'No picture could be put into the bucket.' },

  /** On a submission: the value says how many status calls about the job are struck, 1 unless given. */
  'status-500': { moment: 'status', words: 'Answers a status call with 500.' },
  'status-429': { moment: 'status', words: 'Answers a status call with 429 and Retry-After.' },
  'status-reset': { moment: 'status', words: 'Cuts the connection of a status call.' },
} as const satisfies FaultTable<FaultMoment>;

export type FaultMoment = 'submit' | 'job' | 'status';
export type FaultName = keyof typeof FAULTS;
export type Fault = FaultOf<typeof FAULTS>;
/** The rules in force, all endpoints together. */
export type RunpodFaultBook = FaultBook<typeof FAULTS>;

/** Reads `name` or `name=value`, several with commas between them. Throws a `TypeError` that names what is unknown. */
export function parseFaults(text: string): readonly Fault[] {
  return parseFaultsOf(FAULTS, text);
}

export function momentOf({ name }: Fault): FaultMoment {
  return FAULTS[name].moment;
}
