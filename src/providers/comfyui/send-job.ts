import { LimnerError } from '../../errors.ts';
import { explainRefusal } from '../../workflow/answers/explain-refusal.ts';
import { readRefusalBody } from '../../workflow/answers/graph-refusal.ts';
import { isObject, textOf } from '../../workflow/answers/loose-json.ts';
import type { WorkflowGraph } from '../../workflow/graph.ts';
import { type WorkflowChoice, workflowForJob } from '../../workflow/job-workflow.ts';
import { packOf } from '../../workflow/node-packs.ts';
import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import { findFaults } from '../../workflow/validate/faults/find-faults.ts';
import type { ImageJob, SubmitContext } from '../provider.ts';
import { cancelPrompt } from './cancel-prompt.ts';
import type { ComfyuiClient, PromptRequest, ServerAnswer } from './client.ts';
import { httpFailure } from './errors.ts';
import type { PromptTicket } from './ticket.ts';
import { prefixOf, promptIdOf } from './translate.ts';

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

/** Queues one job as one prompt. The graph is checked against the server's own nodes first: a wrong one can kill the server's worker. */
export async function sendJob(
  job: ImageJob,
  choice: WorkflowChoice,
  context: SubmitContext,
  options: SendOptions,
): Promise<PromptTicket> {
  const { provider, server, client, catalogue, now } = options;
  const guideName = await uploadGuide(context, client);
  const names = { prefix: prefixOf(context.callId), ...(guideName === undefined ? {} : { guideName }) };
  const { graph, expected, workflow } = workflowForJob(job, choice, names);
  checkGraph(graph, catalogue, provider);
  const promptId = promptIdOf(context.callId);
  const answer = await client.prompt(requestFor(graph, promptId, options), context.signal);
  await checkAnswer(answer, promptId, options, context.signal);
  return {
    // Old servers make ids up themselves.
    remoteId: (isObject(answer.body) && textOf(answer.body['prompt_id'])) || promptId,
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
  const bytes = await context.readBlob(context.guide);
  try {
    return await client.upload(`${context.guide}.png`, bytes, context.signal);
  } catch (error) {
    throw nothingSent(error);
  }
}

/** Whatever became of the upload, there was no prompt yet. */
function nothingSent(error: unknown): unknown {
  if (!(error instanceof LimnerError) || error.refused) return error;
  const { code, message, cause, next, retryable, facts } = error;
  return new LimnerError(code, message, { cause, next, retryable, facts, refused: true });
}

function requestFor(prompt: WorkflowGraph, promptId: string, { clientId, wantsPreviews }: SendOptions): PromptRequest {
  const extra = wantsPreviews ? { extra_data: { preview_method: 'auto' } } : {};
  return { prompt, prompt_id: promptId, client_id: clientId, ...extra };
}

function checkGraph(graph: WorkflowGraph, catalogue: NodeCatalogue, provider: string): void {
  const [fault] = findFaults(graph, catalogue);
  if (!fault) return;
  throw new LimnerError('LIMNER_WORKFLOW_REFUSED', `${provider} would refuse the workflow: ${fault.message}`, {
    refused: true,
    next: fault.cure,
  });
}

/** A 200 that names errors runs only a part of the graph: it is stopped and counts as refused. */
async function checkAnswer(
  answer: ServerAnswer,
  promptId: string,
  { provider, client }: SendOptions,
  signal: AbortSignal,
): Promise<void> {
  const refusal = readRefusalBody(answer.body);
  if (answer.status === 200 && refusal.nodes.length === 0 && isObject(answer.body)) return;
  if (answer.status === 200) await cancelPrompt(promptId, client, signal);
  if (refusal.error !== undefined || refusal.nodes.length > 0) throw explainRefusal(refusal, { provider, packOf });
  throw httpFailure(provider, answer.status, answer.text);
}
