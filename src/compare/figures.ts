import { formatUsd } from '../report/format.ts';

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

/** `4.2 s`, of milliseconds. */
export function secondsText(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
