import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Exchange } from './answer.ts';

/** More than any limit of the platform; whoever sends more is cut off. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Reads a request whole; undefined when it broke off or is larger than `mostBytes`. */
export async function readExchange(
  request: IncomingMessage,
  response: ServerResponse,
  mostBytes: number = MOST_BYTES,
): Promise<Exchange | undefined> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const body = await readBody(request, mostBytes);
  if (!body) return undefined;
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://rehearsal'),
    header: (name) => [request.headers[name]].flat()[0],
    body,
    signal: gone.signal,
  };
}

async function readBody(request: IncomingMessage, mostBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) return undefined;
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

/** Writes the answer; how many bytes its body has. */
export function writeAnswer(response: ServerResponse, answer: Answer): number {
  if (answer === 'silence') return 0;
  if (answer === 'cut') {
    response.socket?.resetAndDestroy();
    return 0;
  }
  const body = 'bytes' in answer ? answer.bytes : new TextEncoder().encode(JSON.stringify(answer.json));
  const mimeType = 'bytes' in answer ? answer.mimeType : 'application/json';
  const headers = 'headers' in answer ? answer.headers : {};
  response.writeHead(answer.status, { ...headers, 'content-type': mimeType, 'content-length': body.length });
  response.end(body);
  return body.length;
}
