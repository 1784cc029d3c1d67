import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { LimnerError } from '../errors.ts';
import type { NodeCatalogue } from '../workflow/node-catalogue.ts';

/** Reads a saved answer of `GET /object_info`, packed by gzip or not. Throws `LIMNER_USAGE` when it is none. */
export function readCatalogueFile(file: string | URL): NodeCatalogue {
  const value = readJson(file);
  if (isCatalogue(value)) return value;
  throw new LimnerError('LIMNER_USAGE', `${String(file)} is not what GET /object_info answers.`, {
    next: 'Save the answer of GET /object_info of a ComfyUI server and give that file.',
  });
}

/** undefined when the file is not there or holds no JSON. */
function readJson(file: string | URL): unknown {
  try {
    const bytes = readFileSync(file);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return JSON.parse((isPacked ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

function isCatalogue(value: unknown): value is NodeCatalogue {
  return isObject(value) && Object.values(value).every(isNodeInfo);
}

function isNodeInfo(value: unknown): boolean {
  return isObject(value) && isObject(value['input']) && Array.isArray(value['output']);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
