import { type ErrorReport, LimnerError, describeError } from '../../errors.ts';
import { PackInvalidError } from '../../pack/pack-invalid-error.ts';
import type { PackProblem } from '../../pack/problem.ts';
import { withProgramName } from './hint.ts';
import { paintText, printAside } from './terminal.ts';

interface FailureEvent {
  readonly type: 'error';
  readonly at: string;
  readonly error: ErrorReport;
  /** Of a pack with mistakes. */
  readonly problems?: readonly PackProblem[];
}

/** A failure for machines, in the same stream as a run's events. */
export function failureEvent(error: unknown): FailureEvent {
  const problems = error instanceof PackInvalidError ? { problems: error.problems } : {};
  return { type: 'error', at: new Date().toISOString(), error: reportOf(error), ...problems };
}

/** Tells people what went wrong and what to do next, and gives the exit code. Only our own bugs show a stack. */
export function reportFailure(error: unknown): number {
  const { code, message, next } = reportOf(error);
  printAside(`${paintText('red', 'Error')} ${code}: ${message}`);
  printAside(`${paintText('bold', 'Next')}: ${next}`);
  if (error instanceof LimnerError) return error.exitCode;
  if (error instanceof Error && error.stack) printAside(error.stack);
  return 70;
}

function reportOf(error: unknown): ErrorReport {
  const report = describeError(error);
  return { ...report, next: withProgramName(report.next) };
}
