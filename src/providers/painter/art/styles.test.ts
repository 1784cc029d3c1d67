import { expect, test } from 'vitest';
import { lookOf } from './styles.ts';

test.each([
  ['flat vector, pastel palette', 'flat'],
  ['pastel drawing on paper', 'painterly'],
  ['glossy 3d render of pixel heroes', '3d'],
  ['16-bit pixel art with painted skies', 'pixel'],
  ['thick lines', 'cartoon'],
  ['', 'cartoon'],
])('the first word of %j that tells of a look decides: %s', (words, look) => {
  expect(lookOf({ name: 'custom', words }).name).toBe(look);
});
