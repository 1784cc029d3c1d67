/**
 * Replaces unfiltered rows, in place, by their differences to their neighbours: for each row with the filter whose
 * differences have the least sum, which is a good guess at what deflates best.
 * `stride` is a row's bytes without its filter byte, `step` a pixel's.
 */
export function filterRows(packed: Uint8Array, stride: number, step: number): void {
  // One pixel of zeros on the left spares the loop a special case.
  let row = new Uint8Array(step + stride);
  let above = new Uint8Array(step + stride);
  const candidates = Array.from({ length: 5 }, () => new Uint8Array(stride));
  for (let start = 1; start < packed.length; start += stride + 1) {
    row.set(packed.subarray(start, start + stride), step);
    if (isSame(row, above)) {
      packed[start - 1] = UP;
      packed.fill(0, start, start + stride);
      continue;
    }
    const best = tryFilters(row, above, candidates);
    packed[start - 1] = best;
    packed.set(candidates[best] ?? row, start);
    [row, above] = [above, row];
  }
}

/** The same filter for all rows: a third of the work, for pictures that nobody keeps. */
export function filterRowsUp(packed: Uint8Array, stride: number): void {
  const pitch = stride + 1;
  for (let start = packed.length - pitch; start >= 0; start -= pitch) {
    packed[start] = UP;
    if (start === 0) return;
    for (let i = start + 1; i < start + pitch; i++) packed[i] = (packed[i] ?? 0) - (packed[i - pitch] ?? 0);
  }
}

const UP = 2;

function isSame(row: Uint8Array, above: Uint8Array): boolean {
  for (let i = 0; i < row.length; i++) if (row[i] !== above[i]) return false;
  return true;
}

/** Fills all candidates, in the order of PNG's filter numbers, and returns the number of the best. */
function tryFilters(row: Uint8Array, above: Uint8Array, candidates: readonly Uint8Array[]): number {
  const [none, sub, up, average, paeth] = candidates;
  if (!none || !sub || !up || !average || !paeth) return 0;
  const step = row.length - none.length;
  let [ofNone, ofSub, ofUp, ofAverage, ofPaeth] = [0, 0, 0, 0, 0];
  for (let i = 0; i < none.length; i++) {
    const x = row[i + step] ?? 0;
    const a = row[i] ?? 0;
    const b = above[i + step] ?? 0;
    const c = above[i] ?? 0;
    ofNone += magnitude((none[i] = x));
    ofSub += magnitude((sub[i] = x - a));
    ofUp += magnitude((up[i] = x - b));
    ofAverage += magnitude((average[i] = x - ((a + b) >> 1)));
    ofPaeth += magnitude((paeth[i] = x - predict(a, b, c)));
  }
  return [ofNone, ofSub, ofUp, ofAverage, ofPaeth].reduce(
    (best, sum, i, all) => (sum < (all[best] ?? 0) ? i : best),
    0,
  );
}

/** Of a difference modulo 256, read as -128..127. */
function magnitude(difference: number): number {
  const signed = (difference << 24) >> 24;
  return signed < 0 ? -signed : signed;
}

function predict(a: number, b: number, c: number): number {
  const toA = Math.abs(b - c);
  const toB = Math.abs(a - c);
  const toC = Math.abs(a + b - c - c);
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}
