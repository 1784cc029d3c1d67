import type { WorkflowGraph, WorkflowNode } from '../graph.ts';
import type { PromptNode } from './check-node.ts';
import { errorDict, serverError } from './node-errors.ts';
import { CORE_FACTS, type FileCheck, type HiddenFacts } from './own-validators.ts';
import { isTruthy, keyError, toFloat } from './python-number.ts';
import { typeName } from './python-text.ts';
import {
  type PythonDict,
  PythonError,
  type PythonValue,
  dict,
  isDict,
  isList,
  objectOf,
  toJson,
  toPython,
} from './python-value.ts';
import { readPythonJson } from './read-python-json.ts';
import { CORE_REPLACEMENTS, type NodeReplacements, replaceNodes } from './replace-nodes.ts';
import { type AnyCatalogue, openCatalogue } from './server-catalogue.ts';
import { knownFiles } from './known-files.ts';
import { type PromptVerdict, validatePrompt } from './validate-prompt.ts';
import { writePythonJson } from './write-python-json.ts';

/** The server whose answer is wanted. */
export interface AnsweringServer {
  readonly catalogue: AnyCatalogue;
  /** Default: those of the core. */
  readonly facts?: HiddenFacts;
  /** Default: those of the core. */
  readonly replacements?: NodeReplacements;
  /** The files that loaders find: names of input files, `name [output]` for others. Default: those the dump lists. */
  readonly inputFiles?: ReadonlySet<string> | FileCheck;
  /** What the server would make up: the id of a prompt that brings none, and its number in the queue. */
  readonly ids?: { readonly promptId?: string; readonly number?: number };
}

export interface ServerAnswer {
  readonly status: number;
  /** As JSON; a failure of the server itself is `{_text}`. Whole numbers beyond 2^53 lose digits, `text` keeps them. */
  readonly body: unknown;
  /** The body to the letter. */
  readonly text: string;
  /** What the server would run: values converted and unwrapped. Only with status 200. */
  readonly graph?: WorkflowGraph;
  /** The output nodes it would run for; bad ones are dropped silently when others are good. Only with status 200. */
  readonly outputs?: readonly string[];
}

const CRASH = '500 Internal Server Error\n\nServer got itself in trouble';
const NO_ID = '00000000-0000-4000-8000-000000000000';

/**
 * What ComfyUI (0.33.0) answers to `POST /prompt` with this body: same status, same texts. For bodies that are not
 * JSON, or whose numbers matter to the digit (`0.0`, seeds beyond 2^53), use `validateTextAsServer`. Never throws.
 */
export function validateAsServer(body: unknown, server: AnsweringServer): ServerAnswer {
  return answer(() => toPython(body), server);
}

/** As `validateAsServer`, for the text of a body. */
export function validateTextAsServer(text: string, server: AnsweringServer): ServerAnswer {
  return answer(() => readPythonJson(text), server);
}

function answer(read: () => PythonValue, server: AnsweringServer): ServerAnswer {
  try {
    return postPrompt(read(), server);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { status: 500, body: { _text: CRASH }, text: CRASH };
  }
}

function postPrompt(body: PythonValue, server: AnsweringServer): ServerAnswer {
  const number = queueNumber(body, server.ids?.number ?? 0);
  if (!hasKey(body, 'prompt')) return refuse(serverError(['no_prompt', 'No prompt provided'], 'No prompt provided'));
  const request = asRequest(body, 'prompt');
  const promptId = request.get('prompt_id') ?? server.ids?.promptId ?? NO_ID;
  if (!isCanonicalUuid(promptId)) return refuse(INVALID_ID);
  const catalogue = openCatalogue(server.catalogue);
  const prompt = request.get('prompt') ?? null;
  if (!isDict(prompt)) throw noAttribute(prompt, 'items');
  const verdict = validatePrompt(replaceNodes(new Map(prompt), catalogue, server.replacements ?? CORE_REPLACEMENTS), {
    catalogue,
    facts: server.facts ?? CORE_FACTS,
    exists: fileCheck(server.inputFiles ?? knownFiles(catalogue)),
    targets: request.get('partial_execution_targets') ?? null,
  });
  checkExtraData(request, verdict);
  return verdict.error ? refuse(verdict.error, verdict.nodeErrors) : accept(verdict, promptId, number);
}

const INVALID_ID = serverError(
  ['invalid_prompt_id', 'prompt_id must be a valid UUID'],
  'prompt_id must be a UUID string in canonical lowercase hyphenated form; omit it to let the server generate one',
);

function refuse(error: Parameters<typeof errorDict>[0], nodeErrors: PythonDict = new Map()): ServerAnswer {
  return reply(400, dict({ error: errorDict(error), node_errors: nodeErrors }));
}

function accept({ nodeErrors, outputs, nodes }: PromptVerdict, promptId: string, number: PythonValue): ServerAnswer {
  const body = dict({ prompt_id: promptId, number, node_errors: nodeErrors });
  return { ...reply(200, body), graph: graphOf(nodes), outputs };
}

function reply(status: number, body: PythonDict): ServerAnswer {
  return { status, body: toJson(body), text: writePythonJson(body) };
}

function graphOf(nodes: ReadonlyMap<string, PromptNode>): WorkflowGraph {
  return Object.fromEntries([...nodes].map(([id, node]) => [id, workflowNode(node)]));
}

function workflowNode({ className, inputs, title }: PromptNode): WorkflowNode {
  const meta = title === undefined ? {} : { _meta: { title } };
  return { class_type: className, inputs: objectOf(inputs ?? new Map()), ...meta };
}

/** `number`, or the queue's counter; `front` turns it round. */
function queueNumber(body: PythonValue, counter: number): PythonValue {
  if (hasKey(body, 'number')) return toFloat(asRequest(body, 'number').get('number') ?? null);
  const isFront = hasKey(body, 'front') && isTruthy(asRequest(body, 'front').get('front') ?? null);
  return BigInt(isFront ? -counter : counter);
}

/** `key in body`, which a list and a text answer too. */
function hasKey(body: PythonValue, key: string): boolean {
  if (isDict(body)) return body.has(key);
  if (isList(body)) return body.includes(key);
  if (typeof body === 'string') return body.includes(key);
  throw new PythonError('TypeError', `argument of type '${typeName(body)}' is not iterable`);
}

function asRequest(body: PythonValue, key: string): PythonDict {
  if (isDict(body)) return body;
  throw isList(body) ? new PythonError('TypeError', 'list indices must be integers or slices, not str') : keyError(key);
}

function noAttribute(value: PythonValue, name: string): PythonError {
  return new PythonError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}

function isCanonicalUuid(value: PythonValue): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** The server writes into `extra_data` after validation, which only an object bears. */
function checkExtraData(request: PythonDict, { error }: PromptVerdict): void {
  const extra = request.has('extra_data') ? (request.get('extra_data') ?? null) : new Map<string, PythonValue>();
  const canBeAsked = isDict(extra) || isList(extra) || typeof extra === 'string';
  const isWritten = request.has('client_id') || !error;
  if (!canBeAsked || (isWritten && !isDict(extra))) {
    throw new PythonError('TypeError', `'${typeName(extra)}' object does not support item assignment`);
  }
}

function fileCheck(files: ReadonlySet<string> | FileCheck): FileCheck {
  if (typeof files === 'function') return files;
  return (name, folder) => files.has(folder === 'input' ? name : `${name} [${folder}]`);
}
