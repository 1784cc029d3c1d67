import { fc, test } from '@fast-check/vitest';
import { zlibSync } from 'fflate';
import { expect } from 'vitest';
import { inflateExactly } from './inflate.ts';

test.prop([fc.uint8Array({ minLength: 1, maxLength: 5000 }), fc.nat(5000)])(
  'gives the first bytes that were packed',
  (bytes, wanted) => {
    const length = Math.min(wanted, bytes.length);
    expect(inflateExactly(zlibSync(bytes), length)).toEqual(bytes.slice(0, length));
  },
);

test('gives what takes many steps', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255);
  expect(inflateExactly(zlibSync(bytes, { level: 0 }), bytes.length)).toEqual(bytes);
});

test('looks at nothing beyond the bytes it needs, so a bomb does no harm', () => {
  const stored = Uint8Array.from({ length: 1005 }, (_, i) => [0, 0xe8, 3, 0x17, 0xfc][i] ?? 7);
  const bomb = new Uint8Array(2 + 1005 * 100).fill(255);
  bomb.set([0x78, 0x9c]);
  // Forty good blocks; the bytes after them are no deflate at all, which shows if anyone reads them.
  for (let block = 0; block < 40; block++) bomb.set(stored, 2 + block * 1005);
  expect(inflateExactly(bomb, 20_000)).toEqual(new Uint8Array(20_000).fill(7));
  expect(() => inflateExactly(bomb, 60_000)).toThrow('cannot be unpacked');
});

test('refuses what cannot hold that much, before it takes the memory', () => {
  expect(() => inflateExactly(zlibSync(new Uint8Array(10)), 2 ** 40)).toThrow('fewer pixels');
});
