import { type ErrorReport, LimnerError, describeError } from '../errors.ts';
import type { Step } from './step.ts';

type End<T> = { readonly output: T } | { readonly failure: ErrorReport };

/**
 * Steps whose failure is an outcome like any other where `isFinal` says so: it is written down, and a run that is taken up again
 * meets it without doing the work once more. So who fell back from a provider never goes back to it half-way.
 */
export function decisiveStep(step: Step, isFinal: (error: unknown) => boolean): Step {
  return {
    async do<T>(name: string, work: () => Promise<T>): Promise<T> {
      const end = await step.do(name, async (): Promise<End<T>> => {
        try {
          return { output: await work() };
        } catch (error) {
          if (!isFinal(error)) throw error;
          return { failure: describeError(error) };
        }
      });
      if ('output' in end) return end.output;
      const { code, message, next } = end.failure;
      throw new LimnerError(code, message, { next });
    },
  };
}
