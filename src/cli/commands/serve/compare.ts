import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type JudgedComparison, readComparison } from '../../../compare/read-comparison.ts';
import { LimnerError } from '../../../errors.ts';
import { systemClock } from '../../../pipeline/system-clock.ts';
import { type JudgingServer, startJudging } from '../../../serve/compare/start-judging.ts';
import { type State, hasState, openState } from '../../compose.ts';
import { loadPack } from '../../load-pack.ts';
import { columns, print, printAside, printJson, wrap } from '../../print/terminal.ts';
import { readDocument } from '../../read-document.ts';

export interface ServeCompareFlags {
  readonly port: number;
  readonly state?: string;
  readonly json?: boolean;
}

/** Serves until it is interrupted. */
export async function serveCompare(where: string, flags: ServeCompareFlags): Promise<void> {
  const interrupted = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const folder = resolve(where);
  const comparison = await readFolder(folder);
  const state = openVotes(folder, comparison, flags);
  try {
    const server = await start(folder, comparison, state, flags);
    if (flags.json) printJson({ url: server.url, pairs: server.pairs, state: state.folder });
    else announce(server, comparison);
    await interrupted;
    await server.stop();
  } finally {
    await state.ledger.close();
  }
}

async function readFolder(folder: string): Promise<JudgedComparison> {
  const file = join(folder, 'compare.json');
  const comparison = readComparison(await readDocument(file, 'LIMNER_COMPARISON_UNREADABLE'));
  if (comparison) return comparison;
  throw new LimnerError('LIMNER_COMPARISON_UNREADABLE', `${file} is not what \`limner compare\` writes.`);
}

/** Votes go where the comparison was written down; a ledger that is not there is made only where it was asked for. */
function openVotes(folder: string, comparison: JudgedComparison, flags: ServeCompareFlags): State {
  if (flags.state !== undefined) return openState(resolve(flags.state));
  const told = resolve(folder, comparison.state);
  if (hasState(told)) return openState(told);
  throw new LimnerError('LIMNER_STATE_UNREADABLE', `The ledger of this comparison is not in ${told}.`, {
    next: 'Say with --state where the votes are to be kept.',
  });
}

async function start(
  folder: string,
  comparison: JudgedComparison,
  state: State,
  { port }: ServeCompareFlags,
): Promise<JudgingServer> {
  const descriptions = await readDescriptions(resolve(folder, comparison.packFile));
  const { votes } = state.ledger;
  try {
    return await startJudging({ folder, comparison, votes, descriptions, now: () => systemClock.now(), port });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    throw new LimnerError('LIMNER_USAGE', `The port ${port} is taken.`, {
      cause: error,
      next: 'Stop what listens there, or choose another with --port; 0 takes any that is free.',
    });
  }
}

/** For captions: judging goes on without them when the pack has changed or gone. */
async function readDescriptions(packFile: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { pack } = await loadPack(packFile);
    return new Map(pack.assets.map(({ id, description }) => [id, description]));
  } catch (error) {
    if (error instanceof LimnerError) return new Map();
    throw error;
  }
}

function announce({ url, pairs, missing }: JudgingServer, { pack }: JudgedComparison): void {
  const say = (text: string): void => print(wrap(text, columns()));
  if (missing > 0)
    printAside(`Files of ${missing} samples are not in the folder, or are others by now: their pairs are left out.`);
  print(`  ${url}`);
  print();
  say(
    `Open it in a browser to judge ${pairs} pairs of ${pack}. Who made which picture is told at the end. Ctrl-C ends it; no vote is lost.`,
  );
}
