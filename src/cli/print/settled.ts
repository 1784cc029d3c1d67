import { type FoundCall, costOfCall, isOpen } from '../commands/calls/find-calls.ts';
import { shortCallId } from './calls.ts';
import { dollars } from './figures.ts';
import { withProgramName } from './hint.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** What asking after a call, or settling it by hand, came to. */
export interface Settled {
  readonly found: FoundCall;
  readonly isSettled: boolean;
  readonly note: string;
}

export function reportSettled(settled: readonly Settled[]): void {
  if (settled.length === 0) print('Every call has ended.');
  for (const { found, isSettled, note } of settled) {
    const { id, asset, run, state } = found.call;
    const mark = isSettled ? paintText('green', '✓') : paintText('yellow', '?');
    print(
      `${mark} ${shortCallId(id)}  ${asset} of ${run}: ${state}, ${isOpen(found.call) ? '≤ ' : ''}${dollars(costOfCall(found.call))}`,
    );
    print(wrap(withProgramName(note), columns(), '  '));
  }
}
