import { listPairs } from '../../compare/pairs.ts';
import type { JudgedComparison } from '../../compare/read-comparison.ts';
import { LimnerError } from '../../errors.ts';
import type { VoteLedger } from '../../ledger/ledger.ts';
import { type LocalServer, startLocalServer } from '../local-server.ts';
import { createBooth } from './booth.ts';
import { PAGE_POLICY } from './page.ts';
import { createPictures, keepReadable, readMetadata } from './pictures.ts';
import { answerJudging } from './routes.ts';

export interface JudgingOptions {
  /** Where `compare.json` lies. */
  readonly folder: string;
  readonly comparison: JudgedComparison;
  readonly votes: VoteLedger;
  /** What the pack says of each asset, as far as it is known. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 for any free one. */
  readonly port: number;
}

export interface JudgingServer extends LocalServer {
  readonly pairs: number;
  /** Samples that cannot be shown because files of theirs are not in the folder, or are others by now. */
  readonly missing: number;
}

/**
 * Serves the page on which people judge the pictures of a comparison without knowing who made them.
 * @throws LIMNER_COMPARISON_UNREADABLE when there is no pair to judge
 */
export async function startJudging({
  folder,
  votes,
  descriptions,
  now,
  port,
  ...options
}: JudgingOptions): Promise<JudgingServer> {
  const comparison = keepReadable(folder, options.comparison);
  const pairs = listPairs(comparison).length;
  const missing = options.comparison.samples.length - comparison.samples.length;
  if (pairs === 0) throw nothingToJudge(folder, missing);
  const pictures = createPictures(folder, comparison);
  const { pack, background } = comparison;
  const judging = {
    booth: createBooth({ comparison, votes, now }),
    pictures,
    context: {
      pack,
      descriptions,
      ...(background === undefined ? {} : { background }),
      addressOf: (path: string) => `/pictures/${pictures.nameOf(path)}.png`,
      readMetadata: (sample: Parameters<typeof readMetadata>[1]) => readMetadata(folder, sample),
    },
  };
  const headers = { 'content-security-policy': PAGE_POLICY };
  const server = await startLocalServer({ port, headers, answer: (exchange) => answerJudging(exchange, judging) });
  return { ...server, pairs, missing };
}

function nothingToJudge(folder: string, missing: number): LimnerError {
  const message = `Nothing in ${folder} can be judged: no asset was made by two providers in two different ways.`;
  if (missing === 0) return new LimnerError('LIMNER_COMPARISON_UNREADABLE', message);
  return new LimnerError(
    'LIMNER_COMPARISON_UNREADABLE',
    `${message} Files of ${missing} are not there, or are others by now.`,
    {
      next: 'Move the folder of a comparison as a whole, or run `limner compare` again.',
    },
  );
}
