import type { RunFlags } from '../settings.ts';

export interface CompareFlags extends Omit<RunFlags, 'provider'> {
  /** Separated by commas, the one that the others are to replace first. */
  readonly providers?: string;
  readonly runs?: number;
  readonly threshold?: readonly string[];
  /** Kept assets a month. */
  readonly volume?: number;
  /** Say what it would cost, and end. */
  readonly dryRun?: boolean;
  /** Write the suggested routes into the pack. */
  readonly apply?: boolean;
}
