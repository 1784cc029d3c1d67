import { expect, test } from 'vitest';
import type { FinishedImage } from './finish-image.ts';
import { keepImages } from './kept-images.ts';

const image = (size: number): FinishedImage => ({ bytes: new Uint8Array(size), extension: 'png' });

test('keeps what was made last, and forgets the oldest when all together weigh too much', () => {
  const kept = keepImages(100);
  for (const id of ['a', 'b', 'c']) kept.put(id, image(40));
  expect(['a', 'b', 'c'].map((id) => kept.get(id) !== undefined)).toEqual([false, true, true]);
  kept.put('huge', image(101));
  expect(['b', 'c', 'huge'].filter((id) => kept.get(id))).toEqual([]);
  kept.put('d', image(100));
  expect(kept.get('d')?.bytes).toHaveLength(100);
});
