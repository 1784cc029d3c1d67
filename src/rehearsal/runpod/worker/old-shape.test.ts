import { expect, test } from 'vitest';
import { toOldShape } from './old-shape.ts';

test('only the last picture comes back', () => {
  const image = (data: string) => ({ filename: `${data}.png`, type: 'base64', data });
  expect(toOldShape({ output: { images: [image('first'), image('last')] } })).toEqual({
    output: { status: 'success', message: 'last' },
  });
});

test('uploads that failed end as COMPLETED', () => {
  const posted = { error: 'Failed to upload one or more input images', output: { details: ['why'] } };
  expect(toOldShape(posted)).toEqual({
    output: { status: 'error', message: 'Some images failed to upload', details: ['why'] },
  });
});

test('other errors stay as they are', () => {
  expect(toOldShape({ error: "Missing 'workflow' parameter" })).toEqual({ error: "Missing 'workflow' parameter" });
});
