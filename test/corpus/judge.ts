import { makeBases } from './bases.ts';
import { damaged } from './damaged.ts';
import { judgeGood } from './good.ts';
import { alarmsOf } from './sample.ts';
import type { Verdict } from './verdict.ts';

export interface Judgement {
  /** 200 good pictures, by where they come from. */
  readonly good: readonly Verdict[];
  /** 200 damaged ones, by what is wrong with them. */
  readonly damaged: readonly Verdict[];
}

/** Shows the gates the whole corpus of a seed. */
export async function judgeCorpus(seed: number): Promise<Judgement> {
  const samples = damaged(seed, await makeBases(seed));
  return {
    good: await judgeGood(seed),
    damaged: samples.map((sample) => ({ ...sample, alarms: alarmsOf(sample) })),
  };
}

export const raised = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(({ alarms }) => alarms.length > 0);
export const missed = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(({ alarms }) => alarms.length === 0);
