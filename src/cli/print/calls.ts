import type { FoundCall } from '../commands/calls/find-calls.ts';
import { costOfCall, isOpen, nextWords, remoteIdOf } from '../commands/calls/find-calls.ts';
import { counted, dollars, duration } from './figures.ts';
import { command, isDefaultState, shortPath } from './hint.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

const COLUMNS = [
  { title: 'call' },
  { title: 'asset', least: 8 },
  { title: 'run', drop: 3, least: 8 },
  { title: 'provider', drop: 2 },
  { title: 'state' },
  { title: 'age', drop: 4 },
  { title: 'cost' },
  { title: 'remote id', drop: 1, least: 8 },
] as const;

/** As much of an id as people need to name it. */
export const shortCallId = (id: string): string => id.slice(0, 12);

/** Calls and what will become of them; each such sentence once. */
export function reportCalls(
  calls: readonly FoundCall[],
  { all, now, state }: { readonly all: boolean; readonly now: number; readonly state: string },
): void {
  if (calls.length === 0) {
    print(all ? 'No calls yet.' : 'Every call has ended.');
    return;
  }
  table({ columns: COLUMNS, rows: calls.map((found) => callRow(found, now)) }).forEach((line) => print(line));
  print();
  const withoutEnd = calls.filter(({ call }) => call.usd === undefined);
  const byWords = Map.groupBy(withoutEnd, (found) => `${found.call.state}: ${nextWords(found)}.`);
  for (const words of byWords.keys()) print(wrap(words, columns(), '  '));
  const open = calls.filter(({ call }) => isOpen(call));
  if (open.length === 0) return;
  const held = open.reduce((sum, { call }) => sum + costOfCall(call), 0);
  print(wrap(`${counted(open.length, 'call')} that may have cost ${dollars(held)}; budgets count it.`, columns(), ''));
  const place = isDefaultState(state) ? [] : ['--state', shortPath(state)];
  print(`To ask now: ${paintText('bold', command(['calls', 'resolve', '--all', ...place]))}`);
}

function callRow({ call }: FoundCall, now: number): readonly string[] {
  const cost = `${isOpen(call) ? '≤ ' : ''}${dollars(costOfCall(call))}`;
  const age = duration(Math.max(0, now - call.claimedAt));
  return [shortCallId(call.id), call.asset, call.run, call.provider, call.state, age, cost, remoteIdOf(call) ?? ''];
}
