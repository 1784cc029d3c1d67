import type { CallRow, RunRow } from '../../ledger/ledger.ts';
import { costOfCall, isOpen } from '../commands/calls/find-calls.ts';
import { passedOver } from '../../plan/fallback.ts';
import type { ManifestAsset } from '../../report/manifest.ts';
import { counted, dollars, duration } from './figures.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** One run: what it made, how long each asset took, what it cost. */
export function reportRun(run: RunRow, entries: readonly ManifestAsset[]): void {
  print(`${paintText('bold', run.id)}  ${run.status}`);
  print(`pack ${run.packFile}`);
  print(`into ${run.out}`);
  print();
  table({ columns: ASSET_COLUMNS, rows: entries.map(assetRow) }).forEach((line) => print(line));
}

const ASSET_COLUMNS = [
  { title: 'asset', least: 12 },
  { title: 'type', drop: 2 },
  { title: 'status' },
  { title: 'provider', drop: 1 },
  { title: 'cost' },
  { title: 'took', drop: 3 },
  { title: 'note', least: 8 },
] as const;

function assetRow(entry: ManifestAsset): readonly string[] {
  const note =
    entry.error?.message.replace(`${entry.id} cannot be made: `, '') ??
    (entry.fallback && `instead of ${entry.fallback.from}: ${entry.fallback.reason}`) ??
    entry.gates.find(({ status }) => status !== 'pass')?.message ??
    '';
  const status = entry.cached ? 'cached' : entry.status;
  return [
    entry.id,
    entry.kind ?? entry.type,
    status,
    entry.provider,
    dollars(entry.cost.usd),
    duration(total(entry)),
    note,
  ];
}

/** Everything about one asset: the words that made it, its calls, its files. */
export function reportAsset(entry: ManifestAsset, calls: readonly CallRow[]): void {
  const line = (name: string, text: string): void =>
    print(`${paintText('gray', name.padEnd(10))}${wrap(text, columns(), ' '.repeat(10)).slice(10)}`);
  print(
    `${paintText('bold', entry.id)}  ${entry.type}${entry.kind ? `/${entry.kind}` : ''}  ${entry.cached ? 'cached' : entry.status}`,
  );
  line('provider', entry.provider);
  for (const { from, reason } of passedOver(entry.fallback)) line('instead', `of ${from}: ${reason}`);
  line('seed', String(entry.seed));
  line('prompt', entry.prompt);
  if (entry.negativePrompt) line('avoid', entry.negativePrompt);
  line('cost', `${dollars(entry.cost.usd)} in ${counted(entry.calls, 'call')}, ${counted(entry.polls, 'poll')}`);
  line(
    'took',
    Object.entries(entry.timings)
      .map(([name, ms]) => `${name.replace(/Ms$/, '')} ${duration(ms)}`)
      .join(', ') || '0 ms',
  );
  if (entry.error) line('error', `${entry.error.code}: ${entry.error.message} ${entry.error.next}`);
  for (const gate of entry.gates) line('gate', `${gate.status} ${gate.name}: ${gate.message}`);
  for (const { number, seed, chosen, cost, gates } of entry.candidates ?? []) {
    const failed = gates.filter(({ status }) => status === 'fail').map(({ name }) => name);
    const verdict = failed.length === 0 ? 'passed' : `failed ${failed.join(', ')}`;
    line('candidate', `${number} ${chosen ? 'kept' : 'not kept'}, ${verdict}, seed ${seed}, ${dollars(cost.usd)}`);
  }
  for (const call of calls)
    line(
      'call',
      `${call.id.slice(0, 12)}… at ${call.provider} ${call.state}, ${isOpen(call) ? '≤ ' : ''}${dollars(costOfCall(call))}`,
    );
  for (const file of entry.files)
    line(
      'file',
      `${file.path}${file.width === undefined ? '' : ` ${file.width}×${file.height}`}, ${file.bytes} bytes, ${file.sha256.slice(0, 12)}…`,
    );
}

function total(entry: ManifestAsset): number {
  return Object.values(entry.timings).reduce((sum, ms) => sum + ms, 0);
}
