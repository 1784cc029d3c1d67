import { LimnerError, describeError } from '../../errors.ts';
import { PackInvalidError } from '../../pack/pack-invalid-error.ts';
import { paintText, printAside, printJson } from './terminal.ts';

/** Tells what went wrong and what to do next, and gives the exit code. Only our own bugs show a stack. */
export function reportFailure(error: unknown, json: boolean): number {
  const report = describeError(error);
  if (json) {
    const problems = error instanceof PackInvalidError ? { problems: error.problems } : {};
    printJson({ type: 'error', at: new Date().toISOString(), error: report, ...problems });
  }
  printAside(`${paintText('red', 'Error')} ${report.code}: ${report.message}`);
  printAside(`${paintText('bold', 'Next')}: ${report.next}`);
  if (error instanceof LimnerError) return error.exitCode;
  if (error instanceof Error && error.stack) printAside(error.stack);
  return 70;
}
