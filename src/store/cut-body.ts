import { concatBytes } from '../raster/concat-bytes.ts';
import type { Body } from './store.ts';

/** A body that fits into one request, or what has to be sent in several. */
export type CutBody = { readonly whole: Uint8Array } | { readonly parts: AsyncIterable<Uint8Array> };

/** Bytes stay whole; pieces are gathered into parts of exactly `size` bytes, the last one of what is left, if one is not enough. */
export async function cutBody(body: Body, size: number): Promise<CutBody> {
  if (body instanceof Uint8Array) return { whole: body };
  const parts = cutParts(body, size);
  const first = await parts.next();
  const second = await parts.next();
  if (second.done) return { whole: first.value ?? new Uint8Array() };
  return { parts: chain([first.value ?? new Uint8Array(), second.value], parts) };
}

async function* cutParts(body: Exclude<Body, Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let room = size;
  for await (const piece of body) {
    let rest = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    while (rest.length > room) {
      yield concatBytes([...held, rest.subarray(0, room)]);
      rest = rest.subarray(room);
      held = [];
      room = size;
    }
    // Whoever gave the piece may use its memory again.
    held.push(rest.slice());
    room -= rest.length;
  }
  if (held.length > 0) yield concatBytes(held);
}

async function* chain(begun: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* begun;
  yield* rest;
}
