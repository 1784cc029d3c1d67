import type { PromptAnswer } from '../../comfy/engine.ts';
import type { NodeCatalogue } from '../../../workflow/node-catalogue.ts';
import { pythonJson } from './python-json.ts';
import { pythonRepr, pythonStr } from './python-repr.ts';
import { isDict } from '../../http/dict.ts';

const PROMPT_URL = 'http://127.0.0.1:8188/prompt';
const FAILED_VALIDATION = 'Workflow validation failed';

/** The id under which ComfyUI queued the workflow, or the sentence with which the job fails. */
export type Queued = { readonly promptId: string } | { readonly error: string };

/** What worker-comfyui makes of ComfyUI's answer to `POST /prompt`. Bad outputs beside a good one are passed over in silence. */
export function readPromptAnswer({ status, body }: PromptAnswer, catalogue: NodeCatalogue): Queued {
  if (status === 400) return { error: describeRefusal(body, catalogue) };
  if (status > 400) return { error: `Error queuing workflow: ${httpError(status)}` };
  const promptId = isDict(body) ? body['prompt_id'] : undefined;
  return typeof promptId === 'string' && promptId !== ''
    ? { promptId }
    : { error: `Missing 'prompt_id' in queue response: ${pythonRepr(body)}` };
}

function httpError(status: number): string {
  const kind = status >= 500 ? 'Server Error: Internal Server Error' : 'Client Error: Bad Request';
  return `${status} ${kind} for url: ${PROMPT_URL}`;
}

function describeRefusal(body: unknown, catalogue: NodeCatalogue): string {
  if (!isDict(body)) {
    const text = pythonStr(body);
    return `ComfyUI validation failed (could not parse error response): ${text}`;
  }
  const message = headline(body['error']);
  const details = nodeDetails(body['node_errors']);
  if (details.length === 0) return `${message}. Raw response: ${pythonJson(body)}`;
  const isAboutCheckpoint = details.some((text) => text.includes('not in list') && text.includes('ckpt_name'));
  const list = `${message}:\n${details.map((text) => `• ${text}`).join('\n')}`;
  return isAboutCheckpoint ? `${list}\n\n${availableCheckpoints(catalogue)}` : list;
}

function headline(error: unknown): string {
  if (error === undefined) return FAILED_VALIDATION;
  if (!isDict(error)) return pythonStr(error);
  if (error['type'] === 'prompt_outputs_failed_validation') return FAILED_VALIDATION;
  return error['message'] === undefined ? FAILED_VALIDATION : pythonStr(error['message']);
}

/** One line for each key of each node's error, in the order in which ComfyUI wrote them. */
function nodeDetails(nodeErrors: unknown): readonly string[] {
  if (!isDict(nodeErrors)) return [];
  return Object.entries(nodeErrors).flatMap(([id, error]) =>
    isDict(error)
      ? Object.entries(error).map(([key, value]) => `Node ${id} (${key}): ${pythonStr(value)}`)
      : [`Node ${id}: ${pythonStr(error)}`],
  );
}

function availableCheckpoints(catalogue: NodeCatalogue): string {
  const options = catalogue['CheckpointLoaderSimple']?.input.required?.['ckpt_name']?.[0];
  return Array.isArray(options) && options.length > 0
    ? `Available checkpoint models: ${options.join(', ')}`
    : 'No checkpoint models appear to be available. Please check your model installation.';
}
