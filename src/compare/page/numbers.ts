import type { Metric } from '../../measure/metric.ts';
import { formatType, formatUsd } from '../../report/format.ts';
import type { GroupType } from './view.ts';

export function nameOfType(type: GroupType): string {
  return type === 'all' ? 'All types' : formatType(type);
}

/** US dollars; small sums with four digits after the point, or as many as show two that say something. */
export function money(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 0.1) return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  return usd >= 0.001 ? `$${usd.toFixed(4)}` : formatUsd(usd);
}

/** 0.934 reads `93 %`; what is nearly nothing or nearly all is not rounded to it. */
export function percent(share: number): string {
  const most = Math.abs(share);
  const isDelicate = (most > 0 && most < 0.01) || (most > 0.99 && most < 1);
  const digits = (share * 100).toFixed(isDelicate ? 1 : 0);
  return `${digits.replace(/^-(0(\.0)?)$/, '$1').replace('-', '−')} %`;
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
