import { extname } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Admin, runAdminRoute } from './admin.ts';
import { type Answer, type Exchange, refuse } from '../http/answer.ts';
import { type Keys, authorize } from './authorize.ts';
import type { Bucket } from './bucket.ts';
import type { Endpoint } from './endpoint.ts';
import { readExchange, writeAnswer } from '../http/exchange.ts';
import { runRoute } from './routes.ts';

/** All that can be reached through the server. */
export interface Place {
  find(endpointId: string): Endpoint | undefined;
  readonly admin: Admin;
  readonly bucket: Bucket;
  readonly keys: Keys;
}

/** Answers one request. */
export async function serve(request: IncomingMessage, response: ServerResponse, place: Place): Promise<void> {
  const exchange = await readExchange(request, response);
  if (!exchange) return void request.socket.destroy();
  const [door, ...path] = exchange.url.pathname.split('/').slice(1).map(decodePart);
  if (door === 'v2') return servePlatform(response, path, exchange, place);
  if (door === 'admin') return void writeAnswer(response, runAdminRoute(place.admin, path, exchange));
  writeAnswer(response, door === 's3' ? readObject(place.bucket, path) : refuse(404, 'not found'));
}

async function servePlatform(
  response: ServerResponse,
  [endpointId = '', ...path]: readonly string[],
  exchange: Exchange,
  place: Place,
): Promise<void> {
  const endpoint = place.find(endpointId);
  endpoint?.counters.count('bytesIn', exchange.body.length);
  const refusal = authorize(exchange.header('authorization'), endpointId, place.keys);
  const answer = refusal ?? (endpoint ? await runRoute(endpoint, path, exchange) : refuse(404, 'endpoint not found'));
  const bytesOut = writeAnswer(response, answer);
  endpoint?.counters.count('bytesOut', bytesOut);
}

const MIME_TYPES: { readonly [extension: string]: string } = { '.png': 'image/png', '.webp': 'image/webp' };

function readObject(bucket: Bucket, path: readonly string[]): Answer {
  const key = path.join('/');
  const bytes = bucket.get(key);
  if (!bytes) return refuse(404, 'NoSuchKey');
  return { status: 200, bytes, mimeType: MIME_TYPES[extname(key)] ?? 'application/octet-stream' };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
