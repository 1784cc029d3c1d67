/** Bytes a call: a multiple of three, so that no padding falls between the pieces. */
const CHUNK = 0x6000;

const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/** A picture file as a `data:` address; the type is told by the path's ending. */
export function toDataUri(path: string, bytes: Uint8Array): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return `data:${MIME_TYPES[ending] ?? 'image/png'};base64,${toBase64(bytes)}`;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  }
  return text;
}
