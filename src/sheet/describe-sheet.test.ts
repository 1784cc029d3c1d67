import { describe, expect, test } from 'vitest';
import type { SheetLayout } from '../pack/pack.ts';
import { describeSheet } from './describe-sheet.ts';

const BASE = { id: 'hero', description: 'a hero', type: 'sheet', promptConfig: {}, entryOverrides: {} } as const;
const STRIP: SheetLayout = {
  type: 'strip',
  direction: 'horizontal',
  frameCount: 3,
  cellWidth: 8,
  cellHeight: 9,
  spacing: 1,
  margin: 0,
};
const CELLS = [0, 9, 18].map((x) => ({ x, y: 0, width: 8, height: 9 }));
const SHARED = { id: 'hero', image: 'hero.png', width: 26, height: 9, layout: STRIP };

describe('describeSheet', () => {
  test('lists animations by the keys of their frames', () => {
    const walk = { frames: 2, fps: 8, loop: true };
    const hit = { frames: [1, 2], fps: 12, loop: false };
    expect(describeSheet({ ...BASE, kind: 'sprite', layout: STRIP, animations: { walk, hit } })).toEqual({
      ...SHARED,
      kind: 'sprite',
      entries: { walk_0: CELLS[0], walk_1: CELLS[1], hit_0: CELLS[1], hit_1: CELLS[2] },
      animations: {
        walk: { frames: ['walk_0', 'walk_1'], fps: 8, loop: true },
        hit: { frames: ['hit_0', 'hit_1'], fps: 12, loop: false },
      },
    });
  });

  test('puts variants into the default group, in order', () => {
    const variants = [{ key: 'red' }, { key: 'blue' }];
    expect(describeSheet({ ...BASE, kind: 'variation', layout: STRIP, variants })).toEqual({
      ...SHARED,
      kind: 'variation',
      entries: { red: CELLS[0], blue: CELLS[1] },
      groups: { default: { order: ['red', 'blue'] } },
    });
  });

  test('tells the tile size', () => {
    const tile = { tileWidth: 8, tileHeight: 9 };
    expect(describeSheet({ ...BASE, kind: 'tile', layout: STRIP, ...tile, tileOverrides: {} })).toEqual({
      ...SHARED,
      kind: 'tile',
      entries: { tile_0: CELLS[0], tile_1: CELLS[1], tile_2: CELLS[2] },
      ...tile,
    });
  });

  test('tells nine-patch margins where there are any', () => {
    const button = {
      ...BASE,
      kind: 'ui_component',
      layout: STRIP,
      componentType: 'button',
      states: ['normal'],
    } as const;
    const described = { ...SHARED, kind: 'ui_component', entries: { normal: CELLS[0] } };
    expect(describeSheet(button)).toEqual(described);
    const ninePatch = { left: 1, right: 2, top: 3, bottom: 4 };
    expect(describeSheet({ ...button, ninePatchMargins: ninePatch })).toEqual({ ...described, ninePatch });
  });
});
