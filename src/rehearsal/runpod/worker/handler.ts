import type { ComfyEngine, HistoryEntry } from '../../comfy/engine.ts';
import type { NodeCatalogue } from '../../../workflow/node-catalogue.ts';
import { type Collected, type PutObject, collectImages } from './collect-images.ts';
import { readPromptAnswer } from './queue-workflow.ts';
import { readInput } from './read-input.ts';
import { uploadImages } from './upload-images.ts';

/** What the RunPod SDK posts when a handler has ended: an `error` makes the job FAILED, whatever the output says. */
export interface Posted {
  readonly error?: string;
  readonly output?: unknown;
}

export interface HandlerContext {
  readonly engine: ComfyEngine;
  /** The engine's own catalogue: checkpoints that are there are named when one is not. */
  readonly catalogue: NodeCatalogue;
  /** The endpoint's `COMFY_ORG_API_KEY`; a key in the input goes before it. */
  readonly comfyOrgApiKey?: string;
  /** Set when the endpoint has a bucket. */
  readonly put?: PutObject;
}

/**
 * One job in worker-comfyui 5.x. Throws a `HandlerCrash` where Python does; never settles when the prompt was interrupted, as
 * the worker then waits for a message that does not come.
 */
export async function handleJob(jobInput: unknown, context: HandlerContext): Promise<Posted> {
  const input = readInput(jobInput);
  if (typeof input === 'string') return { error: input };
  const problems = uploadImages(input.images ?? [], context.engine);
  if (problems.length > 0) return failure('Failed to upload one or more input images', problems);
  const apiKey = input.comfyOrgApiKey || context.comfyOrgApiKey;
  const answer = context.engine.prompt({
    prompt: input.workflow,
    client_id: crypto.randomUUID(),
    ...(apiKey ? { extra_data: { api_key_comfy_org: apiKey } } : {}),
  });
  const queued = readPromptAnswer(answer, context.catalogue);
  if ('error' in queued) return queued;
  const entry = await context.engine.finished(queued.promptId);
  if (wasInterrupted(entry)) return new Promise(() => undefined);
  return report(queued.promptId, entry, collectImages(entry, context.engine, context.put));
}

function report(promptId: string, entry: HistoryEntry, { images, errors: later }: Collected): Posted {
  const errors = [...executionErrors(entry), ...later];
  if (Object.keys(entry.outputs).length === 0 && errors.length === 0) {
    errors.push(`No outputs found in history for prompt ${promptId}.`);
  }
  if (images.length > 0) return { output: errors.length > 0 ? { images, errors } : { images } };
  if (errors.length > 0) return failure('Job processing failed', errors);
  return { output: { status: 'success_no_images', images: [] } };
}

/** An error beside details: the SDK moves all but the error below `output`. */
export function failure(error: string, details: readonly string[]): Posted {
  return { error, output: { details } };
}

/** The sentence the worker makes of a node that threw. */
export function executionError(nodeType: string, nodeId: string, message: string): string {
  return `Workflow execution error: Node Type: ${nodeType}, Node ID: ${nodeId}, Message: ${message}`;
}

function executionErrors({ status }: HistoryEntry): string[] {
  return status.messages
    .filter(([event]) => event === 'execution_error')
    .map(([, data]) =>
      executionError(String(data['node_type']), String(data['node_id']), String(data['exception_message'])),
    );
}

function wasInterrupted({ status }: HistoryEntry): boolean {
  return status.messages.some(([event]) => event === 'execution_interrupted');
}
