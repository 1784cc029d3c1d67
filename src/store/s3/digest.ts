import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** sha256 in hex, by the platform: a picture of some megabytes takes it a moment. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())));
}

/** For `Content-MD5` and to compare with ETags. It guards against accidents, not against malice. */
export function md5Of(bytes: Uint8Array): { readonly hex: string; readonly base64: string } {
  const hash = md5(bytes);
  return { hex: bytesToHex(hash), base64: btoa(String.fromCharCode(...hash)) };
}
