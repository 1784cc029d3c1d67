import { type GenerateOptions, generate } from '../generate.ts';
import type { Pack } from '../pack/pack.ts';
import type { RunSummary } from '../pipeline/events.ts';
import { lockFolder } from '../store/fs/lock-folder.ts';
import { composeStore } from './compose.ts';
import { protectSources } from './protect-sources.ts';
import { createProgress } from './print/progress.ts';
import { reportSummary } from './print/summary.ts';
import { onSilence, printAside } from './print/terminal.ts';
import type { RunFlags } from './settings.ts';

export interface Making {
  readonly pack: Pack;
  readonly packFile: string;
  readonly out: string;
  /** The folder of the ledger. */
  readonly state: string;
  /** What to type to finish the run, should it be interrupted. */
  readonly resumeCommand: string;
  readonly options: Omit<GenerateOptions, 'store' | 'signal' | 'onEvent'>;
}

/** Makes a pack into a folder that nobody else writes into meanwhile, showing progress; sets the exit code. */
export async function make(making: Making, flags: RunFlags): Promise<void> {
  const { pack, packFile, out, options } = making;
  const store = composeStore(pack.store, out);
  protectSources(making);
  const lock = lockFolder(out, { pid: process.pid, since: new Date().toISOString(), state: making.state });
  const interruption = watchInterruption();
  const progress = createProgress({ json: flags.json === true, total: options.only?.length ?? pack.assets.length });
  let summary: RunSummary | undefined;
  let isOpen = false;
  try {
    await store.sweep();
    summary = await generate(pack, {
      ...options,
      store,
      packFile,
      out,
      signal: interruption.signal,
      onEvent: (event) => {
        isOpen ||= event.type === 'run-start';
        progress.tell(event);
      },
    });
  } finally {
    progress.end();
    interruption.stopWatching();
    await store.sweep();
    const isUnfinished = isOpen && (summary === undefined || summary.status === 'interrupted');
    if (isUnfinished) lock.abandon();
    else lock.release();
  }
  process.exitCode = summary.exitCode;
  if (!flags.json) reportSummary(summary, { out, resumeCommand: making.resumeCommand });
}

/** The first Ctrl-C stops cleanly; the second at once, which a later run survives just as well. */
function watchInterruption(): { readonly signal: AbortSignal; stopWatching(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    printAside('\nStopping… (Ctrl-C again to stop at once)');
    controller.abort(new Error('interrupted'));
  };
  const quietly = (): void => controller.abort(new Error('nobody is reading'));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, stop);
  onSilence(quietly);
  return {
    signal: controller.signal,
    stopWatching: () => {
      for (const name of signals) process.off(name, stop);
    },
  };
}
