import type { Rgb } from './colour.ts';
import { hex } from './colour.ts';
import type { Trait } from './vocabulary/adjectives.ts';
import { ADJECTIVES } from './vocabulary/adjectives.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import { NOUN_OF_WORD } from './vocabulary/nouns.ts';
import { lookUp, wordsOf } from './words.ts';

/** What a subject's words ask to see. */
export interface Subject {
  /** Absent when no noun is known. */
  readonly family?: FamilyName;
  /** In the order they were named. */
  readonly colours: readonly Rgb[];
  readonly traits: readonly Trait[];
  readonly words: readonly string[];
}

const COLOURS: ReadonlyMap<string, Rgb> = new Map(
  Object.entries(COLOUR_WORDS).map(([word, colour]): [string, Rgb] => [word, hex(colour)]),
);

/** Words after which something other than the subject itself is told. */
const TURNS = new Set(
  'with of on in inside at by from near under over beside behind holding wearing carrying and for to riding like that which who'.split(
    ' ',
  ),
);

/**
 * Reads a subject: the last noun before the first turn (`a mushroom house with a key` is a house), else the first noun
 * after it. Only whole words count: `scarred bread` is neither a car nor red.
 */
export function readSubject(text: string): Subject {
  const words = wordsOf(text);
  const family = familyOf(words);
  const colours = words.map((word) => COLOURS.get(word)).filter((colour) => colour !== undefined);
  const traits = words.flatMap((word) => ADJECTIVES.get(word) ?? []);
  return { ...(family ? { family } : {}), colours, traits, words };
}

function familyOf(words: readonly string[]): FamilyName | undefined {
  let found: FamilyName | undefined;
  for (const word of words) {
    if (TURNS.has(word) && found) return found;
    found = lookUp(NOUN_OF_WORD, word) ?? found;
  }
  return found;
}
