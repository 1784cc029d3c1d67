import type { CallClaim } from './ledger.ts';

export interface Cap {
  readonly cap: 'run' | 'day';
  readonly capUsd: number;
}

/** The caps that a claim has to keep; a call that costs nothing keeps them all. */
export function capsOf({ estimatedUsd, caps: { runUsd, dayUsd } }: CallClaim): readonly Cap[] {
  if (estimatedUsd <= 0) return [];
  return [
    ...(runUsd === undefined ? [] : [{ cap: 'run', capUsd: runUsd } as const]),
    ...(dayUsd === undefined ? [] : [{ cap: 'day', capUsd: dayUsd } as const]),
  ];
}

/** What binary fractions may leave at the end of a sum of prices. */
const DUST_USD = 1e-9;

/** Ten calls at $0.05 fit into $0.50, whatever their sum is in binary. */
export function isOver(usd: number, capUsd: number): boolean {
  return usd > capUsd + DUST_USD;
}
