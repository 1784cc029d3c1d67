import { join, resolve } from 'node:path';
import { conclude } from '../../compare/conclude.ts';
import { type KnownComparison, readWholeComparison } from '../../compare/read-whole.ts';
import { readThresholds } from '../../compare/thresholds.ts';
import { LimnerError } from '../../errors.ts';
import { METRICS } from '../../measure/metrics.ts';
import { createFsStore } from '../../store/fs/index.ts';
import { hasState, peekState } from '../compose.ts';
import { shortPath } from '../print/hint.ts';
import { printAside, printJson } from '../print/terminal.ts';
import { readDocument } from '../read-document.ts';
import type { CompareFlags } from './flags.ts';
import { tellComparison } from './tell-comparison.ts';

/**
 * Draws the conclusions of a comparison anew: with the votes that were cast since, and the thresholds that are told now. Makes and spends
 * nothing.
 * @throws LIMNER_COMPARISON_UNREADABLE
 */
export async function lookAgain(folder: string, flags: CompareFlags): Promise<void> {
  const out = resolve(folder);
  const known = await readFolder(out);
  const { groups, ...findings } = known;
  const state = resolve(flags.state ?? resolve(out, known.state));
  if (!hasState(state)) tellMissing(state, flags);
  const { ledger } = peekState(state);
  try {
    const votes = await ledger.votes.list({ pack: known.pack });
    const comparison = conclude(
      {
        ...findings,
        thresholds: readThresholds(flags.threshold ?? [], known.thresholds),
        ...(flags.volume === undefined ? {} : { volume: flags.volume }),
      },
      {
        metrics: METRICS,
        votes,
        sets: (provider, type) =>
          groups.find((group) => group.provider === provider && group.type === type)?.quality.set ?? {},
      },
    );
    await tellComparison(comparison, { out, store: createFsStore(out), packFile: resolve(out, known.packFile), flags });
  } finally {
    await ledger.close();
  }
}

async function readFolder(folder: string): Promise<KnownComparison> {
  const file = join(folder, 'compare.json');
  const known = readWholeComparison(await readDocument(file, 'LIMNER_COMPARISON_UNREADABLE'));
  if (known) return known;
  throw new LimnerError('LIMNER_COMPARISON_UNREADABLE', `${file} is not what \`limner compare\` writes.`);
}

/** The folder of a comparison may be anywhere, its ledger is where it was made. */
function tellMissing(state: string, { json }: CompareFlags): void {
  const message = `The ledger of this comparison is not in ${shortPath(state)}, so no votes are counted; say with --state where it is.`;
  if (json) printJson({ type: 'warning', at: new Date().toISOString(), message });
  else printAside(message);
}
