import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareAnew } from '../compare/compare-anew.ts';
import type { CompareFlags } from '../compare/flags.ts';
import { lookAgain } from '../compare/look-again.ts';

/** A pack is made with several providers and compared; the folder of a comparison is looked at again. */
export async function compareCommand(what: string, flags: CompareFlags): Promise<void> {
  const isComparison = flags.providers === undefined && existsSync(join(what, 'compare.json'));
  return isComparison ? lookAgain(what, flags) : compareAnew(what, flags);
}
