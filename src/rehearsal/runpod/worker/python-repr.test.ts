import { runInNewContext } from 'node:vm';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { pythonRepr, reprFloat } from './python-repr.ts';

describe('values are written as Python writes them', () => {
  test.each([
    [null, 'None'],
    [true, 'True'],
    [false, 'False'],
    [16, '16'],
    [-0.5, '-0.5'],
    [2 ** 53, '9007199254740992'],
    [2 ** 64, '18446744073709551615'],
    ['plain', "'plain'"],
    ["it's", `"it's"`],
    [`it's "so"`, `'it\\'s "so"'`],
    ['say "so"', `'say "so"'`],
    ['a\\b\n\t\r', String.raw`'a\\b\n\t\r'`],
    ['\u0000\u007f\u00a0', String.raw`'\x00\x7f\xa0'`],
    ['\u200b\ue000', String.raw`'\u200b\ue000'`],
    ['\u{e0001}', String.raw`'\U000e0001'`],
    ['Ä 🐉', "'Ä 🐉'"],
    [[], '[]'],
    [{}, '{}'],
    [['12', 0], "['12', 0]"],
    [{ a: [null, { "b'c": 'd' }], e: false }, `{'a': [None, {"b'c": 'd'}], 'e': False}`],
  ])('%j → %s', (value, repr) => {
    expect(pythonRepr(value)).toBe(repr);
  });
});

test.each([
  [1, '1.0'],
  [0, '0.0'],
  [-0, '-0.0'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
  [0.000123, '0.000123'],
  [0.00001, '1e-05'],
  [1.5e-7, '1.5e-07'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [1.25e100, '1.25e+100'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [Number.NaN, 'nan'],
])('the float %d is %s', (value, repr) => {
  expect(reprFloat(value)).toBe(repr);
});

test("a FLOAT's options and the value it got are floats, an INT's are not", () => {
  const float = {
    input_name: 'cfg',
    input_config: ['FLOAT', { min: 0, max: 100, round: 0.01, tooltip: 'x' }],
    received_value: 101,
  };
  expect(pythonRepr(float)).toBe(
    "{'input_name': 'cfg', 'input_config': ['FLOAT', {'min': 0.0, 'max': 100.0, 'round': 0.01, 'tooltip': 'x'}], 'received_value': 101.0}",
  );
  const int = { input_config: ['INT', { min: 1 }], received_value: 0 };
  expect(pythonRepr(int)).toBe("{'input_config': ['INT', {'min': 1}], 'received_value': 0}");
});

/** JavaScript reads Python's short escapes and quotes too; only the eight-digit escape is Python's own. */
function readBack(repr: string): unknown {
  const literal = repr.replace(/\\(?:U([0-9a-f]{8})|(.))/gs, (whole, code: string | undefined) =>
    code ? `\\u{${code}}` : whole,
  );
  return runInNewContext(`(${literal})`, { None: null, True: true, False: false });
}

const keys = fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__');
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
}));

property.prop([json])('what is written can be read back', (value) => {
  expect(JSON.stringify(readBack(pythonRepr(value)))).toBe(JSON.stringify(value));
});

property.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
  'a float is read back to the last bit',
  (value) => {
    expect(Number(reprFloat(value))).toBe(value);
  },
);
