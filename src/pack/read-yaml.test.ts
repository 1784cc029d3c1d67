import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from './read-yaml.ts';
import { toPlain } from './source-node.ts';

function plain(text: string): unknown {
  const { root, faults } = readYaml(text);
  expect(faults).toEqual([]);
  return root && JSON.parse(JSON.stringify(toPlain(root)));
}

function messages(text: string): readonly string[] {
  return readYaml(text).faults.map(({ message }) => message);
}

const value = fc.jsonValue({ maxDepth: 3 }).filter((json) => !JSON.stringify(json).includes('"__proto__"'));

test.prop([value])('reads what the YAML library wrote', (json) => {
  // To the library "<<" is a key like any other; in a pack it merges mappings.
  fc.pre(!JSON.stringify(json).includes('"<<"'));
  // Minus zero is no JSON.
  expect(plain(stringify(json))).toEqual(JSON.parse(JSON.stringify(json)));
});

describe('YAML 1.2', () => {
  it('takes yes, no and dates for text, and numbers as keys for their text', () => {
    expect(plain('{ a: yes, b: 2020-01-01, 0: x, true: y }')).toEqual({ a: 'yes', b: '2020-01-01', 0: 'x', true: 'y' });
  });

  it('follows aliases and merges mappings, own keys first, then earlier ones', () => {
    const text = 'a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc: { <<: [*a, *b], x: 3 }\nd: *a\n';
    expect(plain(text)).toMatchObject({ c: { x: 3, y: 1, z: 2 }, d: { x: 1, y: 1 } });
  });

  it('takes an alias for the last anchor of its name above it', () => {
    expect(plain('[&a 1, &b [*a], &a 2, *b, *a]')).toEqual([1, [1], 2, [1], 2]);
  });
});

describe('faults', () => {
  it.each([
    ['a: *b', 'names no anchor &b above it'],
    ['a: &a [*a]', 'names no anchor &a above it'],
    ['a: !secret 1', 'Unresolved tag'],
    ['<<: 3', 'a list of mappings, not 3'],
    ['? [a]\n: 1', 'a key must be plain text'],
    ['a: 1\na: 2', 'the key "a" is given twice'],
    ['__proto__: 1', 'the key "__proto__" is not allowed'],
    ['a: 1\n---\nb: 2', 'a second YAML document starts here'],
    ['a:\n\t- 1', 'a tab is used for indentation'],
  ])('says what is wrong with %j', (text, words) => {
    expect(messages(text).join('\n')).toContain(words);
  });

  it('reports every fault of syntax, not only the first', () => {
    expect(messages('a: "\\q"\nb: [1\nc: }\n').length).toBeGreaterThan(1);
  });
});

describe('hostile files', () => {
  it('refuses a bomb of aliases', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `l${n}: &l${n} [${`*l${n - 1}, `.repeat(9)}]`);
    const text = ['l-1: &l-1 boom', ...levels].join('\n');
    expect(messages(text)).toEqual(['aliases stand for more than 200000 values up to here']);
  });

  it('refuses a bomb of merged aliases', () => {
    const text = `a: &a { x: 1, y: 2 }\nb: { <<: [${'*a, '.repeat(100_000)}] }`;
    expect(messages(text)).toEqual(['aliases stand for more than 200000 values up to here']);
  });

  it('allows one block to be shared by thousands of assets', () => {
    const list = Array.from({ length: 10_000 }, () => '- *grid').join('\n');
    expect(readYaml(`- &grid { a: 1, b: 2, c: 3 }\n${list}`).faults).toEqual([]);
  });

  it.each(['[', '{a: ', '- ', '? ', '[{a: ', '- ? '])('refuses %j repeated a hundred thousand times', (opener) => {
    expect(messages(opener.repeat(100_000))).toEqual(['nested more than 32 levels deep']);
  });

  it('refuses deep indentation', () => {
    const text = Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}k:`).join('\n');
    expect(messages(text)).toEqual(['nested more than 32 levels deep']);
  });
});
