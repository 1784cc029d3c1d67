import type { Criterion, Group, Thresholds } from './comparison.ts';
import { percent, secondsText, money } from './figures.ts';

/** A group of the provider that is to take over, and the same of the one whose place it would take. */
export interface Duel {
  readonly first: Group;
  readonly other: Group;
  readonly thresholds: Thresholds;
}

/** The questions of a migration, in the order in which they are asked. */
export const CRITERIA: readonly ((duel: Duel) => Criterion)[] = [works, speed, cost, gates, judged];

type Finding = Pick<Criterion, 'measured' | 'because'> & { readonly passes: boolean | undefined };

function criterion(name: Criterion['name'], { other }: Duel, threshold: number, finding: Finding): Criterion {
  const { passes, ...found } = finding;
  const outcome = passes === undefined ? 'not-enough-evidence' : passes ? 'pass' : 'fail';
  return { name, provider: other.provider, type: other.type, threshold, outcome, ...found };
}

/** Are the assets made at all? Those that the money did not suffice for say nothing about it. */
function works(duel: Duel): Criterion {
  const { other, thresholds } = duel;
  const { made, samples, codes } = other.works;
  const tried = samples - (codes['LIMNER_BUDGET_EXCEEDED'] ?? 0);
  const share = tried === 0 ? undefined : made / tried;
  const why = Object.keys(codes).length > 0 ? ` (${Object.keys(codes).join(', ')})` : '';
  const because = `${other.provider} made ${made} of ${tried}${why}.`;
  if (share === undefined || tried < thresholds.samples) {
    const passes = share !== undefined && share < thresholds.made ? false : undefined;
    return criterion('works', duel, thresholds.made, {
      passes,
      because: passes === false ? because : `${because.slice(0, -1)}; ${needed(thresholds.samples)}.`,
      ...(share === undefined ? {} : { measured: share }),
    });
  }
  return criterion('works', duel, thresholds.made, { passes: share >= thresholds.made, measured: share, because });
}

/** Is an asset there soon enough once a machine is up? What was soon enough although one had to start counts as well. */
function speed(duel: Duel): Criterion {
  const { other, thresholds } = duel;
  const { warm, cold } = other.speed;
  const starts = cold.phases.totalMs;
  const isSoonCold = starts !== undefined && starts.max <= thresholds.seconds * 1000;
  const samples = warm.samples + (isSoonCold ? cold.samples : 0);
  const p95 = warm.phases.totalMs?.p95 ?? (isSoonCold ? starts.max : undefined);
  const coldWords = starts ? ` With a cold start: up to ${secondsText(starts.max)}.` : '';
  if (p95 === undefined || samples < thresholds.samples) {
    const because = `Only ${samples} warm; ${needed(thresholds.samples)}.${coldWords}`;
    return criterion('speed', duel, thresholds.seconds, {
      passes: undefined,
      because,
      ...(p95 === undefined ? {} : { measured: p95 / 1000 }),
    });
  }
  const warmWords = warm.samples > 0 ? `95 % of ${warm.samples} warm assets took at most ${secondsText(p95)}.` : '';
  return criterion('speed', duel, thresholds.seconds, {
    passes: p95 <= thresholds.seconds * 1000,
    measured: p95 / 1000,
    because: `${warmWords}${coldWords}`.trim(),
  });
}

/** Is it so much cheaper for what is kept? */
function cost(duel: Duel): Criterion {
  const { first, other, thresholds } = duel;
  const [before, after] = [first.cost.perKeptUsd, other.cost.perKeptUsd];
  const { saving } = other.cost;
  if (before === undefined || after === undefined) {
    const nobody = before === undefined ? first.provider : other.provider;
    return criterion('cost', duel, thresholds.saving, {
      passes: undefined,
      because: `Nothing that ${nobody} made could be kept.`,
    });
  }
  if (saving === undefined) {
    const passes = after > 0 ? false : undefined;
    const because = `A kept asset costs ${money(after)}, and nothing at ${first.provider}.`;
    return criterion('cost', duel, thresholds.saving, { passes, because });
  }
  const because = `A kept asset costs ${money(after)} instead of ${money(before)}: ${percent(Math.abs(saving))} ${saving < 0 ? 'dearer' : 'less'}.`;
  const isEnough = other.works.samples >= thresholds.samples && first.works.samples >= thresholds.samples;
  return criterion('cost', duel, thresholds.saving, {
    passes: isEnough ? saving >= thresholds.saving : undefined,
    measured: saving,
    because: isEnough ? because : `${because.slice(0, -1)}; ${needed(thresholds.samples)}.`,
  });
}

/** Do as many pass their gates? */
function gates(duel: Duel): Criterion {
  const { first, other, thresholds } = duel;
  const [before, after] = [passRate(first), passRate(other)];
  if (before === undefined || after === undefined) {
    const nobody = before === undefined ? first.provider : other.provider;
    return criterion('gates', duel, thresholds.gateLoss, { passes: undefined, because: `${nobody} made nothing.` });
  }
  const because = `${percent(after)} pass their gates, ${percent(before)} at ${first.provider}.`;
  const isEnough = Math.min(first.works.made, other.works.made) >= thresholds.samples;
  const loss = Math.max(0, before - after);
  return criterion('gates', duel, thresholds.gateLoss, {
    passes: isEnough ? loss <= thresholds.gateLoss : undefined,
    measured: loss,
    because: isEnough ? because : `${because.slice(0, -1)}; ${needed(thresholds.samples)}.`,
  });
}

function passRate({ quality }: Group): number | undefined {
  const { passed, warned, failed } = quality;
  const made = passed + warned + failed;
  return made === 0 ? undefined : (passed + warned) / made;
}

/** Do people like it as well who do not know whose it is? */
function judged(duel: Duel): Criterion {
  const { other, thresholds } = duel;
  const { judged: votes } = other;
  if (!votes) {
    return criterion('judged', duel, thresholds.preferred, { passes: undefined, because: 'Nobody has voted yet.' });
  }
  const { score, low, high } = votes;
  const between = `between ${percent(low)} and ${percent(high)}`;
  const because = `Preferred in ${percent(score)} of the cases (${between}), by ${votes.votes} votes.`;
  const isDecided = votes.votes >= thresholds.votes;
  return criterion('judged', duel, thresholds.preferred, {
    passes: isDecided ? score >= thresholds.preferred : undefined,
    measured: score,
    because: isDecided ? because : `${because.slice(0, -1)}; at least ${thresholds.votes} are needed.`,
  });
}

function needed(samples: number): string {
  return `at least ${samples} are needed to tell`;
}
