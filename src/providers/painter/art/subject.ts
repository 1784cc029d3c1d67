import type { Clause } from './clauses.ts';
import { clausesOf, familyOf, headOf } from './clauses.ts';
import type { Rgb } from './colour.ts';
import type { Misreading } from './misread.ts';
import { misreadIn } from './misread.ts';
import { readColours } from './read-colours.ts';
import type { Trait } from './vocabulary/adjectives.ts';
import { ADJECTIVES, TRAITS_OF_BELONGINGS } from './vocabulary/adjectives.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import { NOUN_OF_WORD } from './vocabulary/nouns.ts';
import { SKINS, SMALL_WORDS } from './vocabulary/turns.ts';
import { lookUp } from './words.ts';

/** What a subject's words ask to see. */
export interface Subject {
  /** Absent when the subject itself is no known noun. */
  readonly family?: FamilyName;
  /** Present when the family is that of a word which another, unknown one makes something else of. */
  readonly misread?: Misreading;
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
  const named = clauses.find((clause) => familyOf(clause) !== undefined);
  const [family, misread] = named ? [familyOf(named), misreadIn(named)] : [];
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
    ...(misread ? { misread } : {}),
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

function isStrange(word: string): boolean {
  return !SMALL_WORDS.has(word) && !ADJECTIVES.has(word) && !Object.hasOwn(COLOUR_WORDS, word);
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
