import { describe, expect, test } from 'vitest';
import type { EntitySpec, ParallaxSpec, SpriteSheetSpec, UiSheetSpec } from '../pack/pack.ts';
import { fitCanvas } from './fit-canvas.ts';
import { horizonGuide, sheetGuide, silhouetteGuide } from './sheet-guide.ts';

const SHEET = { id: 'gems', description: 'gems', type: 'sheet', promptConfig: {}, entryOverrides: {} } as const;
const CANVAS = fitCanvas({ width: 40, height: 20 }, { multipleOf: 16, minSide: 64, maxSide: 512 });

describe('sheetGuide', () => {
  test('gives cells, margins and tints in canvas pixels', () => {
    const spec: UiSheetSpec = {
      ...SHEET,
      kind: 'ui_component',
      componentType: 'button',
      states: ['normal', 'hover'],
      ninePatchMargins: { left: 2, right: 3, top: 1, bottom: 1 },
      layout: { type: 'grid', columns: 2, rows: 1, cellWidth: 18, cellHeight: 18, spacing: 2, margin: 1 },
    };
    const ninePatch = { left: 8, right: 12, top: 4, bottom: 4 };
    expect(sheetGuide(spec, CANVAS, new Map([['hover', [0, 0, 255, 255]]])).cells).toEqual([
      { key: 'normal', rect: { x: 4, y: 4, width: 72, height: 72 }, ninePatch },
      { key: 'hover', rect: { x: 84, y: 4, width: 72, height: 72 }, ninePatch, tint: [0, 0, 255, 255] },
    ]);
  });

  test('names a cell once, however many frames share it', () => {
    const spec: SpriteSheetSpec = {
      ...SHEET,
      kind: 'sprite',
      animations: { walk: { frames: 2, fps: 8, loop: true }, stand: { frames: [1], fps: 1, loop: false } },
      layout: {
        type: 'strip',
        direction: 'horizontal',
        frameCount: 4,
        cellWidth: 10,
        cellHeight: 20,
        spacing: 0,
        margin: 0,
      },
    };
    expect(sheetGuide(spec, CANVAS).cells.map(({ key }) => key)).toEqual(['walk_0', 'walk_1']);
  });
});

describe('silhouetteGuide', () => {
  const spec: EntitySpec = { id: 'a', type: 'entity', description: 'a', width: 40, height: 20, strength: 0.9 };

  test('tells a shape the user chose from our ellipse', () => {
    const guide = { kind: 'silhouette', canvas: CANVAS };
    expect(silhouetteGuide(spec, CANVAS)).toEqual({ ...guide, shape: { kind: 'ellipse' }, chosen: false });
    const box = { ...spec, shape: { kind: 'box' } as const };
    expect(silhouetteGuide(box, CANVAS)).toEqual({ ...guide, shape: { kind: 'box' }, chosen: true });
  });
});

describe('horizonGuide', () => {
  test('has one depth a layer', () => {
    const layers = [0, 0.4, 1].map((depth) => ({ name: `at ${depth}`, depth, speed: depth }));
    const spec: ParallaxSpec = {
      id: 'a',
      type: 'parallax',
      description: 'a',
      width: 40,
      height: 20,
      loop: 'x',
      layers,
    };
    expect(horizonGuide(spec, CANVAS)).toEqual({ kind: 'horizon', canvas: CANVAS, depths: [0, 0.4, 1] });
  });
});
