import { type GenerateOptions, generate } from '../generate.ts';
import type { Pack } from '../pack/pack.ts';
import type { RunSummary } from '../pipeline/events.ts';
import { publicAddress } from '../store/s3/options.ts';
import { lockFolder } from '../store/fs/lock-folder.ts';
import { type State, composeStore } from './compose.ts';
import { type Destination, lockPlace } from './destination.ts';
import { reportFailure } from './print/failure.ts';
import { resumeCommand, shortPath } from './print/hint.ts';
import { type ProgressView, createProgress } from './print/progress.ts';
import { reportSummary } from './print/summary.ts';
import { protectSources } from './protect-sources.ts';
import type { RunFlags } from './settings.ts';
import { watchInterruption } from './watch-interruption.ts';

export interface Making {
  readonly pack: Pack;
  readonly packFile: string;
  readonly destination: Destination;
  readonly state: State;
  readonly options: Omit<GenerateOptions, 'store' | 'signal' | 'onEvent' | 'ledger' | 'blobs'>;
}

/** Makes a pack into a place that nobody else writes into meanwhile, showing progress; sets the exit code. */
export async function make(making: Making, flags: RunFlags): Promise<void> {
  const { pack, destination, state, options } = making;
  const progress = createProgress({ json: flags.json === true, total: options.only?.length ?? pack.assets.length });
  try {
    const summary = await makeLocked(making, progress);
    progress.end();
    process.exitCode = summary?.exitCode ?? INTERRUPTED;
    if (summary && !flags.json)
      reportSummary(summary, { ...whereToLook(destination), resume: resumeCommand(summary.run, state.folder) });
  } catch (error) {
    if (!progress.end(error)) throw error;
    process.exitCode = reportFailure(error);
  }
}

const INTERRUPTED = 4;

/** What a person opens: from a bucket the address that everybody can read, if there is one. */
function whereToLook(destination: Destination): { readonly report: string; readonly manifest: string } {
  const [report, manifest] = ['report.html', 'manifest.json'].map((path) => {
    if (destination.type === 'fs') return `${shortPath(destination.out)}/${path}`;
    const { publicUrl, prefix } = destination.bucket;
    return publicUrl === undefined ? `${destination.out}/${path}` : publicAddress(publicUrl, prefix, path);
  });
  return { report: report ?? '', manifest: manifest ?? '' };
}

/** Undefined when it was interrupted before there was a run: then nothing is to be taken up again. */
async function makeLocked(making: Making, progress: ProgressView): Promise<RunSummary | undefined> {
  const { pack, packFile, destination, state, options } = making;
  const { out } = destination;
  if (destination.type === 'fs') protectSources({ pack, packFile, out });
  const holder = { pid: process.pid, since: new Date().toISOString(), state: state.folder };
  const lock = lockFolder(lockPlace(out, state.folder), holder, out);
  let run: string | undefined;
  let summary: RunSummary | undefined;
  const interruption = watchInterruption(progress, () => run && resumeCommand(run, state.folder));
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
