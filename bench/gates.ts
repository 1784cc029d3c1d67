import { judgeCorpus, raised } from '../test/corpus/judge.ts';
import type { Verdict } from '../test/corpus/verdict.ts';
import type { Figure } from './figure.ts';

/** Neither those that the gates were tuned on, nor those of the test. */
const SEEDS = [73_001, 73_002, 73_003];
const MOST_FALSE = 0.02;
const LEAST_CAUGHT = 0.95;

/** How often the gates are wrong on good and on damaged pictures, by source and by kind of damage. */
export async function measureGates(): Promise<readonly Figure[]> {
  const good: Verdict[] = [];
  const damaged: Verdict[] = [];
  for (const seed of SEEDS) {
    const judged = await judgeCorpus(seed);
    good.push(...judged.good);
    damaged.push(...judged.damaged);
  }
  const [wrong, caught] = [raised(good).length, raised(damaged).length];
  return [
    {
      subject: `false alarms on ${good.length} good pictures`,
      measured: share(wrong, good.length),
      target: percent(MOST_FALSE),
      met: wrong <= MOST_FALSE * good.length,
    },
    ...byGroup(good, 'good'),
    {
      subject: `caught of ${damaged.length} damaged pictures`,
      measured: share(caught, damaged.length),
      target: percent(LEAST_CAUGHT),
      met: caught >= LEAST_CAUGHT * damaged.length,
    },
    ...byGroup(damaged, 'damaged'),
  ].map((figure) => ({ ...figure, section: 'Gates' }));
}

function byGroup(verdicts: readonly Verdict[], what: string): readonly Figure[] {
  return [...Map.groupBy(verdicts, ({ group }) => group)].map(([group, own]) => ({
    subject: `${what}, ${group}`,
    measured: `${raised(own).length} of ${own.length}${firedBy(own)}`,
    target: '—',
    met: true,
  }));
}

/** Which gates spoke, the commonest first. */
function firedBy(verdicts: readonly Verdict[]): string {
  const names = verdicts.flatMap(({ alarms }) => [...new Set(alarms.map(({ name }) => name))]);
  const counts = [...Map.groupBy(names, (name) => name)].toSorted((a, b) => b[1].length - a[1].length);
  return counts.length === 0 ? '' : `: ${counts.map(([name, all]) => `${name} ${all.length}`).join(', ')}`;
}

const percent = (value: number): string => `${Number((value * 100).toFixed(2))} %`;
const share = (count: number, of: number): string => `${count}: ${percent(count / of)}`;
