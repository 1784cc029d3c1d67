import { LimnerError } from '../../errors.ts';
import type { WorkflowChoice } from '../../workflow/job-workflow.ts';
import { workflowForJob } from '../../workflow/job-workflow.ts';
import type { ImageJob, SubmitContext } from '../provider.ts';
import { encodeBase64 } from './base64.ts';
import type { RunpodClient } from './client.ts';
import type { JobTicket } from './ticket.ts';

export interface SendOptions {
  readonly provider: string;
  readonly endpoint: string;
  readonly client: Pick<RunpodClient, 'run'>;
  readonly now: () => number;
  readonly quotedUsd: number;
}

/** What `/run` takes, and what an endpoint hands back, in bytes of JSON. */
const REQUEST_LIMIT_BYTES = 10_000_000;
/** For all of a request but its pictures. */
const ROOM_BYTES = 200_000;
const RESULT_LIMIT_BYTES = 20_000_000;
/** A painted picture takes about this many bytes a pixel as PNG, and a third more as base64. */
const WIRE_BYTES_PER_PIXEL = 2 * (4 / 3);

/** Sends one job as one workflow, in one request. Anything that is wrong with it before that is a refusal. */
export async function sendJob(
  job: ImageJob,
  choice: WorkflowChoice,
  context: SubmitContext,
  { provider, endpoint, client, now, quotedUsd }: SendOptions,
): Promise<JobTicket> {
  const guideName = context.guide === undefined ? undefined : `${context.guide}.png`;
  const prefix = prefixOf(context.callId);
  const { graph, expected, uploads } = workflowForJob(job, choice, { prefix, ...(guideName ? { guideName } : {}) });
  const resultBytes = Math.round(job.canvas.width * job.canvas.height * WIRE_BYTES_PER_PIXEL) * expected.length;
  if (resultBytes > RESULT_LIMIT_BYTES) throw tooLarge(provider, 'result', resultBytes);
  const images = uploads.length === 0 ? [] : [await encodeGuide(context, uploads)];
  const input = { workflow: graph, ...(images.length > 0 ? { images } : {}), limner: { call: context.callId } };
  const pictureBytes = images.reduce((sum, { image }) => sum + image.length, 0);
  if (pictureBytes + ROOM_BYTES > REQUEST_LIMIT_BYTES) throw tooLarge(provider, 'request', pictureBytes);
  context.signal.throwIfAborted();
  const taken = await client.run(context.callId, input, context.signal);
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
    quotedUsd,
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
  return { name, image: encodeBase64(await context.readBlob(context.guide ?? '')) };
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
