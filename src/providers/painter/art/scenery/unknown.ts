import type { ImageJob, LayerIntent } from '../../../provider.ts';
import { isSurface, readTerrain } from '../cells/ground.ts';
import { readSubject } from '../subject.ts';
import { ADJECTIVES } from '../vocabulary/adjectives.ts';
import { POSITION_WORDS } from '../vocabulary/planes.ts';
import { COLOUR_WORDS } from '../vocabulary/colours.ts';
import { SMALL_WORDS, TURNS } from '../vocabulary/turns.ts';
import { wordsOf } from '../words.ts';
import { findBiome, namedProps, namesSky, readPlane } from './place-words.ts';

type Wish = Pick<ImageJob, 'subject' | 'theme'>;

/** Whether a scene's words ask for a ground that fills the picture. */
export function isPlainSurface(text: string): boolean {
  return isSurface(text, (head) => findBiome(head, { theme: '' }) !== undefined);
}

/** The words of a place that the painter has no picture of; none when place, things or sky are known. */
export function strangePlace({ subject, theme }: Wish): readonly string[] {
  if (findBiome(subject, { theme }) || isPlainSurface(subject) || namedProps(subject).length > 0) return [];
  return strangeWords(subject);
}

/** The same for a ground seen from above. */
export function strangeGround(subject: string): readonly string[] {
  return readTerrain(subject) ? [] : [...readSubject(subject).strange];
}

/** The layers whose words say neither what lies there nor where it lies. */
export function strangeLayers(layers: readonly LayerIntent[]): readonly string[] {
  return layers.flatMap(({ name, words }) => {
    const text = `${words} ${name}`;
    const isKnown = readPlane(text) ?? (namedProps(text).length > 0 || findBiome(text, { theme: '' }) !== undefined);
    return isKnown || strangeWords(text).length === 0 ? [] : [name];
  });
}

function strangeWords(text: string): readonly string[] {
  const isKnown = (word: string): boolean =>
    SMALL_WORDS.has(word) ||
    TURNS.has(word) ||
    POSITION_WORDS.has(word) ||
    ADJECTIVES.has(word) ||
    Object.hasOwn(COLOUR_WORDS, word) ||
    namesSky(word) ||
    /^\d+$/u.test(word);
  return wordsOf(text).filter((word) => !isKnown(word));
}
