import { Unzlib } from 'fflate';
import { invalidPicture } from './invalid.ts';

/** Deflate can grow a byte to 1032 at most, so one step of this size stays below 34 MB whatever it holds. */
const STEP = 32_768;
const MOST_GROWTH = 1032;

/**
 * Exactly `length` bytes out of a zlib stream. What the stream holds beyond them is never inflated, so a bomb costs
 * nothing. Throws LIMNER_PICTURE_INVALID when the stream is broken or too short, before memory for it is taken.
 */
export function inflateExactly(compressed: Uint8Array, length: number): Uint8Array {
  if (compressed.length * MOST_GROWTH < length) throw tooShort();
  const result = new Uint8Array(length);
  let filled = 0;
  const stream = new Unzlib((part) => {
    result.set(part.subarray(0, length - filled), filled);
    filled = Math.min(length, filled + part.length);
  });
  for (let offset = 0; offset < compressed.length; offset += STEP) {
    if (filled >= length) break;
    pushStep(stream, compressed.subarray(offset, offset + STEP));
  }
  if (filled < length) throw tooShort();
  return result;
}

function pushStep(stream: Unzlib, part: Uint8Array): void {
  try {
    stream.push(part, false);
  } catch (error) {
    throw invalidPicture('is damaged: its pixels cannot be unpacked', error);
  }
}

function tooShort(): Error {
  return invalidPicture('is cut off: it holds fewer pixels than it claims');
}
