import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { concatBytes } from '../raster/concat-bytes.ts';
import { cutBody } from './cut-body.ts';

async function* give(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

test.prop([fc.array(fc.uint8Array({ maxLength: 20 })), fc.integer({ min: 1, max: 12 })])(
  'parts are of one size, but for the last, and hold every byte in its place',
  async (pieces, size) => {
    const cut = await cutBody(give(pieces), size);
    const parts: Uint8Array[] = [];
    if ('whole' in cut) parts.push(cut.whole);
    else for await (const part of cut.parts) parts.push(part);
    expect([...concatBytes(parts)]).toEqual([...concatBytes(pieces)]);
    expect(parts.slice(0, -1).every(({ length }) => length === size)).toBe(true);
    const last = parts.at(-1)?.length ?? 0;
    expect(last <= size && (last > 0 || parts.length === 1)).toBe(true);
    expect('whole' in cut).toBe(concatBytes(pieces).length <= size);
  },
);

test('what a piece was read into may be used again at once', async () => {
  const shared = new Uint8Array(2);
  const reusing = (async function* () {
    for (const value of [1, 2, 3]) yield shared.fill(value);
  })();
  const cut = await cutBody(reusing, 100);
  expect('whole' in cut && [...cut.whole]).toEqual([1, 1, 2, 2, 3, 3]);
});
