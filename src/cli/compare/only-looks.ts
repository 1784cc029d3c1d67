import { LimnerError } from '../../errors.ts';
import type { CompareFlags } from './flags.ts';

const FOR_MAKING = {
  runs: '--runs',
  only: '--only',
  seed: '--seed',
  profile: '--profile',
  retries: '--retries',
  budget: '--budget',
  dayBudget: '--day-budget',
  concurrency: '--concurrency',
  dryRun: '--dry-run',
  out: '--out',
} as const satisfies { readonly [flag in keyof CompareFlags]?: string };

/**
 * Who looks at a comparison again makes nothing, so flags that say how to make it are a misunderstanding.
 * @throws LIMNER_USAGE
 */
export function checkOnlyLooks(folder: string, flags: CompareFlags): void {
  const told = Object.entries(FOR_MAKING).flatMap(([flag, name]) =>
    flags[flag as keyof typeof FOR_MAKING] === undefined ? [] : [name],
  );
  if (told.length === 0) return;
  throw new LimnerError(
    'LIMNER_USAGE',
    `${folder} is a comparison that was made; ${told.join(' and ')} would make it otherwise.`,
    { next: 'Make it again: name the pack and --providers. To look at it again, leave them out.' },
  );
}
