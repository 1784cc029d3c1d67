import { type GenerateOptions, generate } from '../generate.ts';
import type { Pack } from '../pack/pack.ts';
import type { RunSummary } from '../pipeline/events.ts';
import { lockFolder } from '../store/fs/lock-folder.ts';
import { type State, composeStore } from './compose.ts';
import { type Destination, lockPlace } from './destination.ts';
import { protectSources } from './protect-sources.ts';
import type { ProgressView } from './print/progress.ts';
import { watchInterruption } from './watch-interruption.ts';

export interface Making {
  readonly pack: Pack;
  readonly packFile: string;
  readonly destination: Destination;
  readonly state: State;
  readonly options: Omit<GenerateOptions, 'store' | 'signal' | 'onEvent' | 'ledger' | 'blobs'>;
}

/**
 * Makes a pack into a place that nobody else writes into meanwhile. `howToResume` gives the command that finishes a run, for who stops it.
 * Undefined when it was interrupted before there was a run: then nothing is to be taken up again.
 */
export async function makeInto(
  making: Making,
  progress: ProgressView,
  howToResume: (run: string) => string,
): Promise<RunSummary | undefined> {
  const { pack, packFile, destination, state, options } = making;
  const { out } = destination;
  if (destination.type === 'fs') protectSources({ pack, packFile, out });
  const holder = { pid: process.pid, since: new Date().toISOString(), state: state.folder };
  const lock = lockFolder(lockPlace(out, state.folder), holder, out);
  let run: string | undefined;
  let summary: RunSummary | undefined;
  const interruption = watchInterruption(progress, () => run && howToResume(run));
  const store = composeStore(destination, interruption.signal);
  try {
    await Promise.all([store.sweep(), state.blobs.sweep(Date.now())]);
    summary = await generate(pack, {
      ...options,
      ledger: state.ledger,
      blobs: state.blobs,
      store,
      packFile,
      out,
      signal: interruption.signal,
      onEvent: (event) => {
        if (event.type === 'run-start') run = event.run;
        progress.tell(event);
      },
    });
    return summary;
  } catch (error) {
    if (run === undefined && interruption.signal.aborted && error === interruption.signal.reason) return undefined;
    throw error;
  } finally {
    interruption.stopWatching();
    await store.sweep();
    const isUnfinished = run !== undefined && (summary === undefined || summary.status === 'interrupted');
    if (isUnfinished) lock.abandon();
    else lock.release();
  }
}
