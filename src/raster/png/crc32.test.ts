import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

test('gives the published check value, whatever stands around the range', () => {
  const bytes = new TextEncoder().encode('xx123456789yy');
  expect(crc32(bytes, 2, 11)).toBe(0xcbf43926);
});
