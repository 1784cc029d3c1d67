import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

describe('base64', () => {
  test('gives back every byte', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(btoa(String.fromCharCode(...bytes)));
        expect(decodeBase64(text)).toEqual(bytes);
        expect(decodeBase64(`data:image/png;base64,${text}`)).toEqual(bytes);
      }),
    );
  });

  test('that was cut off gives the bytes it has', () => {
    const whole = btoa('limner paints');
    for (let length = 0; length < whole.length; length += 1) {
      const bytes = decodeBase64(whole.slice(0, length));
      expect('limner paints'.startsWith(String.fromCharCode(...bytes))).toBe(true);
    }
  });
});
