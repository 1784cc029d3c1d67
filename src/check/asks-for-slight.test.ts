import { expect, test } from 'vitest';
import { asksForSlight } from './asks-for-slight.ts';

test.each([
  'a spider web',
  'the outline of a key',
  'a soft shadow on the ground',
  'a dead tree',
  'an iron cage, rusty',
  'line art',
])('hears of something slight in "%s"', (words) => expect(asksForSlight(words)).toBe(true));

test.each(['a gold coin', 'a small cottage', 'a springy slime', 'a treasure chest with gold', 'a battle axe'])(
  'hears of something solid in "%s"',
  (words) => expect(asksForSlight(words)).toBe(false),
);
