import { STYLE_NAMES, type Style, type StyleName } from '../pack/pack.ts';
import { splitWords, tidyClause } from './clause.ts';

/** How a style is asked for, and what spoils it. */
export interface StyleWords {
  readonly words: readonly string[];
  readonly negatives: readonly string[];
}

export const STYLES: Readonly<Record<StyleName, StyleWords>> = {
  pixel: {
    words: ['pixel art', 'crisp square pixels', 'limited palette', 'clean outline', '16-bit game style'],
    negatives: ['blurry', 'anti-aliasing', 'smooth gradients', 'photorealistic', '3d render'],
  },
  cartoon: {
    words: ['cartoon style', 'bold clean outlines', 'bright cel shading', 'friendly rounded forms'],
    negatives: ['photorealistic', 'gritty', 'noisy texture', 'pixelated'],
  },
  '3d': {
    words: ['3d render', 'soft studio light', 'smooth materials', 'stylised game model', 'gentle ambient occlusion'],
    negatives: ['flat drawing', 'line art', 'pixelated', 'sketch'],
  },
  flat: {
    words: ['flat vector illustration', 'simple geometric forms', 'solid colours', 'no outlines', 'minimal shading'],
    negatives: ['photorealistic', 'heavy texture', 'gradients', '3d render', 'noise'],
  },
  painterly: {
    words: ['hand-painted illustration', 'visible brush strokes', 'rich colour', 'painted light and shade'],
    negatives: ['photorealistic', 'vector art', 'pixelated', 'hard outlines'],
  },
};

/** The words of a pack's style; a custom style's own words are kept to a few hundred characters. */
export function styleWords(style: Style): StyleWords {
  if (typeof style === 'string') return STYLES[style];
  return {
    words: [tidyClause(style.aesthetic, 160), palettePhrase(style.palette ?? '')].filter((words) => words !== ''),
    negatives: splitWords(tidyClause(style.avoid ?? '', 200)),
  };
}

/** A style by its name, however it is written; undefined for other words. */
export function namedStyle(words: string): StyleName | undefined {
  const name = words.trim().toLowerCase();
  return STYLE_NAMES.find((style) => style === name);
}

function palettePhrase(palette: string): string {
  const words = tidyClause(palette, 120);
  return words === '' ? '' : `colour palette of ${words}`;
}
