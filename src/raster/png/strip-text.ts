import { concatBytes } from '../concat-bytes.ts';
import { readChunks } from './chunks.ts';

const TEXT = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME']);

/**
 * The same picture without what was written about it: prompts, workflows, camera data, dates. All other chunks stay
 * byte for byte; bytes after the end of the PNG go. Throws LIMNER_PICTURE_INVALID when the file is no whole PNG.
 */
export function stripPngText(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, 8)];
  for (const { type, start, end } of readChunks(bytes)) {
    if (!TEXT.has(type)) kept.push(bytes.subarray(start - 8, end + 4));
  }
  return concatBytes(kept);
}
