import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RehearsedComfy } from '../create-engine.ts';
import { createClients } from './clients.ts';
import { findRoute } from './find-route.ts';
import { isForeign } from './origin.ts';
import { CRASHED, empty, type Reply, text } from './reply.ts';

export interface ComfyServer {
  /** Like `http://127.0.0.1:8188`, without a slash at its end. */
  readonly url: string;
  /** Closes every connection and stops the engine. */
  stop(): Promise<void>;
}

export interface ComfyServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly host?: string;
}

/** Serves one engine over ComfyUI's HTTP routes and its WebSocket. */
export async function startComfyServer(engine: RehearsedComfy, options: ComfyServerOptions): Promise<ComfyServer> {
  const { port, host = '127.0.0.1' } = options;
  const clients = createClients(engine);
  const server = createServer((request, response) => {
    answer(engine, request)
      .catch(() => CRASHED)
      .then((reply) => write(response, reply))
      .catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const { pathname, searchParams } = urlOf(request);
    const isSocket = pathname === '/ws' || pathname === '/api/ws';
    if (isSocket && !isForeign(request.headers)) clients.connect(request, stream, searchParams.get('clientId') ?? '');
    else stream.end(`HTTP/1.1 ${isSocket ? '403 Forbidden' : '404 Not Found'}\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host}:${actual}`,
    async stop() {
      engine.stop();
      clients.closeAll();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const MOST_BYTES = 104_857_600;

async function answer(engine: RehearsedComfy, request: IncomingMessage): Promise<Reply> {
  if (isForeign(request.headers)) return empty(403);
  const { pathname, searchParams } = urlOf(request);
  const { parts, answer: reply } = findRoute(request.method ?? 'GET', pathname);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) return text('Maximum request body size 104857600 exceeded', 413);
  }
  const contentType = request.headers['content-type'] ?? '';
  return reply({ engine, query: searchParams, parts, body: Buffer.concat(chunks), contentType });
}

function urlOf({ url = '/' }: IncomingMessage): URL {
  return new URL(url, 'http://localhost');
}

function write(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
