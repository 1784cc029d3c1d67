import { readChunks, writeChunks } from './chunks.ts';

/**
 * The same picture with text chunks behind its header, keyword by keyword. Characters outside Latin-1 are not allowed:
 * write JSON with escapes. Throws LIMNER_PICTURE_INVALID when the file is no whole PNG.
 */
export function addPngText(bytes: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const [header, ...rest] = [...readChunks(bytes)]
    .filter(({ type }) => type !== 'IEND')
    .map(({ type, start, end }) => ({ type, data: bytes.subarray(start, end) }));
  if (!header) return bytes;
  const added = Object.entries(texts).map(([keyword, text]) => ({ type: 'tEXt', data: latin1(`${keyword}\0${text}`) }));
  return writeChunks([header, ...added, ...rest]);
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
