import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { pythonBase64Decode } from './python-base64.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test.each([
  ['QUJD', 'ABC'],
  ['QUI==', 'AB'],
  ['QU=JD', 'ABC'],
  ['Q=U=J=D', 'AB'],
  ['QUI=Q', 'AB'],
  ['QQ==QUJD', 'A'],
  ['Q U\nJ-D', 'ABC'],
  ['!!!', ''],
  ['=', ''],
])('%j is decoded to %j, as Python does', (data, expected) => {
  expect(text(pythonBase64Decode(data))).toBe(expected);
});

test.each([
  ['QUJ', 'Incorrect padding'],
  ['QUJDRA=', 'Incorrect padding'],
  ['https://x.y/a.png', 'Incorrect padding'],
  ['QUJDQ', 'Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4'],
])('%j is refused with Python’s words', (data, message) => {
  expect(() => pythonBase64Decode(data)).toThrow(message);
});

property.prop([fc.uint8Array()])('whatever was encoded comes back', (bytes) => {
  expect(pythonBase64Decode(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
});
