import { expect, test } from 'vitest';
import { readPrompt } from './read-prompt.ts';

test('keeps the words of the subject and leaves out what our prompt builders add', () => {
  const wish = readPrompt(
    'a green slime, with big eyes, a single subject, centred, for a game about caves, pixel art, isolated on a plain flat #ff00ff magenta background, no shadow',
  );
  expect(wish).toMatchObject({ subject: 'a green slime, with big eyes', theme: 'caves', style: 'pixel' });
  expect(wish.backdrop).toEqual([1, 0, 1]);
});

test('takes plain words for a background as they are meant', () => {
  expect(readPrompt('a knight, plain white background').backdrop).toEqual([1, 1, 1]);
  expect(readPrompt('a misty valley at dawn, game background scene, fills the whole picture').backdrop).toBeUndefined();
});

test('finds title, tiling and the depth of a layer', () => {
  expect(readPrompt('moss, game logo with the words "Slime Quest" as large lettering').title).toBe('Slime Quest');
  expect(readPrompt('a wall, seamless pattern in every direction').tile).toBe('xy');
  expect(readPrompt('far hills, far distance layer of a side-scrolling backdrop').layerDepth).toBe(0.2);
});

test('reads a sheet: its kind, its arrangement, its entries in order', () => {
  const prompt =
    'a gem, a sheet of 2 pictures in one row from left to right, variants in reading order: red ruby; blue, a sapphire, the same form in every cell';
  expect(readPrompt(prompt).sheet).toEqual({
    kind: 'variation',
    columns: 2,
    rows: 1,
    entries: ['red ruby', 'blue, a sapphire'],
  });
});
