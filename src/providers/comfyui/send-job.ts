import { type WorkflowChoice, workflowForJob } from '../../workflow/job-workflow.ts';
import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import type { ImageJob, SubmitContext } from '../provider.ts';
import type { ComfyuiClient } from './client.ts';
import { sendGraph, upload } from './send-graph.ts';
import type { PromptTicket } from './ticket.ts';
import { prefixOf } from './translate.ts';

export interface SendOptions {
  readonly provider: string;
  readonly server: string;
  readonly clientId: string;
  readonly client: ComfyuiClient;
  readonly catalogue: NodeCatalogue;
  readonly now: () => number;
  /** Ask for pictures of what is under way; most servers send none by themselves. */
  readonly wantsPreviews: boolean;
}

/** Queues one job as one prompt. */
export async function sendJob(
  job: ImageJob,
  choice: WorkflowChoice,
  context: SubmitContext,
  options: SendOptions,
): Promise<PromptTicket> {
  const { server, now, ...sending } = options;
  const guideName = await uploadGuide(context, sending.client);
  const names = { prefix: prefixOf(context.callId), ...(guideName === undefined ? {} : { guideName }) };
  const { graph, expected, workflow } = workflowForJob(job, choice, names);
  const { callId, signal, beforeSend } = context;
  const promptId = await sendGraph({ callId, graph, uploads: [], beforeSend }, { ...sending, signal });
  return {
    remoteId: promptId,
    server,
    submittedAt: now(),
    expected: expected.map(({ role, layer }, index) => ({
      node: workflow.outputs[index]?.node ?? '',
      role,
      ...(layer === undefined ? {} : { layer }),
    })),
  };
}

/** Named by its content, so that the same guide is the same file, and no other is taken for it. */
async function uploadGuide(context: SubmitContext, client: ComfyuiClient): Promise<string | undefined> {
  if (context.guide === undefined) return undefined;
  return upload(`${context.guide}.png`, await context.readBlob(context.guide), client, context.signal);
}
