import type { JobState } from '../providers/provider.ts';
import type { Watched } from './call.ts';
import type { Clock } from './ports.ts';

/**
 * Notes how long a job was seen queued and starting: what the answer to a question says is taken to hold until the next one. Ask through
 * `ask`, so that the last question, which brings the pictures, is told apart.
 */
export function watchPhases(clock: Clock): {
  readonly ask: (question: () => Promise<JobState>) => Promise<JobState>;
  readonly watched: () => Watched;
} {
  let [queuedMs, startingMs, fetchMs] = [0, 0, 0];
  let last: { readonly phase: JobState['phase']; readonly at: number } | undefined;
  return {
    async ask(question) {
      const askedAt = clock.now();
      const state = await question();
      const now = clock.now();
      if (last?.phase === 'queued') queuedMs += now - last.at;
      if (last?.phase === 'starting') startingMs += now - last.at;
      last = { phase: state.phase, at: now };
      fetchMs = now - askedAt;
      return state;
    },
    watched: () => ({ queuedMs, startingMs, fetchMs }),
  };
}
