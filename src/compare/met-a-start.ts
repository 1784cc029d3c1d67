import type { Sample } from './comparison.ts';

/** It had to wait for a machine to start. A phase that took no time is told as 0 where it is known. */
export function metAStart({ phases }: Pick<Sample, 'phases'>): boolean {
  return (phases?.coldMs ?? 0) > 0;
}
