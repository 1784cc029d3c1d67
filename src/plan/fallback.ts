import type { Fallback, PassedOver } from '../report/manifest.ts';

/** Those that were passed over, in order, as the story of who took their place. */
export function fallbackOf([first, ...also]: readonly PassedOver[]): Fallback | undefined {
  return first && { ...first, ...(also.length > 0 ? { also } : {}) };
}

/** The story taken apart again. */
export function passedOver(fallback: Fallback | undefined): readonly PassedOver[] {
  if (!fallback) return [];
  const { from, reason, also = [] } = fallback;
  return [{ from, reason }, ...also];
}
