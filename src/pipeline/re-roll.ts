import { type ErrorCode, LimnerError, describeError } from '../errors.ts';
import { asCandidate, curableFailures } from '../plan/re-roll.ts';
import { type Candidate, bestOf, gatesOf } from './candidate.ts';
import { decisiveStep } from './decisive-step.ts';
import { isProvidersFailure } from './fall-back.ts';
import { paintCandidate } from './paint-candidate.ts';
import type { RunRecord } from './record.ts';
import type { Timings } from './run-stages.ts';
import type { StageContext } from './stage.ts';
import { type Step, scopeStep } from './step.ts';

/** What one asset's stages get, and what its further candidates need. */
export interface AssetContext extends StageContext {
  /** The asset's steps as the engine does them: a candidate that fails does not decide who takes over from whom. */
  readonly plainStep: Step;
}

/** The candidates of an asset, in order. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly timings: Timings;
  /** Why another one was wanted and could not be made: a whole sentence. */
  readonly stopped?: string;
}

/**
 * Paints more candidates while the best one has a failed gate that another seed may cure, and retries are left. A picture that is there
 * is never given up for one that cannot be had: no money, a refusal or a call of unknown fate only end it.
 */
export async function reRoll(
  { run, planned }: Pick<RunRecord, 'run' | 'planned'>,
  made: Candidates,
  context: AssetContext,
): Promise<Candidates> {
  let { candidates, timings } = made;
  const { id } = planned.asset;
  for (let number = candidates.length + 1; number <= 1 + planned.retries; number += 1) {
    const failed = curableFailures(gatesOf(bestOf(candidates).record));
    if (failed.length === 0) break;
    const { seed } = asCandidate(planned, number).request.job;
    context.emit({ type: 're-roll', id, number, seed, because: failed.map(({ message }) => message).join(' ') });
    // A candidate is begun only when the money suffices for the whole of it, as the first one was.
    context.promises.end(id);
    try {
      const next = await paintCandidate({ run, planned }, number, timings, candidateContext(number, context));
      candidates = [...candidates, next.candidate];
      timings = next.timings;
    } catch (error) {
      if (context.signal.aborted || concernsAll(error)) throw error;
      return { candidates, timings, stopped: stoppedBy(error, number, bestOf(candidates)) };
    }
  }
  return { candidates, timings };
}

/** Its steps have names of their own; a failure is remembered, so that a run that is taken up again does not pay for it once more. */
function candidateContext(number: number, context: AssetContext): StageContext {
  const step = scopeStep(context.plainStep, `candidate-${number}`);
  return { ...context, step: decisiveStep(step, (error) => isFinal(error, context)), rasters: new Map() };
}

/** Not for want of money, which may be there by then and of which nothing was spent. */
function isFinal(error: unknown, { signal }: StageContext): boolean {
  return !signal.aborted && isProvidersFailure(error) && error.code !== 'LIMNER_BUDGET_EXCEEDED';
}

const CONCERNS_ALL: ReadonlySet<ErrorCode> = new Set([
  'LIMNER_PICTURE_LOST',
  'LIMNER_STORE_FAILED',
  'LIMNER_STATE_UNREADABLE',
]);

/** Failures that the candidates before would meet as well when they are kept. */
function concernsAll(error: unknown): boolean {
  return error instanceof LimnerError && CONCERNS_ALL.has(error.code);
}

function stoppedBy(error: unknown, number: number, best: Candidate): string {
  const kept = best.unusable ? '' : `, so candidate ${best.number} is kept`;
  return `Candidate ${number} could not be made${kept}: ${describeError(error).message}`;
}
