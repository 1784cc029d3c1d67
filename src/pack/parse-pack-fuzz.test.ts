import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { formatProblems } from './format-problems.ts';
import { parsePack } from './parse-pack.ts';

const GOOD = {
  pack: 'p',
  style: { aesthetic: 'ink' },
  providers: { default: 'painter', sheet: 'scenario' },
  store: { type: 's3', bucket: 'my-bucket', prefix: 'art/', publicUrl: 'https://example.com' },
  assets: [
    {
      id: 'a',
      type: 'entity',
      description: 'd',
      shape: 'polygon',
      points: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      width: 8,
      height: 8,
    },
    { id: 'b', type: 'parallax', description: 'd', width: 64, height: 64, layers: ['x', { name: 'y', depth: 0.5 }] },
    {
      id: 'c',
      type: 'sheet',
      kind: 'sprite',
      description: 'd',
      layout: { type: 'grid', columns: 2, rows: 2, cellWidth: 8, cellHeight: 8 },
      animations: { walk: { frames: 2 }, run: { frames: [2, 3] } },
      entryOverrides: { walk_1: 'w' },
    },
    {
      id: 'd',
      type: 'sheet',
      kind: 'ui_component',
      description: 'd',
      componentType: 'button',
      states: ['normal', 'hover'],
      ninePatchMargins: { left: 1 },
      layout: { type: 'manual', width: 9, height: 9, regions: [{ key: 'a', x: 0, y: 0, width: 4, height: 4 }] },
    },
  ],
};

/** Whatever goes in: a pack, or problems that all stand inside the text. */
function check(text: string, format: 'yaml' | 'json'): void {
  const parsed = parsePack(text, { file: 'f', format });
  const lines = text.split('\n');
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems.length > 0).toBe(!parsed.ok);
  expect(problems.length).toBeLessThanOrEqual(51);
  expect(formatProblems(problems)).not.toMatch(/undefined|\[object|Invalid input/);
  for (const { line = 1, column = 1 } of problems) {
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
  }
}

const format = fc.constantFrom('yaml' as const, 'json' as const);
const words = ['pack', 'assets', 'id', 'type', 'sheet', 'kind', '__proto__', 'constructor', 'layout', '<<', '1'];
const signs = [
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\t',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '&a ',
  '*a',
  '!!str ',
  '? ',
  '|\n',
  '#',
  '---\n',
];

test.prop([fc.string({ unit: 'binary' }), format])('survives any text', check);

const almostYaml = fc.array(fc.constantFrom(...words, ...signs), { maxLength: 40 }).map((parts) => parts.join(''));
test.prop([almostYaml, format], { numRuns: 500 })('survives what looks like YAML', check);

test('the pack to mutate is good but for its one region', () => {
  const parsed = parsePack(stringify(GOOD), { file: 'f', format: 'yaml' });
  expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['assets[3].states']);
});

const places = listPlaces(GOOD, []);
const scalar = fc.constantFrom('', 'sheet', 'toString', -1, 0, 1.5, 1e300, true, null, [], {}, [[]], { type: 'grid' }, [
  'a',
  1,
]);
const mutation = fc.record({
  place: fc.constantFrom(...places),
  value: fc.oneof(scalar, fc.jsonValue({ maxDepth: 2 })),
  key: fc.option(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 }))),
});

test.prop([fc.array(mutation, { minLength: 1, maxLength: 4 }), format], { numRuns: 500 })(
  'survives a pack in which anything is replaced, misspelt or added',
  (mutations, form) => {
    const pack: unknown = structuredClone(GOOD);
    for (const { place, value, key } of mutations) mutate(pack, place, { value, key });
    check(
      form === 'json' ? JSON.stringify(pack, undefined, 1) : stringify(pack, { aliasDuplicateObjects: false }),
      form,
    );
  },
);

test.prop([fc.nat(2000), fc.nat(3), fc.constantFrom(...signs, ...words)])(
  'survives cuts and insertions',
  (at, cut, insertion) => {
    const text = stringify(GOOD);
    check(text.slice(0, at) + insertion + text.slice(at + cut), 'yaml');
  },
);

type Place = readonly (string | number)[];

function listPlaces(value: unknown, at: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const keys = Object.keys(value).map((key) => (Array.isArray(value) ? Number(key) : key));
  const below = keys.flatMap((key) => listPlaces(Reflect.get(value, key), [...at, key]));
  return at.length === 0 ? below : [at, ...below];
}

function mutate(pack: unknown, place: Place, { value, key }: { value: unknown; key: string | null }): void {
  const holder = place
    .slice(0, -1)
    .reduce<unknown>((at, part) => (isObject(at) ? Reflect.get(at, part) : undefined), pack);
  if (isObject(holder))
    Object.defineProperty(holder, key ?? place.at(-1) ?? '', {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function repeat(unit: string): string {
  return unit.repeat(Math.ceil(150_000 / unit.length));
}

function counted(unit: (n: number) => string): string {
  return Array.from({ length: 15_000 }, (_, n) => unit(n)).join('');
}

/** In quadratic time each of these would take minutes. */
describe('a large hostile file', () => {
  it.each([
    ['quoted words on one line', repeat('"a" ')],
    ['open brackets with entries', `[${repeat('a: ')}`],
    ['comments', `pack: p\n${repeat('# c\n')}`],
    ['unknown keys', counted((n) => `key${n}: 1\n`)],
    ['the same key', repeat('a: 1\n')],
    ['broken assets', `pack: p\nassets:\n${repeat('- x: 1\n')}`],
    [
      'broken animations',
      `pack: p\nassets:\n- type: sheet\n  kind: sprite\n  animations:\n${counted((n) => `    a${n}: x\n`)}`,
    ],
    ['unknown aliases', repeat('- *a\n')],
    ['an unclosed text', `a: "${repeat('b ')}`],
  ])('of %s is refused', (_, text) => {
    expect(parsePack(text, { file: 'f', format: 'yaml' }).ok).toBe(false);
  });

  it('over four megabytes is not even read', () => {
    const parsed = parsePack('['.repeat(4 * 1024 * 1024 + 1), { file: 'f', format: 'yaml' });
    expect(parsed).toMatchObject({ problems: [{ message: expect.stringContaining('larger than 4 MB') }] });
  });
});
