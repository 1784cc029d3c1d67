import { describe, expect, test } from 'vitest';
import { jitter } from '../../damage/jitter.ts';
import { brightnessSeam } from '../../damage/seam.ts';
import type { SheetDamage } from '../../damage/sheet-damage.ts';
import { spill } from '../../damage/spill.ts';
import { text } from '../../damage/text.ts';
import { paintLoopSample, paintSheetSample } from '../../measured-samples.ts';
import type { MeasuredPicture } from '../../../src/measure/picture.ts';
import { SHEET_KINDS, type SheetKind } from '../../../src/pack/pack.ts';
import type { GateResult } from '../../../src/report/manifest.ts';
import { checkSeam, checkSheet } from '../../../src/check/index.ts';

const SEEDS = [...Array(40).keys()];
const spoil = (picture: MeasuredPicture, damage: SheetDamage, seed: number): MeasuredPicture => {
  const rects = picture.sheet?.cells.map(({ rect }) => rect) ?? [];
  return { ...picture, raster: damage(picture.raster, rects, 1, seed) };
};
const bad = (gates: readonly GateResult[], name?: string): readonly GateResult[] =>
  gates.filter((gate) => gate.status !== 'pass' && (name === undefined || gate.name === name));

describe.each(SHEET_KINDS)('painted %s sheets', (kind: SheetKind) => {
  test('pass nearly always', () => {
    const found = SEEDS.flatMap((seed) =>
      bad(checkSheet(paintSheetSample({ kind, seed }))).map(({ name }) => `${name} ${seed}`),
    );
    expect(found.length, found.join(', ')).toBeLessThanOrEqual(2);
  });

  test('are caught with labels on them', () => {
    const caught = SEEDS.filter(
      (seed) => bad(checkSheet(spoil(paintSheetSample({ kind, seed }), text, seed)), 'text-marks').length,
    );
    expect(caught.length).toBeGreaterThanOrEqual(38);
  });
});

test.each(['sprite', 'variation', 'ui_component'] as const)('%s sheets are caught that spill', (kind) => {
  const caught = SEEDS.filter(
    (seed) => bad(checkSheet(spoil(paintSheetSample({ kind, seed }), spill, seed)), 'spill').length,
  );
  expect(caught.length).toBeGreaterThanOrEqual(38);
});

test('animations are caught that jump about', () => {
  const caught = SEEDS.filter(
    (seed) =>
      bad(checkSheet(spoil(paintSheetSample({ kind: 'sprite', seed, cell: 64 }), jitter, seed)), 'frame-drift').length,
  );
  expect(caught.length).toBeGreaterThanOrEqual(37);
});

test('what is found is told in a sentence, with its number, its limit and its place', () => {
  const picture = paintSheetSample({ kind: 'sprite', seed: 3, cell: 64, animation: 'walk' });
  const spoilt = [spoil(picture, jitter, 5), spoil(picture, spill, 3), spoil(picture, text, 5)];
  const gates = spoilt.flatMap((each) => bad(checkSheet(each)));
  expect(new Set(gates.map(({ name }) => name))).toEqual(new Set(['frame-drift', 'spill', 'text-marks']));
  for (const { message, value = -1, limit = Infinity, place } of gates) {
    expect(message).toMatch(/^[A-Z0-9].*\.$/);
    expect(value).toBeGreaterThan(limit);
    expect(place?.width).toBeGreaterThan(0);
  }
});

describe('checkSeam', () => {
  test('passes what the painter made to be joined, nearly always', () => {
    const found = [...SEEDS, ...SEEDS.map((seed) => seed + 40)].filter(
      (seed) => bad(checkSeam(paintLoopSample(seed, 128, 96))).length,
    );
    expect(found.length, found.join(', ')).toBeLessThanOrEqual(2);
  });

  test('tells where edges do not meet', () => {
    const picture = paintLoopSample(0);
    const [gate] = checkSeam({ ...picture, raster: brightnessSeam(picture.raster, 'x', 1) });
    expect(gate).toMatchObject({ name: 'seam', limit: 1.45, place: { x: picture.raster.width - 1, width: 1 } });
    expect(gate?.status).not.toBe('pass');
    expect(gate?.message).toMatch(/^A seam shows where the left and right edges join: /);
  });

  test('has nothing to say where no edges join, nor checkSheet where there are no cells', () => {
    const picture = { ...paintLoopSample(0), loop: 'none' } as const;
    expect([...checkSeam(picture), ...checkSheet(picture)]).toEqual([]);
  });
});
