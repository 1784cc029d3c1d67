import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { type ErrorCode, LimnerError } from '../errors.ts';

/** ComfyUI itself takes no larger request. */
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * Reads a text file of a bounded size, or standard input where the path is `-`. `code` is what a file ends with that
 * is not there, a folder, a device, too large or not UTF-8.
 */
export async function readDocument(path: string, code: ErrorCode): Promise<string> {
  const refuse = (message: string, cause?: unknown) => new LimnerError(code, message, { cause });
  const bytes = path === '-' ? await readAll(process.stdin, refuse) : await readFileBytes(path, refuse);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw refuse(`${nameOf(path)} is not UTF-8 text.`, cause);
  }
}

/** How messages call what stands at a path. */
export function nameOf(path: string): string {
  return path === '-' ? 'Standard input' : path;
}

type Refuse = (message: string, cause?: unknown) => LimnerError;

async function readFileBytes(path: string, refuse: Refuse): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const found = await file.stat();
    if (!isReadable(found)) throw refuse(`${path} is ${found.isDirectory() ? 'a folder' : 'a device'}, not a file.`);
    return await readAll(file.createReadStream({ autoClose: false }), refuse, path);
  } catch (cause) {
    if (cause instanceof LimnerError) throw cause;
    throw refuse(`${path} ${REASONS[codeOf(cause)] ?? `cannot be read: the system says ${codeOf(cause)}`}.`, cause);
  }
}

/** Pipes are, for `<(curl …)`. */
function isReadable(found: Stats): boolean {
  return found.isFile() || found.isFIFO();
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: 'cannot be read: this user may not',
  EPERM: 'cannot be read: this user may not',
};

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no more';
}

/** All bytes of a stream, refused as soon as they are too many. */
export async function readAll(
  stream: AsyncIterable<Uint8Array | string>,
  refuse: Refuse,
  name = 'What was sent',
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    size += bytes.length;
    if (size > MAX_BYTES) throw refuse(`${name} is larger than 100 MB.`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
