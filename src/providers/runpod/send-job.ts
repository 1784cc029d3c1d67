import type { WorkflowChoice } from '../../workflow/job-workflow.ts';
import { workflowForJob } from '../../workflow/job-workflow.ts';
import type { ImageJob, SubmitContext } from '../provider.ts';
import type { RunpodClient } from './client.ts';
import { answerBytes } from './limits.ts';
import { sendGraph } from './send-graph.ts';
import type { JobTicket } from './ticket.ts';

export interface SendOptions {
  readonly provider: string;
  readonly endpoint: string;
  readonly client: Pick<RunpodClient, 'run'>;
  readonly resultsInBucket: boolean;
  readonly now: () => number;
  readonly mostUsd: number;
  readonly limitMs: number;
  readonly making: string;
}

/** Sends one job as one workflow, in one request. Anything that is wrong with it before that is a refusal. */
export async function sendJob(
  job: ImageJob,
  choice: WorkflowChoice,
  context: SubmitContext,
  { endpoint, now, mostUsd, limitMs, making, ...sending }: SendOptions,
): Promise<JobTicket> {
  const guideName = context.guide === undefined ? undefined : `${context.guide}.png`;
  const prefix = prefixOf(context.callId);
  const { graph, expected, uploads } = workflowForJob(job, choice, { prefix, ...(guideName ? { guideName } : {}) });
  const pixels = job.canvas.width * job.canvas.height * expected.length;
  const { callId, signal, beforeSend } = context;
  const files = await Promise.all(uploads.map(async (name) => ({ name, bytes: await readGuide(context) })));
  const remoteId = await sendGraph(
    { callId, graph, uploads: files, pixels, beforeSend, limitMs },
    { ...sending, signal },
  );
  return {
    remoteId,
    endpoint,
    submittedAt: now(),
    expected: expected.map(({ role, layer, prefix: saved }) => ({
      prefix: saved,
      role,
      ...(layer === undefined ? {} : { layer }),
    })),
    resultBytes: answerBytes(pixels),
    mostUsd,
    limitMs,
    making,
  };
}

/** Flat, and new for every call: the worker's disk and cache outlive the job. */
export function prefixOf(callId: string): string {
  return `limner-${callId.replaceAll(/[^A-Za-z0-9]/g, '').slice(-24)}`;
}

function readGuide(context: SubmitContext): Promise<Uint8Array> {
  if (context.guide === undefined) throw new TypeError('A workflow that loads a guide was given none.');
  return context.readBlob(context.guide);
}
