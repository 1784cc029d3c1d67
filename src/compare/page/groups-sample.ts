import { ASSET_TYPES, type AssetType } from '../../pack/pack.ts';
import type {
  ComparedProvider,
  Group,
  GroupCost,
  Judged,
  Quality,
  Sample,
  Speed,
  Spread,
  Works,
} from '../comparison.ts';
import { TYPICAL_MEASURES } from './metrics-sample.ts';

const PHASES = ['queueMs', 'coldMs', 'runMs', 'transferMs', 'ownMs', 'totalMs'] as const;
const VOLUME = 2000;

/** Every group that the samples come to, counted plainly. */
export function groupsSample(
  samples: readonly Sample[],
  providers: readonly ComparedProvider[],
  { seconds, isJudged }: { readonly seconds: number; readonly isJudged: boolean },
): readonly Group[] {
  const types = ASSET_TYPES.filter((type) => samples.some((sample) => sample.type === type));
  const groups: Group[] = [];
  for (const type of ['all', ...types] as const) {
    for (const [index, provider] of providers.entries()) {
      const own = samples.filter(
        (sample) => sample.provider === provider.name && (type === 'all' || sample.type === type),
      );
      const first = groups.find((group) => group.type === type);
      const standbyUsd = provider.runs.reduce((sum, run) => sum + run.standbyUsd, 0) * (type === 'all' ? 1 : 0.2);
      groups.push({
        type,
        provider: provider.name,
        works: worksOf(own),
        speed: speedOf(own, seconds),
        cost: costOf(own, standbyUsd, first?.cost),
        quality: qualityOf(own, index),
        ...(isJudged && index > 0 ? { judged: judgedOf(type, own.length) } : {}),
      });
    }
  }
  return groups;
}

function worksOf(samples: readonly Sample[]): Works {
  const codes: Record<string, number> = {};
  for (const { error } of samples) if (error) codes[error.code] = (codes[error.code] ?? 0) + 1;
  const count = (status: Sample['status']): number => samples.filter((sample) => sample.status === status).length;
  return {
    samples: samples.length,
    made: count('done'),
    failed: count('failed'),
    refused: count('refused'),
    codes,
    attempts: total(samples, ({ attempts }) => attempts),
    calls: total(samples, ({ calls }) => calls),
    requests: total(samples, ({ requests }) => requests.total),
  };
}

function speedOf(samples: readonly Sample[], seconds: number): Group['speed'] {
  const timed = samples.flatMap(({ phases }) => phases ?? []);
  const of = (some: typeof timed): Speed => ({
    samples: some.length,
    late: some.filter(({ totalMs }) => totalMs > seconds * 1000).length,
    phases: Object.fromEntries(
      PHASES.flatMap((name) => {
        const values = some.flatMap((phases) => phases[name] ?? []);
        return values.length > 0 ? [[name, spreadOf(values)]] : [];
      }),
    ),
  });
  return {
    cold: of(timed.filter(({ coldMs }) => coldMs !== undefined)),
    warm: of(timed.filter(({ coldMs }) => coldMs === undefined)),
  };
}

function costOf(samples: readonly Sample[], standbyUsd: number, first: GroupCost | undefined): GroupCost {
  const kept = samples.filter(
    ({ status, gates }) => status === 'done' && gates.every((gate) => gate.status !== 'fail'),
  );
  const jobsUsd = total(samples, ({ usd }) => usd);
  const usd = jobsUsd + standbyUsd;
  const perKeptUsd = usd / kept.length;
  return {
    usd,
    jobsUsd,
    standbyUsd,
    failedUsd: total(samples, ({ status, usd: paid }) => (status === 'done' ? 0 : paid)),
    perAssetUsd: usd / samples.length,
    ...(kept.length > 0 ? { perKeptUsd, monthlyUsd: perKeptUsd * VOLUME } : {}),
    ...(kept.length > 0 && first?.perKeptUsd ? { saving: 1 - perKeptUsd / first.perKeptUsd } : {}),
  };
}

function qualityOf(samples: readonly Sample[], index: number): Quality {
  const made = samples.filter(({ status }) => status === 'done');
  const gates: Record<string, { warned: number; failed: number }> = {};
  for (const { name, status } of made.flatMap((sample) => sample.gates)) {
    const counts = (gates[name] ??= { warned: 0, failed: 0 });
    if (status !== 'pass') counts[status === 'warn' ? 'warned' : 'failed'] += 1;
  }
  const has = (sample: Sample, status: string): boolean => sample.gates.some((gate) => gate.status === status);
  const failed = made.filter((sample) => has(sample, 'fail')).length;
  const warned = made.filter((sample) => !has(sample, 'fail') && has(sample, 'warn')).length;
  return {
    passed: made.length - failed - warned,
    warned,
    failed,
    gates: Object.fromEntries(Object.entries(gates).filter(([, count]) => count.warned + count.failed > 0)),
    measures: Object.fromEntries(Object.keys(TYPICAL_MEASURES).flatMap((name) => measureOf(made, name))),
    set: made.length > 1 ? { 'set-palette-distance': 11 - index * 3.4 } : {},
  };
}

function measureOf(samples: readonly Sample[], name: string): [string, Quality['measures'][string]][] {
  const values = samples.flatMap(({ measures }) => measures[name] ?? []);
  if (values.length === 0) return [];
  const { p50, max } = spreadOf(values);
  const worst = name === 'fringe' || name === 'seam' ? max : Math.min(...values);
  return [
    [name, { samples: values.length, mean: total(values, (value) => value) / values.length, median: p50, worst }],
  ];
}

function judgedOf(type: AssetType | 'all', samples: number): Judged {
  const votes = samples * 4;
  const score = type === 'title_hero' ? 0.31 : 0.58;
  const reach = 0.9 / Math.sqrt(votes);
  const wins = Math.round(votes * score);
  const low = Math.max(0, score - reach);
  const high = Math.min(1, score + reach);
  return { votes, voters: 3, wins, losses: votes - wins - 1, ties: 1, score, low, high };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function total<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
