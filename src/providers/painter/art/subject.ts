import type { Rgb } from './colour.ts';
import { readColours } from './read-colours.ts';
import type { Trait } from './vocabulary/adjectives.ts';
import { ADJECTIVES, TRAITS_OF_BELONGINGS } from './vocabulary/adjectives.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';
import { COMPOUNDS } from './vocabulary/compounds.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import { NOUN_OF_WORD, NOUNS } from './vocabulary/nouns.ts';
import { SKINS, SMALL_WORDS, TURNS } from './vocabulary/turns.ts';
import { formsOf, lookUp, wordsOf } from './words.ts';

/** What a subject's words ask to see. */
export interface Subject {
  /** Absent when the subject itself is no known noun. */
  readonly family?: FamilyName;
  /** The subject, or else the first known thing beside it. */
  readonly mentioned?: FamilyName;
  /** Of the subject itself, in the order they were named. */
  readonly colours: readonly Rgb[];
  /** Of what it wears, holds or stands beside. */
  readonly accents: readonly Rgb[];
  readonly eyes?: Rgb;
  readonly traits: readonly Trait[];
  /** What hides the subject when no noun is known: its words without articles, colours and known adjectives. */
  readonly strange: readonly string[];
  readonly words: readonly string[];
}

/**
 * Reads a subject: the last noun before the first turn (`a mushroom house with a key` is a house, `a dragon breathing
 * fire` a dragon); what something is `of` counts when it is unknown itself. Only whole words count: `scarred brass` is
 * neither a car nor red.
 */
export function readSubject(text: string): Subject {
  const clauses = clausesOf(text);
  const words = clauses.flatMap((clause) => clause.words);
  const family = clauses.map((clause) => familyOf(headOf(clause))).find((found) => found !== undefined);
  const mentioned = family ?? words.map((word) => lookUp(NOUN_OF_WORD, word)).find((found) => found !== undefined);
  // The flame of `a torch with an orange flame` is the torch again.
  const isSkin = (word: string): boolean =>
    SKINS.has(word) || (family !== undefined && sameStuff(lookUp(NOUN_OF_WORD, word), family));
  const paints = clauses.flatMap((clause) => readColours(clause.words, clause.end, family ? isSkin : undefined));
  const colours = (part: 'body' | 'beside'): readonly Rgb[] =>
    paints.filter((paint) => paint.part === part).map(({ colour }) => colour);
  const eyes = paints.find(({ part }) => part === 'eyes')?.colour;
  return {
    ...(family ? { family } : {}),
    ...(mentioned ? { mentioned } : {}),
    colours: colours('body'),
    accents: colours('beside'),
    ...(eyes ? { eyes } : {}),
    traits: clauses.flatMap(traitsOf).filter(({ effects }) => !hasWings(family) || effects?.includes('wings') !== true),
    strange: headOf(clauses[0] ?? { words: [], end: 0 }).filter(isStrange),
    words,
  };
}

/** Drawn with wings of their own: a second pair, with feathers, would be one too many. */
const WINGED: ReadonlySet<FamilyName> = new Set([
  'bat',
  'bee',
  'beetle',
  'bird',
  'butterfly',
  'chicken',
  'duck',
  'owl',
  'penguin',
  'plane',
  'rocket',
  'spaceship',
  'ufo',
]);

function hasWings(family: FamilyName | undefined): boolean {
  return family !== undefined && WINGED.has(family);
}

function sameStuff(found: FamilyName | undefined, family: FamilyName): boolean {
  return found === family || (found === 'fire' && family === 'torch');
}

interface Clause {
  readonly words: readonly string[];
  /** Where the subject itself ends, and what it does, has or stands on begins. */
  readonly end: number;
}

/** `fire-breathing` tells what a subject does, not what it is. */
const DOING = /\p{L}+-(?=\p{L}+ing\b)/giu;

function clausesOf(text: string): readonly Clause[] {
  const parts = text.replace(DOING, '').split(/[,;.!?:\n]/u);
  return parts
    .map((part) => joinCompounds(wordsOf(part)))
    .filter((words) => words.length > 0)
    .map((words, index) => ({ words, end: endOfHead(words, index === 0 ? 1 : 0) }));
}

function joinCompounds(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (COMPOUNDS.has(pairAt(words, index - 1))) return [];
    return [COMPOUNDS.get(pairAt(words, index)) ?? word];
  });
}

/** A plural counts as well: `pine trees` are pines. */
function pairAt(words: readonly string[], index: number): string {
  const [first = '', second = ''] = words.slice(Math.max(0, index), index + 2);
  return (
    formsOf(second)
      .map((form) => `${first} ${form}`)
      .find((pair) => COMPOUNDS.has(pair)) ?? ''
  );
}

function endOfHead(words: readonly string[], from: number): number {
  let found: FamilyName | undefined;
  for (const [index, word] of words.entries()) {
    if (index >= from && TURNS.has(word)) return index;
    if (found && (word === 'and' || (isDeed(word) && !isDoneBy(words.slice(index), found)))) return index;
    found = lookUp(NOUN_OF_WORD, word) ?? found;
  }
  return words.length;
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

function headOf({ words, end }: Clause): readonly string[] {
  return words.slice(0, end);
}

function isStrange(word: string): boolean {
  return !SMALL_WORDS.has(word) && !ADJECTIVES.has(word) && !Object.hasOwn(COLOUR_WORDS, word);
}

function familyOf(head: readonly string[]): FamilyName | undefined {
  let found: FamilyName | undefined;
  for (const word of head) {
    if (word === 'of' && found) return found;
    const next = lookUp(NOUN_OF_WORD, word);
    // A slime monster is a slime, a rock monster a monster.
    if (next && !(next === 'critter' && isCreature(found))) found = next;
  }
  return found;
}

/** What lies beside the subject lends it a mood or is worn by it: a slime with big eyes is no big slime. */
function traitsOf({ words, end }: Clause): readonly Trait[] {
  return words.flatMap((word, index): readonly Trait[] => {
    const trait = ADJECTIVES.get(word);
    const belonging = index >= end ? lookUp(TRAITS_OF_BELONGINGS, word) : undefined;
    if (belonging) return [belonging];
    if (!trait || (word === 'dark' && Object.hasOwn(COLOUR_WORDS, words[index + 1] ?? ''))) return [];
    if (index < end) return [trait];
    return trait.mood ? [{ mood: trait.mood }] : [];
  });
}
