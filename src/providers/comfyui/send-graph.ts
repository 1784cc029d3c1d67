import { LimnerError } from '../../errors.ts';
import { explainRefusal } from '../../workflow/answers/explain-refusal.ts';
import { readRefusalBody } from '../../workflow/answers/graph-refusal.ts';
import { isObject, textOf } from '../../workflow/answers/loose-json.ts';
import type { WorkflowGraph } from '../../workflow/graph.ts';
import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import { packOf } from '../../workflow/node-packs.ts';
import { findFaults } from '../../workflow/validate/faults/find-faults.ts';
import type { GraphRequest } from '../graph-provider.ts';
import { cancelPrompt } from './cancel-prompt.ts';
import type { ComfyuiClient, PromptRequest, ServerAnswer } from './client.ts';
import { httpFailure } from './errors.ts';
import { promptIdOf } from './translate.ts';

export interface SendGraphOptions {
  readonly provider: string;
  readonly clientId: string;
  readonly client: ComfyuiClient;
  readonly catalogue: NodeCatalogue;
  /** Ask for pictures of what is under way; most servers send none by themselves. */
  readonly wantsPreviews: boolean;
  readonly signal: AbortSignal;
}

/**
 * Queues one graph, and gives the prompt's id. It is checked against the server's own nodes first: a wrong one can kill the server's
 * worker.
 */
export async function sendGraph(request: GraphRequest, options: SendGraphOptions): Promise<string> {
  const { provider, client, catalogue, signal } = options;
  const { graph, callId, uploads } = request;
  checkGraph(graph, catalogue, provider);
  for (const { name, bytes } of uploads) await upload(name, bytes, client, signal);
  const promptId = promptIdOf(callId);
  await request.beforeSend?.();
  const answer = await client.prompt(requestFor(graph, promptId, options), signal);
  await checkAnswer(answer, promptId, options);
  // Old servers make ids up themselves.
  return (isObject(answer.body) && textOf(answer.body['prompt_id'])) || promptId;
}

/** Gives the name that the server keeps the file under. Whatever becomes of it, there is no prompt yet. */
export async function upload(
  name: string,
  bytes: Uint8Array,
  client: Pick<ComfyuiClient, 'upload'>,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await client.upload(name, bytes, signal);
  } catch (error) {
    if (!(error instanceof LimnerError) || error.refused) throw error;
    const { code, message, cause, next, retryable, facts } = error;
    throw new LimnerError(code, message, { cause, next, retryable, facts, refused: true });
  }
}

function requestFor(
  prompt: WorkflowGraph,
  promptId: string,
  { clientId, wantsPreviews }: SendGraphOptions,
): PromptRequest {
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
  { provider, client, signal }: SendGraphOptions,
): Promise<void> {
  const refusal = readRefusalBody(answer.body);
  if (answer.status === 200 && refusal.nodes.length === 0 && isObject(answer.body)) return;
  if (answer.status === 200) await cancelPrompt(promptId, client, signal);
  if (refusal.error !== undefined || refusal.nodes.length > 0) throw explainRefusal(refusal, { provider, packOf });
  throw httpFailure(provider, answer.status, answer.text);
}
