import { assert, jsonValue, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePythonLiteral } from './python-literal.ts';

describe('a Python literal', () => {
  test('is read with its mixed quotes, None, True, tuples and numbers', () => {
    const text = `[{'type': 'value_not_in_list', 'details': "unet_name: 'x' not in ['a', 'b']", 'n': None, 't': (1, -2.5e3), 'ok': True,}]`;
    expect(parsePythonLiteral(text)).toEqual([
      { type: 'value_not_in_list', details: "unet_name: 'x' not in ['a', 'b']", n: null, t: [1, -2500], ok: true },
    ]);
  });

  test('is read with its escapes', () => {
    expect(parsePythonLiteral(String.raw`'it\'s\n\xe9 \u2022 \U0001f600 C:\\dir \d'`)).toBe("it's\né • 😀 C:\\dir \\d");
  });

  test.each(['', 'Foo', "'open", '[1, 2', '{1}', '[1 2]', '{"a": }', "'a' 'b'", '<object at 0x7f>'])(
    'is not seen in %j',
    (text) => expect(parsePythonLiteral(text)).toBeUndefined(),
  );

  test('too deep to be one is refused, not followed', () => {
    expect(parsePythonLiteral('['.repeat(100_000))).toBeUndefined();
  });

  test('round-trips whatever repr writes of JSON', () => {
    assert(
      property(jsonValue(), (value) => {
        // -0 is written as 0.
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(parsePythonLiteral(repr(plain))).toEqual(plain);
      }),
    );
  });

  test('never throws on any text', () => {
    assert(property(string({ unit: 'binary' }), (text) => void parsePythonLiteral(text)));
  });
});

function repr(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  return `{${Object.entries(value as object)
    .map(([key, item]) => `${quote(key)}: ${repr(item)}`)
    .join(', ')}}`;
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  return mark + text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(mark, `\\${mark}`) + mark;
}
