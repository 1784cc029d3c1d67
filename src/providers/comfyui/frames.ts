import { isObject, parseLoosely, textOf } from '../../workflow/answers/loose-json.ts';
import type { Progress } from '../provider.ts';

/** One frame of the WebSocket, as far as anybody listens. */
export type Frame =
  | { readonly kind: 'step'; readonly promptId: string; readonly progress: Progress }
  | { readonly kind: 'started'; readonly promptId: string }
  /** The last word on a prompt: its history is written. */
  | { readonly kind: 'over'; readonly promptId: string }
  | { readonly kind: 'other'; readonly promptId: string }
  /** Prompts that run or wait, of everybody. */
  | { readonly kind: 'queue'; readonly remaining: number }
  /** Of the prompt that was spoken of last, where it names none. */
  | { readonly kind: 'preview'; readonly promptId?: string; readonly mimeType: string; readonly bytes: Uint8Array };

const PREVIEW = 1;
const PREVIEW_WITH_METADATA = 4;
const PNG = 2;

/** Undefined for what says nothing to us. */
export function readFrame(data: unknown): Frame | undefined {
  if (typeof data === 'string') return readText(parseLoosely(data));
  return data instanceof ArrayBuffer ? readBinary(data) : undefined;
}

function readText(message: unknown): Frame | undefined {
  if (!isObject(message) || !isObject(message['data'])) return undefined;
  const { type, data } = message;
  if (type === 'status') return readStatus(data);
  const promptId = textOf(data['prompt_id']);
  if (promptId === '') return undefined;
  const { value, max } = data;
  if (type === 'progress' && typeof value === 'number' && typeof max === 'number')
    return { kind: 'step', promptId, progress: { step: Math.floor(value), total: max } };
  if (type === 'executing' && data['node'] === null) return { kind: 'over', promptId };
  return { kind: type === 'execution_start' ? 'started' : 'other', promptId };
}

function readStatus(data: Readonly<Record<string, unknown>>): Frame | undefined {
  const status = isObject(data['status']) ? data['status'] : {};
  const info = isObject(status['exec_info']) ? status['exec_info'] : {};
  const remaining = info['queue_remaining'];
  return typeof remaining === 'number' ? { kind: 'queue', remaining } : undefined;
}

/** Big-endian numbers of 32 bits stand before the picture. */
function readBinary(data: ArrayBuffer): Frame | undefined {
  if (data.byteLength < 8) return undefined;
  const view = new DataView(data);
  const [event, second] = [view.getUint32(0), view.getUint32(4)];
  if (event === PREVIEW)
    return { kind: 'preview', mimeType: second === PNG ? 'image/png' : 'image/jpeg', bytes: new Uint8Array(data, 8) };
  if (event !== PREVIEW_WITH_METADATA || second > data.byteLength - 8) return undefined;
  const metadata = parseLoosely(new TextDecoder().decode(new Uint8Array(data, 8, second)));
  if (!isObject(metadata)) return undefined;
  const promptId = textOf(metadata['prompt_id']);
  const mimeType = textOf(metadata['image_type']) || 'image/jpeg';
  const bytes = new Uint8Array(data, 8 + second);
  return { kind: 'preview', mimeType, bytes, ...(promptId === '' ? {} : { promptId }) };
}
