import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer, request as ask } from 'node:http';

/** Stands before a server and has a share of the requests fail, before or after they were carried out. */
export async function startFaultyProxy(rate: number, portBehind: () => number) {
  const counts = { requests: 0, failed: 0 };
  let onRequest: (count: number) => void = () => undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      counts.requests += 1;
      onRequest(counts.requests);
      const fault = faultOf(counts.requests, rate);
      if (fault) counts.failed += 1;
      if (fault === 'cut') return void response.socket?.resetAndDestroy();
      if (typeof fault === 'number') return refuse(response, fault);
      await forward(request, Buffer.concat(chunks), portBehind(), response, fault === 'cut-after');
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    counts,
    /** Called with the number of each request, as it arrives. */
    watch: (listener: (count: number) => void) => void (onRequest = listener),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const FAULTS = ['cut', 'cut-after', 500, 503] as const;

/** The same for the same number, and spread evenly. */
function faultOf(count: number, rate: number): (typeof FAULTS)[number] | undefined {
  const share = (count * 0.618_033_988_75) % 1;
  return share < rate ? FAULTS[Math.floor((share / rate) * FAULTS.length)] : undefined;
}

function refuse(response: ServerResponse, status: number): void {
  const code = status === 503 ? 'SlowDown' : 'InternalError';
  response.writeHead(status).end(`<Error><Code>${code}</Code><Message>Try again.</Message></Error>`);
}

async function forward(
  request: IncomingMessage,
  body: Buffer,
  port: number,
  response: ServerResponse,
  isLost: boolean,
): Promise<void> {
  const { method, url: path, headers } = request;
  const cut = (): void => void response.socket?.resetAndDestroy();
  const behind = ask({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
    answer.on('error', cut);
    if (isLost) return void answer.resume().on('end', cut);
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  behind.on('error', cut).end(body);
}
