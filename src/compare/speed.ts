import type { PhaseName, Phases, Sample, Speed, Spread, Thresholds } from './comparison.ts';
import { spreadOf } from './spread.ts';

export const PHASES: readonly PhaseName[] = ['queueMs', 'coldMs', 'runMs', 'transferMs', 'ownMs', 'totalMs'];

/** How long the made ones took. */
export function speedOf(samples: readonly Sample[], { seconds }: Pick<Thresholds, 'seconds'>): Speed {
  const timed = samples.flatMap(({ phases }): Phases[] => (phases ? [phases] : []));
  const phases: { [phase in PhaseName]?: Spread } = {};
  for (const name of PHASES) {
    const spread = spreadOf(timed.flatMap((one) => one[name] ?? []));
    if (spread) phases[name] = spread;
  }
  return { samples: timed.length, late: timed.filter(({ totalMs }) => totalMs > seconds * 1000).length, phases };
}
