import { LimnerError } from '../errors.ts';
import { isLoopback } from '../providers/network.ts';
import { PythonError, type PythonDict, type PythonValue, isDict, isList } from '../workflow/validate/python-value.ts';
import { readPythonJson } from '../workflow/validate/read-python-json.ts';
import { nameOf, readAll, readDocument } from './read-document.ts';

const CODE = 'LIMNER_CATALOGUE_UNREADABLE';
const TIMEOUT_MS = 60_000;

/** Reads what a ComfyUI server answers to `GET /object_info` from a file or from the server itself, with all digits. */
export async function loadNodeCatalogue(place: string): Promise<PythonDict> {
  const isUrl = /^[a-z]+:\/\//i.test(place);
  const text = isUrl ? await fetchText(catalogueUrl(place)) : await readDocument(place, CODE);
  const name = isUrl ? catalogueUrl(place).href : nameOf(place);
  const found = parse(text, name);
  const strays = isDict(found) ? [...found].filter(([, info]) => !isNodeInfo(info)) : [];
  if (!isDict(found) || found.size === 0 || strays.length > 0) {
    const what = strays.length > 0 ? ` ("${strays[0]?.[0]}" is no node class)` : '';
    throw new LimnerError(CODE, `${name} is JSON, but no object_info of a ComfyUI server${what}.`);
  }
  return found;
}

function parse(text: string, name: string): PythonValue {
  try {
    return readPythonJson(text);
  } catch (cause) {
    if (!(cause instanceof PythonError)) throw cause;
    throw new LimnerError(CODE, `${name} is not JSON: ${cause.message}.`, { cause });
  }
}

function isNodeInfo(info: PythonValue): boolean {
  return isDict(info) && isDict(info.get('input')) && isList(info.get('output')) && info.has('output_node');
}

/** `https://host/base` → `https://host/base/object_info`; plain http only to this machine. */
function catalogueUrl(place: string): URL {
  const url = URL.parse(place);
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))) {
    throw new LimnerError(CODE, `${place} is no place to ask: use https, or http on this machine.`);
  }
  if (!/\/object_info\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/object_info`;
  return url;
}

async function fetchText(url: URL): Promise<string> {
  const refuse = (message: string, cause?: unknown) =>
    new LimnerError(CODE, message, {
      cause,
      next: 'See that ComfyUI runs there, or give a file with its object_info.',
    });
  const place = `${url.origin}${url.pathname}`;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw refuse(`${place} answers with status ${response.status}.`);
    return new TextDecoder().decode(await readAll(response.body ?? new ReadableStream(), refuse, place));
  } catch (cause) {
    if (cause instanceof LimnerError) throw cause;
    throw refuse(`${place} does not answer: ${reasonOf(cause)}.`, cause);
  }
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
}
