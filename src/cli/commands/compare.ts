import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compareAnew } from '../compare/compare-anew.ts';
import type { CompareFlags } from '../compare/flags.ts';
import { lookAgain } from '../compare/look-again.ts';
import { checkOnlyLooks } from '../compare/only-looks.ts';

/** A pack is made with several providers and compared; the folder of a comparison is looked at again, also by the name of its file. */
export async function compareCommand(what: string, flags: CompareFlags): Promise<void> {
  const folder = basename(what) === FILE ? dirname(what) : what;
  const isComparison = flags.providers === undefined && existsSync(join(folder, FILE));
  if (!isComparison) return compareAnew(what, flags);
  checkOnlyLooks(folder, flags);
  return lookAgain(folder, flags);
}

const FILE = 'compare.json';
