import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';

/** What the next request gets: an answer, or a connection that is cut. */
export type ScriptedAnswer =
  | 'cut'
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on loopback that answers as a function says. */
export async function startScriptedHttp(answer: (request: SeenRequest, index: number) => ScriptedAnswer) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      seen.push(asked);
      const said = answer(asked, seen.length - 1);
      if (said === 'cut') return void response.socket?.resetAndDestroy();
      response.writeHead(said.status ?? 200, said.headers);
      response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {}));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
