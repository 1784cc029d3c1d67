import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSubject } from './subject.ts';
import { hex } from './colour.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';
import { readPlace } from './scenery/place.ts';
import { LOOKS } from './styles.ts';

describe('reading a subject', () => {
  test.each([
    ['a cute green slime monster', 'slime'],
    ['two Bats!', 'bat'],
    ['knives', 'sword'],
    ['„Witches“', 'wizard'],
    ['a mushroom house with a golden key', 'house'],
    ['a pile of coins', 'coin'],
    ['treasure chest', 'chest'],
    ['GHÖST', 'ghost'],
    ['Fuchs-Fox, rot', 'cat'],
  ])('%j is a %s', (text, family) => {
    expect(readSubject(text).family).toBe(family);
  });

  test('takes whole words only', () => {
    expect(readSubject('scarred bread')).toMatchObject({ colours: [], traits: [] });
    expect(readSubject('scarred bread').family).toBeUndefined();
    expect(readSubject('constructor __proto__ toString').family).toBeUndefined();
  });

  test('keeps colours in their order', () => {
    expect(readSubject('a red knight with a blue plume').colours).toEqual([
      hex(COLOUR_WORDS['red'] ?? ''),
      hex(COLOUR_WORDS['blue'] ?? ''),
    ]);
  });

  test('reads any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(readSubject(text).words)));
  });
});

describe('reading a place', () => {
  const world = { look: LOOKS.cartoon, light: { shade: [40, 30, 70], glow: [255, 250, 220] }, theme: '' } as const;

  test('finds the biome and the hour', () => {
    expect(readPlace('a city at night', world)).toMatchObject({ light: 'moon' });
    expect(readPlace('a glowing mushroom cavern', world)).toMatchObject({ light: 'none' });
    expect(readPlace('a glowing mushroom cavern', world).props).toContain('mushroom');
  });

  test('is a meadow at noon when nothing is named', () => {
    expect(readPlace('', world)).toEqual(readPlace('a meadow', world));
  });

  test('takes from the theme what the words leave open', () => {
    const galaxy = { ...world, theme: 'a war at the edge of the galaxy' };
    expect(readPlace('sharp letters', galaxy)).toMatchObject({ light: 'stars' });
    expect(readPlace('a forest', galaxy)).toMatchObject({ light: 'sun' });
  });

  test('is the place itself, not what lies near it', () => {
    expect(readPlace('a cavern with a still lake', world)).toEqual(readPlace('a cavern', world));
    expect(readPlace('a castle garden', world)).toEqual(readPlace('a garden', world));
  });

  test('is at the hour that is named, whatever the weather', () => {
    expect(readPlace('a misty forest at dawn', world).tint).toEqual(readPlace('a forest at dawn', world).tint);
    expect(readPlace('dark green pines in a forest', world).light).toBe('sun');
  });
});
