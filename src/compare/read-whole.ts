import type { Comparison } from './comparison.ts';
import { readComparison } from './read-comparison.ts';

const LISTS = ['samples', 'groups', 'providers', 'palette'] as const;

/**
 * The text of a `compare.json` with all that is in it; undefined when it is no comparison. What limner wrote is trusted beyond its main
 * parts: it is shown and reckoned with, but nothing is paid or overwritten by it.
 */
export function readWholeComparison(text: string): Comparison | undefined {
  if (!readComparison(text)) return undefined;
  const value = JSON.parse(text) as Partial<Comparison>;
  const isWhole = LISTS.every((key) => Array.isArray(value[key])) && typeof value.thresholds === 'object';
  return isWhole ? (value as Comparison) : undefined;
}
