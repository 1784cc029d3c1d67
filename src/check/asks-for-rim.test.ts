import { expect, test } from 'vitest';
import { asksForRim } from './asks-for-rim.ts';

test.each(['a sticker of a cat', 'a heart with a white outline', 'a white-rimmed plate'])(
  'hears of a rim in "%s"',
  (words) => expect(asksForRim(words)).toBe(true),
);

test.each(['a heart', 'a grim knight', 'a patchy cat'])('hears of none in "%s"', (words) =>
  expect(asksForRim(words)).toBe(false),
);
