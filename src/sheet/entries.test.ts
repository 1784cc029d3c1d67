import { describe, expect, test } from 'vitest';
import type { SheetLayout, SheetSpec, SpriteSheetSpec, UiSheetSpec, VariationSheetSpec } from '../pack/pack.ts';
import { sheetEntries } from './entries.ts';

const BASE = { id: 'sheet', description: 'a sheet', type: 'sheet', promptConfig: {}, entryOverrides: {} } as const;
const GRID: SheetLayout = {
  type: 'grid',
  columns: 4,
  rows: 2,
  cellWidth: 8,
  cellHeight: 8,
  spacing: 0,
  margin: 0,
};

function sprites(animations: SpriteSheetSpec['animations']): SpriteSheetSpec {
  return { ...BASE, kind: 'sprite', layout: GRID, animations };
}

function manual(...keys: readonly string[]): SheetLayout {
  const regions = keys.map((key, index) => ({ key, x: index * 9, y: 0, width: 8, height: 8 }));
  return { type: 'manual', width: 99, height: 8, regions };
}

function places(spec: SheetSpec): Record<string, number> {
  return Object.fromEntries(sheetEntries(spec).map(({ key, index }) => [key, index]));
}

describe('sheetEntries of sprites', () => {
  test('gives counted frames the cells after the previous animation', () => {
    const spec = sprites({ walk: { frames: 3, fps: 8, loop: true }, jump: { frames: 2, fps: 12, loop: false } });
    expect(places(spec)).toEqual({ walk_0: 0, walk_1: 1, walk_2: 2, jump_0: 3, jump_1: 4 });
    expect(sheetEntries(spec)[4]).toMatchObject({
      rect: { x: 0, y: 8, width: 8, height: 8 },
      frame: { animation: 'jump', index: 1, count: 2, loop: false },
    });
  });

  test('lets animations share cells, and counts on after the last cell in use', () => {
    const spec = sprites({
      walk: { frames: [0, 1, 2, 1], fps: 8, loop: true },
      stand: { frames: [1], fps: 1, loop: true },
      fall: { frames: 2, fps: 8, loop: false },
    });
    expect(places(spec)).toEqual({ walk_0: 0, walk_1: 1, walk_2: 2, walk_3: 1, stand_0: 1, fall_0: 3, fall_1: 4 });
  });

  test('refuses frames without a cell', () => {
    const spec = sprites({ walk: { frames: [7, 8], fps: 8, loop: true } });
    expect(() => sheetEntries(spec)).toThrow('Sheet "sheet": "walk_1" needs cell 8, but the layout has only 8 cells');
  });
});

describe('sheetEntries of tiles', () => {
  test('names every cell by its number and takes its override', () => {
    const tileOverrides = { '2': 'a cracked stone' };
    const entries = sheetEntries({ ...BASE, kind: 'tile', layout: GRID, tileWidth: 8, tileHeight: 8, tileOverrides });
    expect(entries.map(({ key }) => key)).toEqual(Array.from({ length: 8 }, (_, index) => `tile_${index}`));
    expect(entries[2]).toMatchObject({ words: 'a cracked stone', tile: { index: 2, count: 8 } });
    expect(entries[3]?.words).toBe('');
  });
});

describe('sheetEntries of variants', () => {
  const variants: VariationSheetSpec['variants'] = [
    { key: 'red', description: 'a ruby' },
    { key: 'blue', description: 'a sapphire', promptOverride: 'a blue star' },
    { key: 'constructor' },
  ];
  const spec: VariationSheetSpec = { ...BASE, kind: 'variation', layout: GRID, variants };

  test('takes cells in order; a prompt override replaces the words, an entry override adds to them', () => {
    const entries = sheetEntries({ ...spec, entryOverrides: { red: 'cracked', blue: 'shining' } });
    expect(entries.map(({ key, index, words }) => [key, index, words])).toEqual([
      ['red', 0, 'a ruby, cracked'],
      ['blue', 1, 'a blue star, shining'],
      ['constructor', 2, ''],
    ]);
  });

  test('finds manual regions by name when all are named, otherwise by order', () => {
    const named = { ...spec, layout: manual('blue', 'spare', 'constructor', 'red') };
    expect(places(named)).toEqual({ red: 3, blue: 0, constructor: 2 });
    expect(places({ ...spec, layout: manual('blue', 'red', 'other') })).toEqual({ red: 0, blue: 1, constructor: 2 });
  });
});

describe('sheetEntries of UI components', () => {
  test('names cells by state and tells the component', () => {
    const ninePatch = { left: 2, right: 2, top: 1, bottom: 1 };
    const spec: UiSheetSpec = {
      ...BASE,
      kind: 'ui_component',
      layout: GRID,
      componentType: 'button',
      states: ['normal', 'hover'],
    };
    expect(places(spec)).toEqual({ normal: 0, hover: 1 });
    expect(sheetEntries(spec)[1]?.component).toEqual({ type: 'button', state: 'hover' });
    const framed = sheetEntries({ ...spec, ninePatchMargins: ninePatch });
    expect(framed[0]?.component).toEqual({ type: 'button', state: 'normal', ninePatch });
  });
});
