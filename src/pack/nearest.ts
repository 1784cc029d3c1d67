/** Longer words are not typed wrong, they are something else. */
const MAX_LENGTH = 64;
/** So that a sheet of thousands of entries costs no more than a glance. */
const MAX_CANDIDATES = 500;

/**
 * The candidate a misspelt word most likely meant, or undefined when none is near. Case, `_`, `-` and spaces count
 * for nothing, so `cell_width` finds `cellWidth`; another number is another thing. Of equally near candidates the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plainForm(word);
  if (word.length > MAX_LENGTH || wanted === '') return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let looked = 0;
  for (const candidate of candidates) {
    looked += 1;
    if (looked > MAX_CANDIDATES) break;
    const plain = plainForm(candidate);
    if (isOtherNumber(wanted, plain)) continue;
    if (candidate.length > MAX_LENGTH || Math.abs(plain.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, plain);
    if (distance >= bestDistance || distance >= plain.length) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function plainForm(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** `tile_9` is no misspelling of `tile_0`. */
function isOtherNumber(wanted: string, plain: string): boolean {
  return wanted !== plain && wanted.replaceAll(/\d/g, '') === plain.replaceAll(/\d/g, '');
}

/** Damerau-Levenshtein: how many letters to insert, drop, change or swap with a neighbour (each letter once). */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
