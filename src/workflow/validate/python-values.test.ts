import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEqual, isLess, isTruthy, toFloat, toInt } from './python-number.ts';
import { repr, str } from './python-text.ts';
import { PythonError, type PythonValue, dict, toJson, toPython } from './python-value.ts';
import { readPythonJson } from './read-python-json.ts';
import { writePythonJson } from './write-python-json.ts';

describe('repr', () => {
  test.each<[PythonValue, string]>([
    [null, 'None'],
    [true, 'True'],
    [18446744073709551615n, '18446744073709551615'],
    [8, '8.0'],
    [0.1, '0.1'],
    [-0, '-0.0'],
    [0.00012, '0.00012'],
    [0.00001, '1e-05'],
    [1e16, '1e+16'],
    [123456789012345.6, '123456789012345.6'],
    [1.5e300, '1.5e+300'],
    [-Infinity, '-inf'],
    [NaN, 'nan'],
    ["it's", '"it\'s"'],
    [`both ' and "`, `'both \\' and "'`],
    ['tab\there\u00a0\u200b\u{e000}', "'tab\\there\\xa0\\u200b\\ue000'"],
    ['\u{1f600} é', "'\u{1f600} é'"],
    [['a', 1n, [2.5]], "['a', 1, [2.5]]"],
    [dict({ a: null, b: dict({}) }), "{'a': None, 'b': {}}"],
  ])('of %o is %s', (value, text) => expect(repr(value)).toBe(text));

  test('is not what str makes of a text', () => expect(str('a')).toBe('a'));
});

describe('int', () => {
  test.each<[PythonValue, bigint]>([
    [' 4_8 ', 48n],
    ['-007', -7n],
    ['\u0663\u0664', 34n],
    [33.9, 33n],
    [-33.9, -33n],
    [true, 1n],
    ['18446744073709551616', 18446744073709551616n],
  ])('of %o is %o', (value, found) => expect(toInt(value)).toBe(found));

  test.each<[PythonValue, string]>([
    ['33.5', "invalid literal for int() with base 10: '33.5'"],
    ['4__8', "invalid literal for int() with base 10: '4__8'"],
    ['x'.repeat(300), `invalid literal for int() with base 10: '${'x'.repeat(199)}`],
    ['1'.repeat(4301), expect.stringMatching(/^Exceeds the limit \(4300 digits\).* value has 4301 digits/) as string],
    [NaN, 'cannot convert float NaN to integer'],
    [Infinity, 'cannot convert float infinity to integer'],
    [[1n], "int() argument must be a string, a bytes-like object or a real number, not 'list'"],
  ])('of %o raises %s', (value, message) => expect(complaint(() => toInt(value))).toEqual(message));
});

describe('float', () => {
  test.each<[PythonValue, number]>([
    [' 2.0 ', 2],
    ['.5', 0.5],
    ['5.', 5],
    ['1_0.5e1_0', 1.05e11],
    ['-Infinity', -Infinity],
    ['+nan', NaN],
    [3n, 3],
  ])('of %o is %o', (value, found) => expect(toFloat(value)).toBe(found));

  test.each<[PythonValue, string]>([
    ['x2', "could not convert string to float: 'x2'"],
    ['', "could not convert string to float: ''"],
    ['0x10', "could not convert string to float: '0x10'"],
    [null, "float() argument must be a string or a real number, not 'NoneType'"],
    [10n ** 400n, 'int too large to convert to float'],
  ])('of %o raises %s', (value, message) => expect(complaint(() => toFloat(value))).toBe(message));
});

test('only what is empty, zero or nothing is false', () => {
  expect(['', 0n, 0, null, false, [], dict({})].map(isTruthy)).toEqual(Array.from({ length: 7 }, () => false));
  expect(['false', ' ', 1n, NaN, [0n], dict({ a: null })].map(isTruthy)).toEqual(Array.from({ length: 6 }, () => true));
});

test('1, 1.0 and True are equal, and nothing else is equal to them', () => {
  for (const one of [1n, 1, true]) for (const other of [1n, 1, true]) expect(isEqual(one, other)).toBe(true);
  for (const other of ['1', null, [1n], dict({}), 2n]) expect(isEqual(1n, other)).toBe(false);
});

test('texts and numbers cannot be compared', () => {
  expect(isLess(2n ** 64n - 1n, 2n ** 64n)).toBe(true);
  expect(complaint(() => isLess('a', 1))).toBe("'<' not supported between instances of 'str' and 'float'");
  expect(complaint(() => isLess(null, 1n, '>'))).toBe("'>' not supported between instances of 'NoneType' and 'int'");
});

describe('JSON', () => {
  test('keeps points, digits and the order of keys', () => {
    const text = '{"10": 0.0, "9": 18446744073709551615, "a": [1e+16, -0, NaN, -Infinity]}';
    expect(writePythonJson(readPythonJson(text))).toBe(
      '{"10": 0.0, "9": 18446744073709551615, "a": [1e+16, 0, NaN, -Infinity]}',
    );
  });

  test.each([
    ['{oops', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['[1,\n]', 'Expecting value: line 2 column 1 (char 4)'],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['[1] 2', 'Extra data: line 1 column 5 (char 4)'],
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['01', 'Extra data: line 1 column 2 (char 1)'],
    ['['.repeat(5000), 'maximum recursion depth exceeded'],
  ])('refuses %s', (text, message) => expect(complaint(() => readPythonJson(text))).toBe(message));

  test('reads whatever JavaScript writes as JavaScript does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(toJson(readPythonJson(text))).toEqual(JSON.parse(text));
        expect(JSON.parse(writePythonJson(toPython(value)))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses exactly what JavaScript refuses, but for NaN and Infinity', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0-1.e tru\\n\u0001') }), (text) => {
        expect(complaint(() => readPythonJson(text)) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function complaint(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof PythonError) return error.message;
    throw error;
  }
}
