import { type Command, Option } from 'commander';
import type { CallsFlags } from './find-calls.ts';
import type { ResolveFlags } from './resolve.ts';

/** `limner calls …`: what was sent and has not ended. */
export function addCalls(program: Command): void {
  const calls = program.command('calls').description('list paid calls that have not ended, and settle them');
  calls
    .command('list', { isDefault: true })
    .argument('[what]', 'a pack, or the id of a run; else all of the ledger here')
    .option('--state <folder>', 'where the ledger is kept')
    .option('--all', 'also those that have ended')
    .option('--json', 'print one JSON document')
    .description('list calls that are under way or of unknown fate')
    .action(async (what: string | undefined, flags: CallsFlags & { all?: boolean }) =>
      (await import('./list.ts')).callsList(what, flags),
    );
  calls
    .command('resolve')
    .argument('[ids...]', 'ids of calls as `limner calls` shows them, or beginnings of ids')
    .option('--all', 'all that have not ended')
    .addOption(new Option('--as <end>', 'settle them by what you know, without asking').choices(['lost', 'refused']))
    .option('--state <folder>', 'where the ledger is kept')
    .option('--json', 'print one JSON document')
    .description('ask the providers what became of calls, and settle them; nothing is sent again')
    .action(async (ids: readonly string[], flags: ResolveFlags) =>
      (await import('./resolve.ts')).callsResolve(ids, flags),
    );
}
