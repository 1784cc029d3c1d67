import { expect, test } from 'vitest';
import { asksForLight } from './asks-for-light.ts';

test.each(['a glowing orb', 'a small ghost', 'a Torch', 'a sword with a blue aura', 'a fireball'])(
  'hears of light in "%s"',
  (words) => expect(asksForLight(words)).toBe(true),
);

test.each(['a round shield', 'a gold coin', 'a slime', 'a knight, slightly worn'])('hears of none in "%s"', (words) =>
  expect(asksForLight(words)).toBe(false),
);
