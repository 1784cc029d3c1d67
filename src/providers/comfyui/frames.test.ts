import { expect, test } from 'vitest';
import { readFrame } from './frames.ts';

const text = (type: string, data: object): string => JSON.stringify({ type, data });

function binary(numbers: readonly number[], ...parts: readonly (string | number[])[]): ArrayBuffer {
  const head = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, index) => head.setUint32(index * 4, number));
  const bytes = parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part));
  return Uint8Array.from([...new Uint8Array(head.buffer), ...bytes]).buffer;
}

test.each([
  [
    text('progress', { value: 12.7, max: 28, prompt_id: 'a', node: '3' }),
    { kind: 'step', promptId: 'a', progress: { step: 12, total: 28 } },
  ],
  [text('execution_start', { prompt_id: 'a', timestamp: 1 }), { kind: 'started', promptId: 'a' }],
  [text('executing', { node: '3', prompt_id: 'a' }), { kind: 'other', promptId: 'a' }],
  [text('executing', { node: null, prompt_id: 'a' }), { kind: 'over', promptId: 'a' }],
  [text('progress_state', { prompt_id: 'a', nodes: {} }), { kind: 'other', promptId: 'a' }],
  [text('status', { status: { exec_info: { queue_remaining: 3 } }, sid: 'x' }), { kind: 'queue', remaining: 3 }],
])('understands %s', (frame, meaning) => expect(readFrame(frame)).toEqual(meaning));

test('finds the picture of a plain preview behind its format', () => {
  expect(readFrame(binary([1, 1], [9, 8, 7]))).toEqual({
    kind: 'preview',
    mimeType: 'image/jpeg',
    bytes: Uint8Array.of(9, 8, 7),
  });
  expect(readFrame(binary([1, 2], [9]))).toMatchObject({ mimeType: 'image/png' });
});

test('finds the picture of a preview with metadata, and whose it is', () => {
  const metadata = JSON.stringify({ prompt_id: 'ä', image_type: 'image/png' });
  const { length } = new TextEncoder().encode(metadata);
  expect(readFrame(binary([4, length], metadata, [9, 8]))).toEqual({
    kind: 'preview',
    promptId: 'ä',
    mimeType: 'image/png',
    bytes: Uint8Array.of(9, 8),
  });
});

test.each([
  ['', 'no JSON'],
  ['[]', 'a list'],
  ['{"type":"progress"}', 'no data'],
  [text('feature_flags', { supports_preview_metadata: true }), 'an answer of no interest'],
  [text('status', { status: null }), 'a status of nothing'],
  [binary([1]), 'a frame that was cut off'],
  [binary([4, 99], '{}'), 'metadata that were cut off'],
  [binary([3, 1], 'a text'), 'a text for the interface'],
  [new Blob([]), 'a blob'],
])('passes over %j: %s', (frame, _what) => expect(readFrame(frame)).toBeUndefined());
