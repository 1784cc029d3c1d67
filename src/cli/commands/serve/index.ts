import { type Command, InvalidArgumentError } from 'commander';
import type { ServeCompareFlags } from './compare.ts';

/** `limner serve …`: pages for people, served on this machine alone. */
export function addServe(program: Command): void {
  const serve = program.command('serve').description('serve pages on this machine');
  serve
    .command('compare')
    .argument('<folder>', 'what `limner compare` wrote: a folder with a compare.json')
    .option('--port <n>', 'where it listens; 0 for any', port, 8195)
    .option('--state <folder>', 'where the votes are kept (default: the ledger of the comparison)')
    .option('--json', 'print one JSON document when the server is up')
    .description('judge the pictures of a comparison blind, pair by pair, in a browser')
    .action(async (folder: string, flags: ServeCompareFlags) =>
      (await import('./compare.ts')).serveCompare(folder, flags),
    );
}

function port(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}
