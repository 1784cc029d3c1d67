import { isObject, textOf } from '../../workflow/answers/loose-json.ts';

/** A file on the server's disk. */
export interface ServerFile {
  readonly filename: string;
  readonly subfolder: string;
  readonly type: string;
}

/** How a prompt ended, as its history says. */
export interface PromptEnd {
  readonly outcome: 'success' | 'error' | 'interrupted';
  /** Of the node that failed. */
  readonly error?: string;
  readonly ranMs: number;
  /** The pictures that each node saved, in the order of its batch. */
  readonly images: ReadonlyMap<string, readonly ServerFile[]>;
}

/** Undefined while the server has not ended the prompt, and when it does not know it. */
export function readHistory(promptId: string, body: unknown): PromptEnd | undefined {
  const entry = isObject(body) ? body[promptId] : undefined;
  if (!isObject(entry)) return undefined;
  const status = isObject(entry['status']) ? entry['status'] : {};
  const messages = readMessages(status['messages']);
  const failure = messages.find(([event]) => event === 'execution_error')?.[1];
  const images = readImages(entry['outputs']);
  return {
    outcome: outcomeOf(status['status_str'], messages, images),
    ...(failure ? { error: describeFailure(failure) } : {}),
    ranMs: ranMs(messages),
    images,
  };
}

/** The oldest servers keep no status: a prompt that saved something went well. */
function outcomeOf(word: unknown, messages: readonly Message[], images: PromptEnd['images']): PromptEnd['outcome'] {
  if (messages.some(([event]) => event === 'execution_interrupted')) return 'interrupted';
  const isWell = typeof word === 'string' ? word === 'success' : images.size > 0;
  return isWell ? 'success' : 'error';
}

type Message = readonly [string, Readonly<Record<string, unknown>>];

function readMessages(value: unknown): readonly Message[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((message: unknown) => {
    if (!Array.isArray(message)) return [];
    const [event, data] = message as readonly unknown[];
    return typeof event === 'string' && isObject(data) ? [[event, data] as const] : [];
  });
}

function describeFailure(data: Readonly<Record<string, unknown>>): string {
  const type = textOf(data['exception_type']);
  const message = textOf(data['exception_message']).trim();
  const said = message === '' ? type : `${type === '' ? '' : `${type}: `}${message}`;
  return `${textOf(data['node_type'])} ${textOf(data['node_id'])}: ${said}`;
}

function ranMs(messages: readonly Message[]): number {
  const times = messages.flatMap(([, { timestamp }]) => (typeof timestamp === 'number' ? [timestamp] : []));
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}

function readImages(outputs: unknown): PromptEnd['images'] {
  const images = new Map<string, readonly ServerFile[]>();
  if (!isObject(outputs)) return images;
  for (const [node, output] of Object.entries(outputs)) {
    const files = isObject(output) && Array.isArray(output['images']) ? output['images'].filter(isObject) : [];
    const saved = files.map((file) => ({
      filename: textOf(file['filename']),
      subfolder: textOf(file['subfolder']),
      type: textOf(file['type']),
    }));
    if (saved.length > 0) images.set(node, saved);
  }
  return images;
}

/** Where a prompt stands in `GET /queue`, whose items are `[number, id, …]`. */
export function placeInQueue(promptId: string, body: unknown): 'running' | 'queued' | 'absent' {
  if (!isObject(body)) return 'absent';
  const holds = (items: unknown): boolean =>
    listOf(items).some((item: unknown) => Array.isArray(item) && item[1] === promptId);
  if (holds(body['queue_running'])) return 'running';
  return holds(body['queue_pending']) ? 'queued' : 'absent';
}

/** Everything that runs or waits. */
export function queueItems(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [...listOf(body['queue_running']), ...listOf(body['queue_pending'])];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
