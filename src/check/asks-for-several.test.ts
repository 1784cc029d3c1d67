import { expect, test } from 'vitest';
import { asksForSeveral } from './asks-for-several.ts';

test.each([
  'a pair of boots',
  'leather boots',
  'two gold coins',
  'cherries, glossy',
  'boots of speed',
  'a swarm of bees',
])('hears more than one in "%s"', (words) => expect(asksForSeveral(words)).toBe(true));

test.each([
  'a green slime with two big eyes',
  'a knight holding swords',
  'glass',
  'a cactus',
  'cactus in a pot',
  'a bear in boots',
  'the boss, mounted on wolves',
])('hears one thing in "%s"', (words) => expect(asksForSeveral(words)).toBe(false));
