import { nearest } from './nearest.ts';
import type { Path } from './source-node.ts';

/** One thing wrong with a pack file. `line` and `column` count from 1 and are absent when the file has no such place. */
export interface PackProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Like `assets[3].layout.columns`; empty when the whole file is meant. */
  readonly path: string;
  readonly message: string;
  /** The nearest right spelling, if one is near. */
  readonly suggestion?: string;
}

/** A problem that does not know its place yet. */
export interface Fault {
  readonly path: Path;
  /** What to point at; the value when absent. */
  readonly point?: 'key' | 'value';
  readonly message: string;
  /** A word that may be misspelt, and what would have been right. */
  readonly word?: string;
  readonly candidates?: Iterable<string>;
  /** Follows the message when no candidate is near. */
  readonly otherwise?: string;
}

/** A fault with its place in the text. */
export interface PlacedFault extends Fault {
  readonly offset?: number;
}

export interface ProblemSource {
  readonly file: string;
  positionOf(offset: number): { readonly line: number; readonly column: number };
  formatPath(path: Path): string;
}

const MAX_PROBLEMS = 50;

/** Sorted by place; what exceeds fifty becomes one last line. Spelling is only sought for what is shown. */
export function toProblems(faults: readonly PlacedFault[], source: ProblemSource): readonly PackProblem[] {
  const sorted = faults.toSorted((a, b) => (a.offset ?? -1) - (b.offset ?? -1));
  const shown = sorted.slice(0, MAX_PROBLEMS).map((fault) => toProblem(fault, source));
  const more = faults.length - shown.length;
  if (more > 0)
    shown.push({ file: source.file, path: '', message: `and ${more} more problem${more === 1 ? '' : 's'}` });
  return shown;
}

/** One fault on its own. */
export function toProblem(fault: PlacedFault, source: ProblemSource): PackProblem {
  const { offset, message, word, candidates = [], otherwise = '' } = fault;
  const suggestion = word === undefined ? undefined : nearest(word, candidates);
  const problem = {
    file: source.file,
    ...(offset === undefined ? {} : source.positionOf(offset)),
    path: source.formatPath(fault.path),
  };
  if (suggestion === undefined) return { ...problem, message: message + otherwise };
  return { ...problem, message: `${message}; did you mean ${JSON.stringify(suggestion)}?`, suggestion };
}
