import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { sheetEntries } from '../sheet/entries.ts';
import { entryKeys, hasEntry } from './entry-keys.ts';
import { normaliseSheet } from './normalise-sheet.ts';
import { Sheet } from './schema-sheet.ts';

const layout = fc.record({
  type: fc.constant('grid'),
  columns: fc.integer({ min: 4, max: 5 }),
  rows: fc.integer({ min: 3, max: 4 }),
  cellWidth: fc.constant(8),
  cellHeight: fc.constant(8),
});
const base = { id: fc.constant('a'), type: fc.constant('sheet'), description: fc.constant('d'), layout };
const name = fc.constantFrom('walk', 'run_2', 'a b', 'tile', 'x_1');
const frames = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });

const sheet = fc.oneof(
  fc.record({ ...base, kind: fc.constant('tile') }),
  fc.record({
    ...base,
    kind: fc.constant('sprite'),
    animations: fc.dictionary(name, fc.record({ frames }), { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({ ...base, kind: fc.constant('variation'), variants: names.map((keys) => keys.map((key) => ({ key }))) }),
  fc.record({
    ...base,
    kind: fc.constant('ui_component'),
    componentType: fc.constant('tab_bar'),
    states: fc.constant(['normal', 'focus']),
  }),
);

test.prop([sheet, fc.string()])('names the very entries that the sheet will have', (written, other) => {
  const input = Sheet.parse(written);
  const keys = sheetEntries(normaliseSheet(input, { id: 'a', description: 'd' })).map(({ key }) => key);
  expect([...entryKeys(input)]).toEqual(keys);
  expect(keys.every((key) => hasEntry(input, key))).toBe(true);
  for (const key of [other, ...keys.map((known) => `${known}0`), 'tile_99', 'walk_-1', 'walk_01']) {
    expect(hasEntry(input, key)).toBe(keys.includes(key));
  }
});
