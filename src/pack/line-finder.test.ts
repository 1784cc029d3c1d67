import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { lineFinder } from './line-finder.ts';

it('counts lines and columns from 1', () => {
  const find = lineFinder('ab\n\ncd');
  expect([0, 2, 3, 4, 5].map(find)).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 2 },
  ]);
});

const text = fc.array(fc.constantFrom('a', '\n', '\r\n', 'é'), { maxLength: 30 }).map((parts) => parts.join(''));

test.prop([text, fc.nat(40)])('agrees with splitting the text before the offset', (content, at) => {
  const offset = Math.min(at, content.length);
  const before = content.slice(0, offset).split('\n');
  expect(lineFinder(content)(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
});
