import { expect, test } from 'vitest';
import { parseLoosely } from './loose-json.ts';

test.each([
  ['{"a":[1]}', { a: [1] }],
  ['{"max":Infinity,"min":-Infinity,"is_changed":[NaN]}', { max: Infinity, min: -Infinity, is_changed: [null] }],
  [String.raw`{"NaN":"say \"NaN\", \\","x":NaN}`, { NaN: String.raw`say "NaN", ` + '\\', x: null }],
  ['<html>NaN</html>', undefined],
  ['{"a":', undefined],
  ['', undefined],
])('reads %s', (text, value) => expect(parseLoosely(text)).toEqual(value));
