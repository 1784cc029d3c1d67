import type { ProgressView } from './print/progress.ts';
import { onSilence } from './print/terminal.ts';

/**
 * The first Ctrl-C stops cleanly; the second at once, which a later run survives just as well. `howToResume` gives the
 * command that finishes the run, once there is a run.
 */
export function watchInterruption(
  progress: ProgressView,
  howToResume: () => string | undefined,
): { readonly signal: AbortSignal; stopWatching(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) return stopAtOnce(progress, howToResume());
    progress.say('Stopping… (Ctrl-C again to stop at once)');
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

function stopAtOnce(progress: ProgressView, command: string | undefined): never {
  progress.say(command === undefined ? 'Stopped.' : `Stopped. To finish: ${command}`);
  progress.end();
  process.exit(130);
}
