import { expect, test } from 'vitest';
import { hex } from '../colour.ts';
import { COLOUR_WORDS } from '../vocabulary/colours.ts';
import { TERRAINS } from '../vocabulary/terrains.ts';
import { readGround, readTerrain } from './ground.ts';

test.each([
  ['a plain floor', 'stone'],
  ['a wooden floor', 'wood'],
  ['an ice floor', 'ice'],
  ['a damp grey stone wall with patches of green moss', 'stone'],
  ['a wall', 'brick'],
  ['damp cave ground', 'rock'],
  ['cobblestones', 'cobble'],
  ['a castle floor', 'stone'],
  ['green moss on dirt', 'grass'],
  ['something behind ice', 'ice'],
] as const)('%j is of %s', (text, name) => {
  expect(readTerrain(text)).toBe(TERRAINS[name]);
});

test('the nearest words decide, and a colour does not leave the ground it was said of', () => {
  const grey = hex(COLOUR_WORDS['grey'] ?? '');
  expect(readGround(['wooden planks', 'grey cave ground'])).toEqual({
    terrain: TERRAINS.wood,
    colour: hex(TERRAINS.wood.colour),
  });
  expect(readGround(['', 'grey cave ground'])).toEqual({ terrain: TERRAINS.rock, colour: grey });
  expect(readGround(['light brown wafer', 'wafer']).colour).not.toEqual(
    readGround(['dark brown wafer', 'wafer']).colour,
  );
});

test('is grass when nothing is known', () => {
  expect(readTerrain('wafer')).toBeUndefined();
  expect(readGround(['wafer']).terrain).toBe(TERRAINS.grass);
});
