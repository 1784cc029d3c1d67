import type { Rgb } from './colour.ts';
import { hex, mix } from './colour.ts';
import { COLOUR_WORDS, SHADES } from './vocabulary/colours.ts';
import { EYES, SKINS } from './vocabulary/turns.ts';

/** A colour word with what it colours. */
export interface Paint {
  readonly colour: Rgb;
  readonly part: 'body' | 'beside' | 'eyes';
  readonly index: number;
}

const COLOURS: ReadonlyMap<string, Rgb> = new Map(
  Object.entries(COLOUR_WORDS).map(([word, colour]): [string, Rgb] => [word, hex(colour)]),
);

/**
 * The colours among the words, in order. Those from `end` on are of something beside the subject, unless the word
 * behind them is its skin: `a knight in blue armor` is blue, `a bear in a pink apron` is not pink.
 */
export function readColours(
  words: readonly string[],
  end = words.length,
  isSkin = (word: string): boolean => SKINS.has(word),
): readonly Paint[] {
  return words.flatMap((word, index): readonly Paint[] => {
    const plain = COLOURS.get(word);
    if (!plain) return [];
    const colour = shaded(plain, words[index - 1]);
    const next = words[index + 1] ?? '';
    const part = EYES.has(next) ? 'eyes' : index < end || isSkin(next) ? 'body' : 'beside';
    return [{ colour, part, index }];
  });
}

/** The colour that is named just before one of the given nouns, as in `a dark blue sky`. */
export function colourOf(words: readonly string[], nouns: ReadonlySet<string>): Rgb | undefined {
  const near = (index: number): boolean => words.slice(index + 1, index + 3).some((word) => nouns.has(word));
  return readColours(words).find(({ index }) => near(index))?.colour;
}

function shaded(colour: Rgb, before: string | undefined): Rgb {
  const shade = before !== undefined && Object.hasOwn(SHADES, before) ? SHADES[before] : undefined;
  return shade ? mix(colour, hex(shade.towards), shade.share) : colour;
}
