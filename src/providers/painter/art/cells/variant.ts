import type { CellIntent } from '../../../provider.ts';
import type { Subject } from '../subject.ts';
import { readSubject } from '../subject.ts';
import { ADJECTIVES } from '../vocabulary/adjectives.ts';
import { COLOUR_WORDS } from '../vocabulary/colours.ts';
import { SMALL_WORDS } from '../vocabulary/turns.ts';

/** The variant's own words win; what it does not say, the sheet says. A gem's name is then a colour, not a gem. */
export function variantOf(sheet: Subject, variant: Subject): Subject {
  const stays = variant.colours.length > 0 || variant.words.every(isQuality);
  const [first, second] = stays ? [sheet, variant] : [variant, sheet];
  const { family, misread } = first.family ? first : second;
  return {
    ...(family ? { family } : {}),
    ...(misread ? { misread } : {}),
    colours:
      variant.colours.length > 0
        ? variant.colours
        : variant.traits.some(({ material }) => material)
          ? []
          : sheet.colours,
    accents: variant.accents.length > 0 ? variant.accents : sheet.accents,
    ...(variant.eyes || sheet.eyes ? { eyes: variant.eyes ?? sheet.eyes } : {}),
    traits: [...variant.traits, ...sheet.traits],
    strange: variant.strange.length > 0 ? variant.strange : sheet.strange,
    words: [...sheet.words, ...variant.words],
  };
}

/** A word for how a thing is, though it may also name one: `fire` among slimes is a slime of fire. */
function isQuality(word: string): boolean {
  return ADJECTIVES.has(word) || SMALL_WORDS.has(word) || Object.hasOwn(COLOUR_WORDS, word);
}

/** A cell's own words; its key where the user gave no other. */
export function variantWords({ words, key }: Pick<CellIntent, 'words' | 'key'>): string {
  return words || key.replace(/[_-]/gu, ' ');
}

/** An actor as the words of one frame change it. It stays the actor it is, and as large as it is in all other frames. */
export function withWords(actor: Subject, words: string): Subject {
  if (words === '') return actor;
  const { colours, accents, eyes, traits } = variantOf(actor, readFrame(words));
  return { ...actor, colours, accents, ...(eyes ? { eyes } : {}), traits };
}

/** What the words of one frame say of its actor: `blue`, `with a crown`, `on fire`. */
export function readFrame(words: string): Subject {
  const told = readSubject(`it ${words}`);
  return { ...told, traits: told.traits.map(({ size: _size, ...trait }) => trait) };
}
