import { ADJECTIVES } from './vocabulary/adjectives.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';
import { COMPOUNDS } from './vocabulary/compounds.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import { NOUN_OF_WORD, NOUNS } from './vocabulary/nouns.ts';
import { COVERINGS, ROLES, TURNS } from './vocabulary/turns.ts';
import { formsOf, lookUp, wordsOf } from './words.ts';

/** A part of a description between two signs of punctuation. */
export interface Clause {
  readonly words: readonly string[];
  /** Where the subject itself ends, and what it does, has or stands on begins. */
  readonly end: number;
}

/** The clauses of a text that say anything; what is said to be missing is left out. */
export function clausesOf(text: string): readonly Clause[] {
  const parts = text.replace(DOING, '').split(/[,;.!?:\n]/u);
  return parts
    .map((part, index) => stuffFirst(withoutDenied(joinCompounds(wordsOf(part)), index > 0)))
    .filter((words) => words.length > 0)
    .map((words, index) => {
      const from = index === 0 ? 1 : 0;
      const told = burningFirst(words, endOfHead(words, from));
      return { words: told, end: endOfHead(told, from) };
    });
}

export function headOf({ words, end }: Clause): readonly string[] {
  return words.slice(0, end);
}

/** The last noun of the clause's head, or that which something is `of` when it is unknown itself. */
export function familyOf(clause: Clause): FamilyName | undefined {
  let found: FamilyName | undefined;
  for (const word of headOf(clause)) {
    if (word === 'of' && found) return found;
    const next = lookUp(NOUN_OF_WORD, word);
    if (next && !(isCreature(found) && saysNoMore(word, next))) found = next;
  }
  return found;
}

/** A slime monster and a slime character are slimes, a rock monster is a monster. */
function saysNoMore(word: string, family: FamilyName): boolean {
  return family === 'critter' || formsOf(word).some((form) => ROLES.has(form));
}

/** `fire-breathing` tells what a subject does, not what it is. */
const DOING = /(?<!\p{L})\p{L}+-(?=\p{L}{3,}ing(?!\p{L}))/giu;

/** A plural counts as well: `pine trees` are pines. */
function joinCompounds(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const pairs = formsOf(word).map((form) => `${joined.at(-1)} ${form}`);
    const compound = pairs.map((pair) => COMPOUNDS.get(pair)).find((found) => found !== undefined);
    if (compound === undefined) joined.push(word);
    else joined[joined.length - 1] = compound;
  }
  return joined;
}

/** `a king without a crown, no sword` is a king, and that is all that is to be seen. */
function withoutDenied(words: readonly string[], isAddition: boolean): readonly string[] {
  const start = words.findIndex(
    (word, index) =>
      word === 'without' || (word === 'no' && (index === 0 ? isAddition : TURNS.has(words[index - 1] ?? ''))),
  );
  if (start === -1) return words;
  const length = words.slice(start + 1).findIndex((word) => TURNS.has(word));
  if (length === -1) return words.slice(0, start);
  return [...words.slice(0, start), ...withoutDenied(words.slice(start + 1 + length), isAddition)];
}

/** `a golem made of red stone` is a red stone golem. */
function stuffFirst(words: readonly string[]): readonly string[] {
  const made = words.findIndex((word, index) => word === 'made' && ['of', 'from'].includes(words[index + 1] ?? ''));
  if (made === -1) return words;
  const told = words.slice(made + 2);
  const count = told.findIndex((word) => !ADJECTIVES.has(word) && !Object.hasOwn(COLOUR_WORDS, word));
  const stuff = count === -1 ? told : told.slice(0, count);
  return [...stuff, ...words.slice(0, made + 2), ...told.slice(stuff.length)];
}

/** `a house on fire` is a burning house; what a knight with a sword on fire holds burns alone. */
function burningFirst(words: readonly string[], end: number): readonly string[] {
  const [first = '', second = ''] = words.slice(end, end + 2);
  const isLit = LIT.has(`${first} ${second}`);
  if (!isLit && !(first === 'burning' && (second === '' || TURNS.has(second)))) return words;
  return ['burning', ...words.slice(0, end), ...words.slice(end + (isLit ? 2 : 1))];
}

const LIT: ReadonlySet<string> = new Set(['on fire', 'in fire', 'in flames', 'in flame']);

function endOfHead(words: readonly string[], from: number): number {
  let found: FamilyName | undefined;
  for (const [index, word] of words.entries()) {
    if (index >= from && isTurn(words, index)) return index;
    if (found && (word === 'and' || (isDeed(word) && !isDoneBy(words.slice(index), found)))) return index;
    found = lookUp(NOUN_OF_WORD, word) ?? found;
  }
  return words.length;
}

/** What is covered in moss ends there; a moss covered tower does not. */
function isTurn(words: readonly string[], index: number): boolean {
  const [word = '', next = ''] = words.slice(index, index + 2);
  return TURNS.has(word) && (!COVERINGS.has(word) || TURNS.has(next));
}

function isDeed(word: string): boolean {
  return word.length > 5 && word.endsWith('ing') && lookUp(NOUN_OF_WORD, word) === undefined;
}

/** Things do little: `a fire breathing dragon` is a dragon. */
function isDoneBy(rest: readonly string[], found: FamilyName): boolean {
  return !isCreature(found) && rest.some((word) => isCreature(lookUp(NOUN_OF_WORD, word)));
}

function isCreature(family: FamilyName | undefined): boolean {
  return family !== undefined && family !== 'emblem' && NOUNS[family].creature;
}
