/** `93 %`; what is near nothing or all keeps a decimal. */
export function percentText(share: number): string {
  const percent = Math.round(share * 1000) / 10;
  const isNearAnEnd = Math.abs(percent) < 10 || (percent > 99 && percent < 100);
  return `${isNearAnEnd && percent % 1 !== 0 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** `4.2 s`, of milliseconds. */
export function secondsText(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

/** US dollars, with as many decimals as tell something. */
export function usdText(usd: number): string {
  if (usd === 0) return '$0';
  return `$${usd.toFixed(usd >= 1 ? 2 : 4)}`;
}
