import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../families/index.ts';
import { readSubject } from '../subject.ts';
import { lookUp } from '../words.ts';
import { ADJECTIVES, SYNONYMS } from './adjectives.ts';
import { COMPOUNDS } from './compounds.ts';
import { KINDS } from './kinds.ts';
import { NOUN_OF_WORD, NOUNS } from './nouns.ts';

describe('nouns', () => {
  test('each word belongs to one family', () => {
    const words = Object.values(NOUNS).flatMap((family): readonly string[] => family.words);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test.each(Object.entries(NOUNS))('every word of %s leads to it', (family, { words }) => {
    for (const word of words) expect(readSubject(`a ${word}`).family, word).toBe(family);
  });

  test('each family has a drawing, and each drawing but the stand-in for things a family', () => {
    expect(Object.keys(FAMILIES).sort()).toEqual([...Object.keys(NOUNS), 'emblem'].sort());
  });

  test('a kind has the colours of one word of a family', () => {
    expect(Object.keys(KINDS).filter((word) => lookUp(NOUN_OF_WORD, word) === undefined)).toEqual([]);
  });

  test('two words lead to one that is known', () => {
    for (const [pair, word] of COMPOUNDS) {
      expect(NOUN_OF_WORD.has(word), pair).toBe(true);
      expect(readSubject(`a big ${pair}`).family, pair).toBe(NOUN_OF_WORD.get(word));
    }
  });
});

describe('adjectives', () => {
  test('each word means one thing', () => {
    const words = [...SYNONYMS].flatMap(([word, others]) => [word, ...others]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.every((word) => ADJECTIVES.has(word))).toBe(true);
  });
});
