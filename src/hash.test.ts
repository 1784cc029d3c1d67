import { expect, test } from 'vitest';
import { canonicalJson, hashJson, sha256 } from './hash.ts';

test('gives the well-known digest of the empty text', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('hashes equal values equally whatever the order of their keys', () => {
  expect(hashJson({ a: 1, b: { c: [1, { e: 2, d: 3 }] } })).toBe(hashJson({ b: { c: [1, { d: 3, e: 2 }] }, a: 1 }));
});

test('keeps the order of lists and leaves out undefined', () => {
  expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
});
