import { expect, test } from 'vitest';
import { DEFAULT_THRESHOLDS, readThresholds } from './thresholds.ts';

test('thresholds that are told stand in for those that are usual', () => {
  expect(readThresholds(['seconds=20', 'saving=0.5'])).toEqual({ ...DEFAULT_THRESHOLDS, seconds: 20, saving: 0.5 });
});

test.each([
  ['second=20', /Did you mean "seconds"/],
  ['speed', /Choose from: made/],
  ['saving=90', /number that saving can have/],
  ['seconds=', /number that seconds/],
  ['seconds=soon', /number that seconds/],
  ['seconds=-1', /number that seconds/],
])('%s is refused with a way out', (text, words) => {
  const read = (): unknown => readThresholds([text]);
  expect(read).toThrow(expect.objectContaining({ code: 'LIMNER_USAGE' }));
  try {
    read();
  } catch (error) {
    const { message, next } = error as { message: string; next: string };
    expect(`${message} ${next}`).toMatch(words);
  }
});
