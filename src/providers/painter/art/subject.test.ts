import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex, luminance } from './colour.ts';
import { readSubject } from './subject.ts';
import { COLOUR_WORDS } from './vocabulary/colours.ts';

describe('reading a subject', () => {
  test.each([
    ['a cute green slime monster', 'slime'],
    ['two Bats!', 'bat'],
    ['knives', 'sword'],
    ['„Witches“', 'wizard'],
    ['a mushroom house with a golden key', 'house'],
    ['a pile of coins', 'coin'],
    ['a map of a castle', 'scroll'],
    ['treasure chest', 'chest'],
    ['GHÖST', 'ghost'],
    ['Fuchs-Fox, rot', 'fox'],
    ['a dragon breathing fire', 'dragon'],
    ['a fire-breathing dragon', 'dragon'],
    ['a fire breathing dragon', 'dragon'],
    ['a knight holding a red flag', 'knight'],
    ['a slime and a bat', 'slime'],
    ['a fox chasing a rabbit', 'fox'],
    ['a full moon', 'moon'],
    ['a rock monster', 'critter'],
    ['a hungry beast', 'critter'],
    ['two pine trees', 'pine'],
    ['an enemy space ship', 'spaceship'],
    ['a pirate ship', 'boat'],
    ['a scorpion', 'scorpion'],
    ['a skeleton', 'skeleton'],
    ['a jack-o-lantern', 'pumpkin'],
    ['two fires', 'fire'],
    ['thieves', 'ninja'],
    ['werewolves', 'fox'],
    ['women', 'person'],
    ['a pine tree stump', 'stump'],
    ['a knight character', 'knight'],
    ['three goblin NPCs', 'goblin'],
    ['a football player', 'person'],
    ['a slime-covered knight', 'knight'],
    ['a snow covered pine tree', 'pine'],
    ['a tree covered in snow', 'tree'],
    ['a gem-filled chest', 'chest'],
    ['a golem made of rock', 'robot'],
    ['no entry sign', 'sign'],
  ])('%j is a %s', (text, family) => {
    expect(readSubject(text).family).toBe(family);
  });

  test('takes whole words only', () => {
    expect(readSubject('scarred brass')).toMatchObject({ colours: [], traits: [] });
    expect(readSubject('scarred brass').family).toBeUndefined();
    expect(readSubject('constructor __proto__ toString').family).toBeUndefined();
  });

  test.each(['golden letters', 'carved orange letters', 'a tropical island'])('%j names no thing', (text) => {
    expect(readSubject(text).mentioned).toBeUndefined();
  });

  test.each(['a wibble', 'a wibble with a sword', 'a wibble holding a potion'])('%j is nothing known', (text) => {
    expect(readSubject(text).family).toBeUndefined();
  });

  const colour = (word: string) => hex(COLOUR_WORDS[word] ?? '');

  test('keeps colours in their order, those of the subject apart from those beside it', () => {
    expect(readSubject('a red and white lollipop').colours).toEqual([colour('red'), colour('white')]);
    const knight = readSubject('a red knight with a blue plume');
    expect([knight.colours, knight.accents]).toEqual([[colour('red')], [colour('blue')]]);
    const holder = readSubject('a knight holding a red flag');
    expect([holder.colours, holder.accents]).toEqual([[], [colour('red')]]);
  });

  test.each(['a knight in blue armor', 'a bird with blue feathers', 'a fire with blue flames'])(
    'takes the colour of its skin for its own: %j',
    (text) => {
      expect(readSubject(text).colours).toEqual([colour('blue')]);
    },
  );

  test('gives the eyes their colour, and nothing else', () => {
    expect(readSubject('a black cat with green eyes')).toMatchObject({
      colours: [colour('black')],
      accents: [],
      eyes: colour('green'),
    });
  });

  test('makes a colour lighter or darker, and a dark colour no dark thing', () => {
    const tone = (text: string): number => luminance(readSubject(text).colours[0] ?? [0, 0, 0]);
    expect(tone('a light blue slime')).toBeGreaterThan(tone('a blue slime') + 30);
    expect(tone('a dark green slime')).toBeLessThan(tone('a green slime') - 30);
    expect(readSubject('a dark green slime').traits).toEqual([]);
    expect(readSubject('a dark slime').traits).toHaveLength(1);
  });

  test('leaves to others what is beside the subject', () => {
    expect(readSubject('a slime beside a big golden key').traits).toEqual([]);
    expect(readSubject('a slime with an angry face').traits).toEqual([{ mood: 'angry' }]);
  });

  test('shows what it wears', () => {
    expect(readSubject('a slime with a big golden crown').traits).toEqual([{ effects: ['crown'] }]);
    expect(readSubject('a cat with purple wings').traits).toEqual([{ effects: ['wings'] }]);
    // It has its own.
    expect(readSubject('a sleek blue spaceship with white wings').traits).toEqual([]);
    expect(readSubject('a cat with purple wings').traits).toEqual([{ effects: ['wings'] }]);
  });

  test.each(['a king without a crown', 'a king with no crown', 'a king, no crown', 'a king without a big red crown'])(
    'does not show what is missing: %j',
    (text) => {
      expect(readSubject(text)).toMatchObject({ family: 'king', traits: [], colours: [], accents: [] });
    },
  );

  test('goes on after what is missing', () => {
    const king = readSubject('a king without a crown in blue armor, no cape, with red horns');
    expect(king).toMatchObject({
      colours: [colour('blue')],
      accents: [colour('red')],
      traits: [{ effects: ['horns'] }],
    });
  });

  test.each([
    ['a sword made of ice', 'an ice sword'],
    ['a knight made from red stone with a shield', 'a red stone knight with a shield'],
  ])('shows what it is made of: %j is %j', (made, plain) => {
    const { family, colours, traits } = readSubject(plain);
    expect(readSubject(made)).toMatchObject({ family, colours, traits });
  });

  test.each([
    'a house on fire',
    'a house in flames',
    'a house completely on fire',
    'a house burning',
    'a house burning in the night',
    'a house ablaze',
    'a house on fire at night',
  ])('sets alight what burns: %j', (text) => {
    expect(readSubject(text)).toMatchObject({ family: 'house', traits: readSubject('a burning house').traits });
  });

  test.each(['a knight with a sword on fire', 'a dragon burning a village', 'a knight holding a burning torch'])(
    'sets nobody else alight: %j',
    (text) => {
      expect(readSubject(text).traits).toEqual([]);
    },
  );

  test('reads a long text in no time', () => {
    const start = performance.now();
    readSubject('a'.repeat(300_000));
    readSubject(`a-${'ing'.repeat(100_000)}`);
    // It takes some milliseconds; were it to grow with the square of the length, it would take minutes.
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test('names the words that it does not know', () => {
    expect(readSubject('a cute light blue wibble with a sword').strange).toEqual(['wibble']);
  });

  test('reads any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(readSubject(text).words)));
  });
});
