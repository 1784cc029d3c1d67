import { LimnerError } from '../errors.ts';
import type { Clock } from './ports.ts';

const MOST_TRIES = 5;

/**
 * Asks a provider something that may be asked any number of times, and again while the failure may pass. What is thrown
 * that is not limner's (a broken connection, an answer that is no JSON) may pass. `task` completes "<provider> could not …".
 * @throws the provider's own LimnerError, or LIMNER_CALL_FAILED with the foreign error as its cause
 */
export async function askProvider<T>(
  provider: string,
  question: { readonly task: string; ask(): Promise<T> },
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await question.ask();
    } catch (error) {
      const mayPass = !(error instanceof LimnerError) || error.retryable;
      if (signal.aborted || !mayPass) throw error;
      if (tries >= MOST_TRIES) throw translate(error, `${provider} could not ${question.task}`);
      await clock.sleep(250 * 2 ** tries, signal);
    }
  }
}

/** A failure as limner's own; foreign ones become LIMNER_CALL_FAILED. */
export function translate(error: unknown, what: string): LimnerError {
  if (error instanceof LimnerError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new LimnerError('LIMNER_CALL_FAILED', `${what}: ${reason}`, { cause: error });
}
