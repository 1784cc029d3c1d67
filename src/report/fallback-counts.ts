import type { ManifestAsset } from './manifest.ts';

/** How many assets one provider took over from another. */
export interface FallbackCount {
  readonly from: string;
  readonly to: string;
  readonly assets: number;
  /** The first few different ones. */
  readonly reasons: readonly string[];
}

const MOST_REASONS = 3;

/** Counts who took whose place, an asset at a time. */
export function createFallbackCounter(): {
  add(entry: Pick<ManifestAsset, 'fallback' | 'provider'>): void;
  readonly counts: readonly FallbackCount[];
} {
  const counts = new Map<string, FallbackCount>();
  return {
    add({ fallback, provider }) {
      if (!fallback) return;
      const { from, reason, also = [] } = fallback;
      const key = JSON.stringify([from, provider]);
      const { assets, reasons } = counts.get(key) ?? { assets: 0, reasons: [] };
      const all = new Set([...reasons, reason, ...also.map((passed) => passed.reason)]);
      counts.set(key, { from, to: provider, assets: assets + 1, reasons: [...all].slice(0, MOST_REASONS) });
    },
    get counts() {
      return [...counts.values()];
    },
  };
}

/** For people. */
export function fallbackSentence({ from, to, assets, reasons }: FallbackCount): string {
  return `${assets} ${assets === 1 ? 'asset' : 'assets'} fell back from ${from} to ${to}: ${reasons.join('; ')}.`;
}
