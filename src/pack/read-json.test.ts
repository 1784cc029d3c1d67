import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';
import { formatPath, offsetAt, toPlain } from './source-node.ts';

function plain(text: string): unknown {
  const { root } = readJson(text);
  return root && JSON.parse(JSON.stringify(toPlain(root)));
}

const value = fc.jsonValue({ maxDepth: 4 }).filter((json) => !JSON.stringify(json).includes('"__proto__"'));

test.prop([value, fc.constantFrom(undefined, 2, '\t')])('reads what JSON.stringify wrote', (json, indent) => {
  const text = JSON.stringify(json, undefined, indent);
  expect(plain(text)).toEqual(JSON.parse(text));
});

const almostJson = fc.array(
  fc.constantFrom(...'{ } [ ] , : " \\ 0 1 - . e E u'.split(' '), ' ', 'null', 'true', '"a"', '\n'),
  { maxLength: 14 },
);

test.prop([almostJson], { numRuns: 2000 })('accepts exactly what JSON.parse accepts', (parts) => {
  const text = parts.join('');
  expect(readJson(text).root !== undefined).toBe(accepts(text));
});

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('places', () => {
  const text = '{\n  "assets": [{ "id": 1 }]\n}';
  const { root } = readJson(text);

  it('points at values, at keys, and at the mapping that lacks a key', () => {
    if (!root) throw new Error('no root');
    expect(text.slice(offsetAt(root, ['assets', 0, 'id'], 'value'))[0]).toBe('1');
    expect(text.slice(offsetAt(root, ['assets', 0, 'id'], 'key')).startsWith('"id"')).toBe(true);
    expect(text.slice(offsetAt(root, ['assets', 0, 'width'], 'value')).startsWith('{ "id"')).toBe(true);
  });

  it('writes paths as JavaScript would', () => {
    expect(formatPath(['assets', 3, 'entryOverrides', 'a "b"', 0])).toBe('assets[3].entryOverrides["a \\"b\\""][0]');
  });
});

describe('faults', () => {
  it('refuses deep nesting without descending into it', () => {
    expect(readJson('['.repeat(1_000_000)).faults).toMatchObject([
      { offset: 32, message: expect.stringContaining('32 levels') },
    ]);
  });

  it('names a key that is given twice, and keeps the first', () => {
    const { root, faults } = readJson('{"a": 1, "a": 2}');
    expect(root && toPlain(root)).toEqual({ a: 1 });
    expect(faults).toMatchObject([{ offset: 9, message: 'the key "a" is given twice' }]);
  });

  it('lets no key reach a prototype', () => {
    const { root, faults } = readJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(faults).toMatchObject([{ message: expect.stringContaining('__proto__') }]);
    expect(root && toPlain(root)).toEqual({ constructor: 1 });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
