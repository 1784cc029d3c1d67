import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { LimnerError } from '../errors.ts';
import { type Answer, type Exchange, refuse } from '../rehearsal/http/answer.ts';
import { readExchange, writeAnswer } from '../rehearsal/http/exchange.ts';
import { isWelcome } from './guard.ts';

export interface LocalServer {
  /** Like `http://127.0.0.1:8195`, without a slash at its end. */
  readonly url: string;
  /** Closes every connection. */
  stop(): Promise<void>;
}

export interface LocalServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: (exchange: Exchange) => Promise<Answer>;
}

/** For names and choices; nothing that people send us is longer. */
const MOST_BYTES = 16 * 1024;

/** A page and its API for the user of this machine: on the loopback address, and deaf to the pages of other sites. */
export async function startLocalServer({ port, headers, answer }: LocalServerOptions): Promise<LocalServer> {
  let actual = port;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries({ ...HEADERS, ...headers })) response.setHeader(name, value);
    reply(request, response, { port: actual, answer }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) actual = address.port;
  return {
    url: `http://127.0.0.1:${actual}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { port, answer }: Pick<LocalServerOptions, 'port' | 'answer'>,
): Promise<void> {
  const refusal = refusalOf(request, port);
  const exchange = refusal ? undefined : await readExchange(request, response, MOST_BYTES);
  if (exchange) {
    writeAnswer(response, await answer(exchange).catch((error: unknown) => refuse(500, wordsOf(error))));
    return;
  }
  // What is still to come of it is not read.
  response.setHeader('connection', 'close');
  writeAnswer(response, refusal ?? TOO_MUCH);
}

const TOO_MUCH = refuse(413, 'That is too much.');

function refusalOf(request: IncomingMessage, port: number): Answer | undefined {
  if (!isWelcome(request, port)) return refuse(403, 'This server answers to its own page alone.');
  if (!URL.canParse(request.url ?? '/', 'http://rehearsal')) return refuse(400, 'That is no address.');
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return TOO_MUCH;
  return undefined;
}

/** What is not ours to say is not said: a path may tell what the page hides. */
function wordsOf(error: unknown): string {
  return error instanceof LimnerError ? `${error.message} ${error.next}` : 'Something went wrong.';
}
