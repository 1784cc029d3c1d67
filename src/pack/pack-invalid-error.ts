import { LimnerError } from '../errors.ts';
import { formatProblems } from './format-problems.ts';
import type { PackProblem } from './problem.ts';

/** `LIMNER_PACK_INVALID` with its list of problems, for those who print more than the message. */
export class PackInvalidError extends LimnerError {
  readonly problems: readonly PackProblem[];

  constructor(file: string, problems: readonly PackProblem[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super('LIMNER_PACK_INVALID', `The pack ${file} has ${count}:\n${formatProblems(problems)}`);
    this.problems = problems;
  }
}
