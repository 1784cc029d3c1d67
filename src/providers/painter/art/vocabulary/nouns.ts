import { CREATURES } from './creatures.ts';
import { THINGS } from './things.ts';

/** A family of subjects that are drawn alike. */
export interface NounFamily {
  readonly words: readonly string[];
  /** Colours when the words name none. */
  readonly main: string;
  readonly accent: string;
  /** Creatures keep their face and body in any outline; objects become emblems in outlines that are not theirs. */
  readonly creature: boolean;
}

export const NOUNS = { ...CREATURES, ...THINGS } as const;

export type FamilyName = keyof typeof NOUNS | 'emblem';

/** The stand-in for things that the painter has no family for; for what seems alive it is a `critter`. */
export const STAND_IN: NounFamily = { words: [], main: '#7f8fd8', accent: '#f2e8cf', creature: false };

/** Whole word → family. */
export const NOUN_OF_WORD: ReadonlyMap<string, FamilyName> = new Map(
  Object.entries(NOUNS).flatMap(([family, { words }]) =>
    words.map((word): [string, FamilyName] => [word, family as FamilyName]),
  ),
);
