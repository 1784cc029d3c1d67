import { resolve } from 'node:path';
import { conclude } from '../../compare/conclude.ts';
import { readWholeComparison } from '../../compare/read-whole.ts';
import { readThresholds } from '../../compare/thresholds.ts';
import { LimnerError } from '../../errors.ts';
import { METRICS } from '../../measure/metrics.ts';
import { createFsStore } from '../../store/fs/index.ts';
import { peekState } from '../compose.ts';
import type { CompareFlags } from './flags.ts';
import { tellComparison } from './tell-comparison.ts';

/**
 * Draws the conclusions of a comparison anew: with the votes that were cast since, and the thresholds that are told now. Makes and spends
 * nothing.
 * @throws LIMNER_COMPARISON_UNREADABLE
 */
export async function lookAgain(folder: string, flags: CompareFlags): Promise<void> {
  const out = resolve(folder);
  const store = createFsStore(out);
  const text = new TextDecoder().decode(await store.get('compare.json'));
  const known = readWholeComparison(text);
  if (!known) throw new LimnerError('LIMNER_COMPARISON_UNREADABLE', `${folder}/compare.json is no comparison.`);
  const { groups, verdict: _verdict, ...findings } = known;
  const { ledger } = peekState(resolve(out, known.state));
  try {
    const votes = await ledger.votes.list({ comparison: known.id });
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
    await tellComparison(comparison, { out, store, packFile: resolve(out, known.packFile), flags });
  } finally {
    await ledger.close();
  }
}
