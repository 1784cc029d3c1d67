import { describe, expect, test } from 'vitest';
import { sampleJob } from '../../../testing/sample-jobs.ts';
import type { CellIntent, ImageJob } from '../../provider.ts';
import { remarksOn } from './remarks.ts';

const POLICY = { multipleOf: 16, minSide: 16, maxSide: 8192 };
const ADVICE = 'Use plainer words, or another provider: the others read the whole description.';
const entity = (subject: string): ImageJob => ({ ...sampleJob('entity', POLICY), subject });
const title = (words: string): ImageJob => ({
  ...sampleJob('title_hero', POLICY),
  composition: { kind: 'title', title: words },
});
const scene = (subject: string, tile: 'none' | 'x' | 'xy' = 'none', theme = ''): ImageJob => ({
  ...sampleJob('background', POLICY),
  subject,
  theme,
  composition: { kind: 'scene', tile },
});
const layers = (subject: string, names: readonly string[]): ImageJob => ({
  ...sampleJob('parallax', POLICY),
  subject,
  theme: '',
  composition: {
    kind: 'layers',
    loop: 'x',
    layers: names.map((name, index) => ({ name, words: name, depth: index / names.length })),
  },
});
const sheet = (
  sheetKind: 'sprite' | 'tile' | 'variation' | 'ui_component',
  subject: string,
  words: readonly string[],
): ImageJob => ({
  ...sampleJob('sheet', POLICY),
  subject,
  composition: { kind: 'cells', sheet: sheetKind, cells: words.map((text, index) => cell(text, index)) },
});
const cell = (words: string, index: number): CellIntent => ({
  key: `key_${index}`,
  words,
  rect: { x: index * 32, y: 0, width: 32, height: 32 },
});

test('nothing is to be said about what is known', () => {
  expect(remarksOn(entity('a cute green slime'))).toEqual([]);
  expect(remarksOn(title('Über <Größe> & Söhne, 100%'))).toEqual([]);
  expect(remarksOn(sheet('variation', 'a gem', ['red', 'a black onyx']))).toEqual([]);
  expect(remarksOn(sheet('tile', 'wafer', ['grass', 'a floor']))).toEqual([]);
  expect(remarksOn(sheet('ui_component', 'a wibble', ['']))).toEqual([]);
  for (const place of ['a misty forest', 'stone wall', 'a golden sunset', 'mushrooms', 'a rainy night', ''])
    expect(remarksOn(scene(place)), place).toEqual([]);
  expect(remarksOn(scene('a boss arena', 'none', 'a war in space'))).toEqual([]);
  expect(remarksOn(scene('short grass', 'xy'))).toEqual([]);
  expect(remarksOn(layers('a forest', ['sky', 'far hills', 'layer 2', 'mid jungle', 'near red mushrooms']))).toEqual(
    [],
  );
});

describe('what an unknown word makes of a known one is owned up to', () => {
  test.each([
    ['a witch hat', 'witch hat', 'witch'],
    ['a red fire extinguisher', 'fire extinguisher', 'fire'],
    ['a bus stop', 'bus stop', 'bus'],
    ['a dragon rider with a lance', 'dragon rider', 'dragon'],
    ['a dragon rider icon', 'dragon rider', 'dragon'],
    ['a bus stop of the city', 'bus stop', 'bus'],
    ['fire extinguishers', 'fire extinguishers', 'fire'],
  ])('for %j', (subject, asked, drawn) => {
    const remark = `The painter does not know "${asked}"; it drew "${drawn}" alone. ${ADVICE}`;
    expect(remarksOn(entity(subject))).toEqual([remark]);
    expect(remarksOn(sheet('sprite', subject, ['']))).toEqual([remark]);
  });

  test('for variants, naming each', () => {
    expect(remarksOn(sheet('variation', 'loot', ['a witch hat', 'a sword', 'a bus stop', 'a red bus stop']))).toEqual([
      `The painter does not know "witch hat", "bus stop"; it drew "witch", "bus" alone. ${ADVICE}`,
    ]);
    expect(remarksOn(sheet('variation', 'a witch hat', ['red', 'blue']))).toEqual([
      `The painter does not know "witch hat"; it drew "witch" alone. ${ADVICE}`,
    ]);
  });

  test.each([
    'a sword icon',
    'knight sprites',
    'a cake slice',
    'a coin pile',
    'a goblin character',
    'a goblin chief, front view',
    'a treasure chest wide open',
    'a chest half opened',
    'a robot 2',
    'robot mk2',
    'a knight iii',
    'a house completely on fire',
    'a rock full of craters',
    'a pile of coins',
    'a slime monster',
    'a map of a castle',
    'a fox sitting on a log',
    'a frog red',
  ])('%j is what it is called', (subject) => {
    expect(remarksOn(entity(subject))).toEqual([]);
  });
});

test('words of a frame that change nothing are named', () => {
  expect(remarksOn(sheet('sprite', 'a knight', ['', 'blue', 'with a crown', 'angry']))).toEqual([]);
  expect(remarksOn(sheet('sprite', 'a knight', ['', 'left foot up', 'blue']))).toEqual([
    `The painter does not know "left foot up"; it drew that frame as its animation has it. ${ADVICE}`,
  ]);
  expect(remarksOn(sheet('sprite', 'a knight', ['left foot up', 'giant']))).toEqual([
    `The painter does not know "left foot up", "giant"; it drew those frames as their animation has them. ${ADVICE}`,
  ]);
});

describe('a stand-in is owned up to', () => {
  test('for an entity', () => {
    expect(remarksOn(entity('a cute red wibble with a sword'))).toEqual([
      `The painter does not know "wibble"; it drew a stand-in. ${ADVICE}`,
    ]);
  });

  test('for a sprite sheet, once', () => {
    expect(remarksOn(sheet('sprite', 'a wibble', ['', '', '']))).toEqual([
      `The painter does not know "wibble"; it drew a stand-in. ${ADVICE}`,
    ]);
  });

  test('for variants, naming each', () => {
    expect(remarksOn(sheet('variation', 'inventory items', ['a brass sextant', 'a sword', 'a red lute']))).toEqual([
      `The painter does not know "brass sextant", "lute"; it drew a stand-in. ${ADVICE}`,
    ]);
    expect(remarksOn(sheet('variation', 'a spoon', ['red', 'blue']))).toEqual([
      `The painter does not know "spoon"; it drew a stand-in. ${ADVICE}`,
    ]);
  });

  test('for tiles', () => {
    expect(remarksOn(sheet('tile', 'candy land', ['grass', 'pink wafer']))).toEqual([
      `The painter does not know "wafer"; it drew grass. ${ADVICE}`,
    ]);
  });

  test('for a place and for a ground', () => {
    expect(remarksOn(scene('a boss arena'))).toEqual([
      `The painter does not know "boss arena"; it drew open land. ${ADVICE}`,
    ]);
    expect(remarksOn(scene('wafer', 'xy'))).toEqual([`The painter does not know "wafer"; it drew grass. ${ADVICE}`]);
  });

  test('for layers, naming each', () => {
    expect(remarksOn(layers('a forest', ['sky', 'wibbles', 'hills', 'near wobbles']))).toEqual([
      `The painter does not know "wibbles", "near wobbles"; it drew what usually lies at such a depth. ${ADVICE}`,
    ]);
  });

  test('in one line, however much there is', () => {
    const names = Array.from({ length: 20 }, (_, index) => `wibble${index}`);
    const [remark] = remarksOn(sheet('variation', '', [...names, 'x'.repeat(500)]));
    expect(remark).toContain('"wibble5" and 15 more; it drew');
  });
});

test('signs without a glyph are named', () => {
  expect(remarksOn(title('Дом 🎉'))).toEqual([
    'The painter has no letters for "Д", "о", "м", "🎉"; they became empty boxes. Write the title in Latin letters, or use another provider.',
  ]);
});
