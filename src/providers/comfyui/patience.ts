import type { Progress } from '../provider.ts';

/**
 * How long prompts have been running without moving. A server whose worker thread has died shows one as running for ever; a slow
 * machine may take an hour for a picture, but goes from step to step.
 */
export interface Patience {
  /** Milliseconds since the prompt was first seen to run, or since its last new step. */
  stillFor(promptId: string, progress: Progress | undefined): number;
  forget(promptId: string): void;
}

export function createPatience(now: () => number): Patience {
  const moved = new Map<string, { readonly at: number; readonly step: string }>();
  return {
    stillFor(promptId, progress) {
      const step = JSON.stringify(progress) ?? '';
      const last = moved.get(promptId);
      if (last?.step === step) return now() - last.at;
      moved.set(promptId, { at: now(), step });
      return 0;
    },
    forget: (promptId) => void moved.delete(promptId),
  };
}
