import type { Metric } from '../../measure/metric.ts';
import { measure } from './numbers.ts';

/**
 * Which of the values is the best, by its index; `undefined` where no way is better, fewer than two are there, or the
 * best cannot be told from the next in the digits that are shown.
 */
export function bestOf(values: readonly (number | undefined)[], metric: Metric | undefined): number | undefined {
  if (!metric || metric.better === 'neither') return undefined;
  const way = metric.better === 'more' ? 1 : -1;
  const ranked = values
    .flatMap((value, index) => (value === undefined ? [] : [{ value, index }]))
    .sort((a, b) => way * (b.value - a.value));
  const [best, next] = ranked;
  if (!best || !next || measure(best.value, metric) === measure(next.value, metric)) return undefined;
  return best.index;
}

/** How far two values lie apart, 0..2, so that metrics of all units can be ranked beside each other. */
export function differenceOf(values: readonly (number | undefined)[]): number {
  const there = values.filter((value) => value !== undefined);
  if (there.length < 2) return 0;
  const most = Math.max(...there);
  const least = Math.min(...there);
  const size = Math.max(Math.abs(most), Math.abs(least));
  return size === 0 ? 0 : (most - least) / size;
}
