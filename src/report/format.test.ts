import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64, toDataUri } from './data-uri.ts';
import { formatBytes, formatInstant, formatMs, formatUsd } from './format.ts';
import { fitInto } from './picture.ts';

describe('formats', () => {
  it('writes money so that small sums are still told apart', () => {
    expect([0, 0.00123, 0.05, 1.5, 12].map(formatUsd)).toEqual(['free', '$0.0012', '$0.05', '$1.50', '$12.00']);
    expect(formatUsd(0.0000004)).toBe('$0.0000004');
  });

  it('writes times from milliseconds to hours', () => {
    expect([0.4, 999, 1500, 59_999, 61_000, 3_725_000].map(formatMs)).toEqual([
      '0 ms',
      '999 ms',
      '1.5 s',
      '1 min 0 s',
      '1 min 1 s',
      '1 h 2 min',
    ]);
  });

  it('writes sizes and instants', () => {
    expect([12, 2048, 30_000, 5_000_000].map(formatBytes)).toEqual(['12 B', '2.0 KiB', '29 KiB', '4.8 MiB']);
    expect(formatInstant('2026-11-23T08:35:00.123Z')).toBe('2026-11-23 08:35 UTC');
  });
});

describe('toDataUri', () => {
  it('carries the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
    const long = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251);
    expect(toDataUri('a.webp', long)).toBe(`data:image/webp;base64,${Buffer.from(long).toString('base64')}`);
  });
});

describe('fitInto', () => {
  it('grows small pictures by whole steps and shrinks large ones', () => {
    const box = { width: 256, height: 240 };
    expect(fitInto(box, { width: 64, height: 64 })).toEqual({ width: 192, height: 192, isEnlarged: true });
    expect(fitInto(box, { width: 1024, height: 512 })).toEqual({ width: 256, height: 128, isEnlarged: false });
    expect(fitInto(box, {})).toBeUndefined();
  });
});
