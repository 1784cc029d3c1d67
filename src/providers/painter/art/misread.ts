import type { Clause } from './clauses.ts';
import { headOf } from './clauses.ts';
import { ADJECTIVES } from './vocabulary/adjectives.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';
import { NOUN_OF_WORD } from './vocabulary/nouns.ts';
import { CALLINGS, SMALL_WORDS } from './vocabulary/turns.ts';
import { formsOf, lookUp } from './words.ts';

/** A name of which the painter knows a word, but not the one that says what it is. */
export interface Misreading {
  /** `witch hat` */
  readonly asked: string;
  /** `witch` */
  readonly drawn: string;
}

/** Of the clause's head: undefined when what follows its last known noun leaves the thing what it is. */
export function misreadIn(clause: Clause): Misreading | undefined {
  const head = headOf(clause);
  const isNoun = (word: string): boolean => lookUp(NOUN_OF_WORD, word) !== undefined;
  const first = head.findIndex(isNoun);
  const of = head.indexOf('of', first + 1);
  const name = first === -1 || of === -1 ? head : head.slice(0, of);
  const noun = name.findLastIndex(isNoun);
  const last = name.findLastIndex((word) => !leavesItself(word));
  if (noun === -1 || last <= noun) return undefined;
  return { asked: name.slice(noun, last + 1).join(' '), drawn: name[noun] ?? '' };
}

/** An icon of a sword is drawn as the sword; so is sword 2, and one that is drawn. */
function leavesItself(word: string): boolean {
  return (
    /^(.{1,2}|iii|.*\d|.{2,}(ed|ly))$/u.test(word) ||
    SMALL_WORDS.has(word) ||
    ADJECTIVES.has(word) ||
    Object.hasOwn(COLOUR_WORDS, word) ||
    formsOf(word).some((form) => CALLINGS.has(form))
  );
}
