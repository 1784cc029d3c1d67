import { describe, expect, test } from 'vitest';
import { emptyCells } from '../../damage/empty-cells.ts';
import { jitter } from '../../damage/jitter.ts';
import { oddCells } from '../../damage/odd-cells.ts';
import { STRENGTHS, expectRising } from '../../damage/rising.ts';
import type { SheetDamage } from '../../damage/sheet-damage.ts';
import { spill } from '../../damage/spill.ts';
import { text } from '../../damage/text.ts';
import { onPlainGround, paintSheetSample } from '../../measured-samples.ts';
import { SHEET_KINDS, type SheetKind } from '../../../src/pack/pack.ts';
import { measureSheet } from '../../../src/measure/measure-sheet.ts';
import type { MeasuredPicture } from '../../../src/measure/picture.ts';
import { SHEET_METRICS } from '../../../src/measure/sheet-metrics.ts';

/** A metric's values at rising strengths, turned so that more is worse: a row for each of many painted sheets. */
function rows(kind: SheetKind, name: string, damage: SheetDamage, change = (p: MeasuredPicture) => p): number[][] {
  return Array.from({ length: 20 }, (_, seed) => {
    const picture = change(paintSheetSample({ kind, seed: seed * 7 + seed, spacing: (seed % 3) * 2 }));
    const rects = picture.sheet?.cells.map(({ rect }) => rect) ?? [];
    return STRENGTHS.map((strength) => {
      const raster = damage(picture.raster, rects, strength, seed);
      const value = measureSheet({ ...picture, raster })[name] ?? Number.NaN;
      return SHEET_METRICS.find((metric) => metric.name === name)?.better === 'more' ? 1 - value : value;
    });
  });
}

describe.each(['sprite', 'variation', 'ui_component'] as const)('on %s sheets', (kind) => {
  test('containment falls as content spills', () => {
    expectRising(rows(kind, 'cell-containment', spill), { steps: 0.85, sources: 0.95, slack: 0.01 });
  });

  test('the share of empty cells rises as cells are cleared', () => {
    const found = rows(kind, 'empty-cells', emptyCells);
    expectRising(found, { steps: 1, sources: 1 });
    expect(found.every((row) => row[0] === 0 && row.at(-1) === 1)).toBe(true);
  });

  test('text marks rise as labels are written', () => {
    const found = rows(kind, 'text-marks', text);
    expectRising(found, { steps: 0.98, sources: 0.95 });
    expect(found.filter(([clean]) => clean === 0).length).toBeGreaterThanOrEqual(19);
  });

  test('consistency falls as some cells change their colours and strokes', () => {
    expectRising(rows(kind, 'cell-consistency', oddCells), { steps: 0.85, sources: 0.95, slack: 0.01 });
  });
});

test('the frames of an animation drift as their content is moved at random', () => {
  expectRising(rows('sprite', 'frame-drift', jitter), { steps: 0.9, sources: 0.95, slack: 0.003 });
});

test('on tile sheets, text, empty cells and odd cells are told too', () => {
  expectRising(rows('tile', 'text-marks', text), { steps: 0.98, sources: 0.95 });
  expectRising(rows('tile', 'empty-cells', emptyCells), { steps: 1, sources: 1 });
  expectRising(rows('tile', 'cell-consistency', oddCells), { steps: 0.9, sources: 1 });
});

test('all of it is told on an opaque plain ground as well', () => {
  const demands = { steps: 0.85, sources: 0.9, slack: 0.01 };
  expectRising(rows('sprite', 'frame-drift', jitter, onPlainGround), demands);
  expectRising(rows('sprite', 'cell-containment', spill, onPlainGround), demands);
  expectRising(rows('variation', 'empty-cells', emptyCells, onPlainGround), demands);
  expectRising(rows('variation', 'text-marks', text, onPlainGround), demands);
});

test.each(SHEET_KINDS)('every measure of a %s sheet is within its range', (kind) => {
  const measures = measureSheet({ ...paintSheetSample({ kind, seed: 11 }), loop: 'xy' });
  expect(Object.keys(measures)).toHaveLength(kind === 'sprite' ? 6 : 5);
  for (const { name, range } of SHEET_METRICS) {
    expect(measures[name] ?? 0, name).toBeGreaterThanOrEqual(range[0]);
    expect(measures[name] ?? 0, name).toBeLessThanOrEqual(range[1]);
  }
});

test('a sheet without any ink has neither drift nor consistency', () => {
  const picture = paintSheetSample({ kind: 'sprite', seed: 1 });
  const raster = { ...picture.raster, rgba: new Uint8Array(picture.raster.rgba.length) };
  expect(measureSheet({ ...picture, raster })).toEqual({ 'empty-cells': 1, 'text-marks': 0 });
});
