import type { Metric } from '../../measure/metric.ts';
import { formatType } from '../../report/format.ts';
import { percent } from '../figures.ts';
import type { GroupType } from './view.ts';

export function nameOfType(type: GroupType): string {
  return type === 'all' ? 'All types' : formatType(type);
}

export function perAsset(amount: number): string {
  return amount.toFixed(1).replace(/\.0$/, '');
}

/** Three digits that say something; shares as percent. The unit of all else stands beside the metric's name. */
export function measure(value: number, metric: Metric | undefined): string {
  if (metric?.unit === 'share') return percent(value);
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return value.toFixed(0);
  return value.toPrecision(size < 0.001 ? 2 : 3);
}
