/** A stream of numbers that is the same on every machine. */
export interface Random {
  /** 0 up to, but not including, 1. */
  next(): number;
  /** `low` up to, but not including, `high`. */
  range(low: number, high: number): number;
  /** A whole number from 0 up to, but not including, `count`. */
  integer(count: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Mulberry32 over a whole-number seed. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (count: number): number => Math.floor(next() * count);
  return {
    next,
    integer,
    range: (low, high) => low + next() * (high - low),
    pick: (items) => items[integer(items.length)] ?? items[0],
  };
}

/** 32-bit FNV-1a over the text's UTF-16 code units, well mixed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixBits(hash);
}

/** Spreads every input bit over all 32 output bits. */
export function mixBits(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
