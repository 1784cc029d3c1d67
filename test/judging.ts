import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesOf } from '../src/compare/pairs.ts';
import { sha256 } from '../src/hash.ts';
import { createMemoryLedger } from '../src/ledger/memory.ts';
import { stripPngText } from '../src/raster/png/strip-text.ts';
import { type JudgingServer, startJudging } from '../src/serve/compare/start-judging.ts';
import type { PairView } from '../src/serve/compare/views.ts';
import type { VoteLedger } from '../src/ledger/ledger.ts';
import { type CompareFolder, makeCompareFolder } from './compare-folder.ts';

export interface Judging extends CompareFolder, AsyncDisposable {
  readonly server: JudgingServer;
  readonly votes: VoteLedger;
  /** Stops the server and starts another one with the same votes; on any free port unless told. */
  restart(port?: number): Promise<JudgingServer>;
  /** Who made the picture that is shown at an address: what the page must not tell. */
  makerOf(address: string): Promise<string>;
}

/** A folder with a comparison, and a server with which it is judged. */
export async function openJudging(made: CompareFolder | readonly string[] = ['alpha', 'beta']): Promise<Judging> {
  const folder = 'folder' in made ? made : await makeCompareFolder(made);
  const { votes } = createMemoryLedger();
  const descriptions = new Map([['slime', 'a cute green slime monster with big eyes']]);
  let at = 0;
  const start = (port = 0): Promise<JudgingServer> =>
    startJudging({ ...folder, votes, descriptions, now: () => (at += 1), port });
  let server = await start();
  let makers: ReadonlyMap<string, string> | undefined;
  return {
    ...folder,
    votes,
    get server() {
      return server;
    },
    async restart(port) {
      await server.stop();
      server = await start(port);
      return server;
    },
    async makerOf(address) {
      const response = await fetch(new URL(address, server.url));
      makers ??= makersOf(folder);
      return makers.get(sha256(new Uint8Array(await response.arrayBuffer()))) ?? 'nobody';
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

function makersOf({ folder, comparison }: CompareFolder): ReadonlyMap<string, string> {
  return new Map(
    comparison.samples.flatMap((sample) =>
      picturesOf(sample).map(({ path }) => [sha256(stripPngText(readFileSync(join(folder, path)))), sample.provider]),
    ),
  );
}

/** The answer to a request of the page, as it came. */
export async function call(url: string, method = 'GET', body?: unknown): Promise<Response> {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return fetch(url, { method, ...json });
}

export async function pairOf({ url }: { readonly url: string }, voter = 'me'): Promise<PairView> {
  return (await (await call(`${url}/api/pair?voter=${voter}`)).json()) as PairView;
}
