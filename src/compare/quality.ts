import type { Measures, Metric } from '../measure/metric.ts';
import type { GateResult } from '../report/manifest.ts';
import type { MeasureSpread, Quality, Sample } from './comparison.ts';
import { meanOf, percentile } from './spread.ts';

/** Of pictures as a set. */
export type SetMeasures = Measures;

/** Gates and measures of what was made. */
export function qualityOf(samples: readonly Sample[], metrics: readonly Metric[], set: SetMeasures): Quality {
  const made = samples.filter(({ status }) => status === 'done');
  const worst = made.map(worstGate);
  const count = (status: GateResult['status']): number => worst.filter((one) => one === status).length;
  return {
    passed: count('pass'),
    warned: count('warn'),
    failed: count('fail'),
    gates: countGates(made),
    measures: Object.fromEntries(
      metrics.flatMap((metric) => {
        const spread = spreadOfMeasure(made, metric);
        return spread ? [[metric.name, spread]] : [];
      }),
    ),
    set,
  };
}

const ORDER = ['pass', 'warn', 'fail'] as const;

/** What the worst of an asset's gates says. */
export function worstGate({ gates }: Pick<Sample, 'gates'>): GateResult['status'] {
  return ORDER[Math.max(0, ...gates.map(({ status }) => ORDER.indexOf(status)))] ?? 'pass';
}

/** Gates that not all assets passed. One of several pictures is counted once for a gate, by the worst of them. */
function countGates(samples: readonly Sample[]): Quality['gates'] {
  const counts: Record<string, { warned: number; failed: number }> = {};
  for (const { gates } of samples) {
    for (const [name, results] of Map.groupBy(gates, (gate) => gate.name)) {
      const worst = worstGate({ gates: results });
      if (worst === 'pass') continue;
      const count = (counts[name] ??= { warned: 0, failed: 0 });
      if (worst === 'warn') count.warned += 1;
      if (worst === 'fail') count.failed += 1;
    }
  }
  return counts;
}

function spreadOfMeasure(samples: readonly Sample[], { name, better }: Metric): MeasureSpread | undefined {
  const values = samples.flatMap(({ measures }) => measures[name] ?? []);
  const median = percentile(values, 0.5);
  if (median === undefined) return undefined;
  const worst = better === 'more' ? Math.min(...values) : Math.max(...values);
  return { samples: values.length, mean: meanOf(values), median, worst };
}
