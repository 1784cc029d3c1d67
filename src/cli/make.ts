import { type GenerateOptions, generate } from '../generate.ts';
import type { Pack } from '../pack/pack.ts';
import type { RunSummary } from '../pipeline/events.ts';
import { lockFolder } from '../store/fs/lock-folder.ts';
import { type State, composeStore } from './compose.ts';
import { reportFailure } from './print/failure.ts';
import { resumeCommand } from './print/hint.ts';
import { type ProgressView, createProgress } from './print/progress.ts';
import { reportSummary } from './print/summary.ts';
import { protectSources } from './protect-sources.ts';
import type { RunFlags } from './settings.ts';
import { watchInterruption } from './watch-interruption.ts';

export interface Making {
  readonly pack: Pack;
  readonly packFile: string;
  readonly out: string;
  readonly state: State;
  readonly options: Omit<GenerateOptions, 'store' | 'signal' | 'onEvent' | 'ledger' | 'blobs'>;
}

/** Makes a pack into a folder that nobody else writes into meanwhile, showing progress; sets the exit code. */
export async function make(making: Making, flags: RunFlags): Promise<void> {
  const { pack, out, state, options } = making;
  const progress = createProgress({ json: flags.json === true, total: options.only?.length ?? pack.assets.length });
  try {
    const summary = await makeLocked(making, progress);
    progress.end();
    process.exitCode = summary?.exitCode ?? INTERRUPTED;
    if (summary && !flags.json) reportSummary(summary, { out, resume: resumeCommand(summary.run, state.folder) });
  } catch (error) {
    if (!progress.end(error)) throw error;
    process.exitCode = reportFailure(error);
  }
}

const INTERRUPTED = 4;

/** Undefined when it was interrupted before there was a run: then nothing is to be taken up again. */
async function makeLocked(making: Making, progress: ProgressView): Promise<RunSummary | undefined> {
  const { pack, packFile, out, state, options } = making;
  const store = composeStore(pack.store, out);
  protectSources(making);
  const lock = lockFolder(out, { pid: process.pid, since: new Date().toISOString(), state: state.folder });
  let run: string | undefined;
  let summary: RunSummary | undefined;
  const interruption = watchInterruption(progress, () => run && resumeCommand(run, state.folder));
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
