import { nearest } from '../../../pack/nearest.ts';
import { quote, showValue } from '../../../pack/show-value.ts';
import { str } from '../python-text.ts';
import { type PythonValue, isDict, toJson } from '../python-value.ts';

const MAX_LISTED = 8;

/** A value as a reader of a fault wants to see it. */
export function show(value: PythonValue): string {
  if (typeof value === 'bigint' || typeof value === 'number') return str(value);
  return isDict(value) ? 'an object' : showValue(toJson(value));
}

/** `"a", "b", "c" and 40 more`. */
export function list(values: readonly PythonValue[]): string {
  const shown = values.slice(0, MAX_LISTED).map(show).join(', ');
  if (values.length <= MAX_LISTED) return shown;
  return `${shown} and ${values.length - MAX_LISTED} more`;
}

/** `Did you mean "x"?`, or else the other sentence. */
export function didYouMean(word: PythonValue, candidates: readonly string[], otherwise: string): string {
  const found = typeof word === 'string' ? nearestOfAll(word, candidates) : undefined;
  return found === undefined ? otherwise : `Did you mean ${quote(found)}?`;
}

/** Longer lists than `nearest` looks at are sieved first. */
function nearestOfAll(word: string, candidates: readonly string[]): string | undefined {
  const room = Math.max(2, Math.ceil(word.length / 2));
  return nearest(
    word,
    candidates.filter((candidate) => Math.abs(candidate.length - word.length) <= room),
  );
}
