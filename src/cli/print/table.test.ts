import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { table } from './table.ts';

const runs = {
  columns: [{ title: 'run', least: 8 }, { title: 'status' }, { title: 'cost', drop: 1 }, { title: 'took', drop: 2 }],
  rows: [
    ['long-pack-name-12', 'interrupted', '$0.12', '3.2 s'],
    ['b-1', 'done', '$0', '1 min 2 s'],
  ],
};

test('shows everything where there is room', () => {
  expect(table(runs, 80)).toEqual([
    'run                status       cost   took',
    'long-pack-name-12  interrupted  $0.12  3.2 s',
    'b-1                done         $0     1 min 2 s',
  ]);
});

test('cuts names first as far as they may be, then lets the least important column go', () => {
  expect(table(runs, 40)[1]).toBe('long-pac…  interrupted  $0.12  3.2 s');
  expect(table(runs, 30)[1]).toBe('long-pack…  interrupted  $0.12');
  expect(table(runs, 24)[1]).toBe('long-pack-…  interrupted');
});

test('leaves out what is empty in every row, and titles when told', () => {
  const columns = [{ title: 'id' }, { title: 'error' }];
  expect(table({ columns, rows: [['a', '']] }, 40)).toEqual(['id', 'a']);
  expect(table({ columns, rows: [['a', 'b']], hideTitles: true }, 40)).toEqual(['a  b']);
});

propertyTest.prop([fc.array(fc.array(fc.string({ maxLength: 30 }), { minLength: 3, maxLength: 3 })), fc.nat(100)])(
  'no line is wider than what it was given, down to what cannot be cut',
  (rows, spare) => {
    const columns = [
      { title: 'run', least: 3 },
      { title: 'made', least: 4 },
      { title: 'note', drop: 1 },
    ];
    const width = 9 + spare;
    for (const line of table({ columns, rows }, width)) expect([...line].length).toBeLessThanOrEqual(width);
  },
);
