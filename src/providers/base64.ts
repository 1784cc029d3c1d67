/** Bytes of base64, with or without a data address before it. What is no base64 is left out, as the worker itself does. */
export function decodeBase64(data: string): Uint8Array {
  const text = data.startsWith('data:') ? data.slice(data.indexOf(',') + 1) : data;
  return decodeStrictly(text) ?? decodeCleaned(text);
}

const CHUNK = 0x8000;

export function encodeBase64(bytes: Uint8Array): string {
  if ('toBase64' in bytes && typeof bytes.toBase64 === 'function') return String(bytes.toBase64());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(pieces.join(''));
}

/** The usual case, without a copy of some megabytes of text. */
function decodeStrictly(text: string): Uint8Array | undefined {
  try {
    return bytesOf(atob(text));
  } catch {
    return undefined;
  }
}

function decodeCleaned(text: string): Uint8Array {
  const clean = text.replaceAll(/[^A-Za-z0-9+/]/g, '');
  return bytesOf(atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean));
}

function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
