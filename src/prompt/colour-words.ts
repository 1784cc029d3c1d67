import type { Rgba } from '../raster/raster.ts';

/** What colour a word means. Gem and metal names count: that is how people write variants. */
export const COLOUR_WORDS: Readonly<Record<string, Rgba>> = {
  red: [220, 50, 47, 255],
  crimson: [200, 20, 60, 255],
  scarlet: [255, 50, 20, 255],
  ruby: [200, 20, 70, 255],
  orange: [245, 135, 30, 255],
  amber: [255, 180, 20, 255],
  yellow: [250, 215, 50, 255],
  gold: [225, 175, 45, 255],
  golden: [225, 175, 45, 255],
  lime: [165, 220, 40, 255],
  green: [70, 170, 70, 255],
  emerald: [30, 170, 100, 255],
  olive: [128, 128, 40, 255],
  teal: [20, 140, 140, 255],
  turquoise: [50, 205, 195, 255],
  cyan: [50, 210, 235, 255],
  blue: [50, 110, 220, 255],
  azure: [60, 150, 245, 255],
  sapphire: [30, 80, 190, 255],
  navy: [30, 45, 105, 255],
  indigo: [80, 50, 165, 255],
  violet: [140, 80, 215, 255],
  purple: [145, 60, 180, 255],
  amethyst: [155, 95, 205, 255],
  lavender: [190, 165, 230, 255],
  magenta: [225, 40, 190, 255],
  pink: [245, 140, 180, 255],
  brown: [130, 85, 50, 255],
  copper: [185, 115, 60, 255],
  bronze: [165, 115, 55, 255],
  beige: [225, 205, 170, 255],
  white: [245, 245, 245, 255],
  silver: [190, 195, 205, 255],
  grey: [130, 135, 140, 255],
  gray: [130, 135, 140, 255],
  black: [35, 35, 40, 255],
};

/** The first colour that the words name; whole words only, so `scared` is not `red`. */
export function findColour(words: string): Rgba | undefined {
  return findColours(words)[0];
}

/** Every colour that the words name, in order. */
export function findColours(words: string): readonly Rgba[] {
  return wholeWords(words).flatMap((word) => {
    const colour = Object.hasOwn(COLOUR_WORDS, word) ? COLOUR_WORDS[word] : undefined;
    return colour ? [colour] : [];
  });
}

/** The colour a variant, tile or state asks for; the guide and the painter use it for that cell. */
export function tintOf(words: string): Rgba | undefined {
  return findColour(words);
}

/** Lower-case words; everything but letters parts them. */
export function wholeWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
