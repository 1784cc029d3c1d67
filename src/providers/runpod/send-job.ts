import { LimnerError } from '../../errors.ts';
import type { WorkflowChoice } from '../../workflow/job-workflow.ts';
import { workflowForJob } from '../../workflow/job-workflow.ts';
import type { ImageJob, SubmitContext } from '../provider.ts';
import type { RunpodClient } from './client.ts';
import type { JobTicket } from './ticket.ts';

export interface SendOptions {
  readonly provider: string;
  readonly endpoint: string;
  readonly client: Pick<RunpodClient, 'run'>;
  readonly now: () => number;
}

/** What `/run` takes, and what an endpoint hands back, in bytes of JSON. */
const REQUEST_LIMIT_BYTES = 10_000_000;
const RESULT_LIMIT_BYTES = 20_000_000;
/** A painted picture takes about this many bytes a pixel as PNG, and a third more as base64. */
const WIRE_BYTES_PER_PIXEL = 2 * (4 / 3);

/** Sends one job as one workflow, in one request. Anything that is wrong with it before that is a refusal. */
export async function sendJob(
  job: ImageJob,
  choice: WorkflowChoice,
  context: SubmitContext,
  { provider, endpoint, client, now }: SendOptions,
): Promise<JobTicket> {
  const guideName = context.guide === undefined ? undefined : `${context.guide}.png`;
  const prefix = prefixOf(context.callId);
  const { graph, expected, uploads } = workflowForJob(job, choice, { prefix, ...(guideName ? { guideName } : {}) });
  const resultBytes = Math.round(job.canvas.width * job.canvas.height * WIRE_BYTES_PER_PIXEL) * expected.length;
  if (resultBytes > RESULT_LIMIT_BYTES) throw tooLarge(provider, 'result', resultBytes);
  const images = uploads.length === 0 ? [] : [await encodeGuide(context, uploads)];
  const input = { workflow: graph, ...(images.length > 0 ? { images } : {}), limner: { call: context.callId } };
  const requestBytes = JSON.stringify(input).length;
  if (requestBytes > REQUEST_LIMIT_BYTES) throw tooLarge(provider, 'request', requestBytes);
  const taken = await client.run(input, context.signal);
  if (!taken) throw new LimnerError('LIMNER_CALL_FAILED', `${provider} took the job but did not name it.`);
  return {
    remoteId: taken.id,
    endpoint,
    submittedAt: now(),
    expected: expected.map(({ role, layer, prefix: saved }) => ({
      prefix: saved,
      role,
      ...(layer === undefined ? {} : { layer }),
    })),
    resultBytes,
  };
}

/** Flat, and new for every call: the worker's disk and cache outlive the job. */
export function prefixOf(callId: string): string {
  return `limner-${callId.replaceAll(/[^A-Za-z0-9]/g, '').slice(-24)}`;
}

/** Named by its content: files stay on a warm worker, and another job's guide must never be taken for ours. */
async function encodeGuide(
  context: SubmitContext,
  [name = '']: readonly string[],
): Promise<{ name: string; image: string }> {
  const bytes = await context.readBlob(context.guide ?? '');
  let binary = '';
  const CHUNK = 0x8000;
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { name, image: btoa(binary) };
}

function tooLarge(provider: string, what: 'request' | 'result', bytes: number): LimnerError {
  const size = `${(bytes / 1e6).toFixed(0)} MB`;
  return new LimnerError('LIMNER_TOO_LARGE', `The ${what} would weigh about ${size}, more than ${provider} carries.`, {
    refused: true,
    next:
      what === 'result'
        ? 'Ask for a smaller picture, or use a profile with a smaller canvas.'
        : 'Use a smaller picture as the shape.',
  });
}
