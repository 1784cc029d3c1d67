import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { box, ellipse, hole, join, polygon } from './geometry.ts';
import { fillPath } from './stencil.ts';
import { inflate, stroke } from './stroke.ts';

const SIZE = { width: 64, height: 48 };
const area = (path: Parameters<typeof fillPath>[0]): number =>
  fillPath(path, SIZE).coverage.reduce((sum, value) => sum + value, 0) / 255;

describe('stencils', () => {
  test('cover a box by its exact area, wherever its edges lie', () => {
    const at = fc.double({ min: 1, max: 20, noNaN: true });
    const length = fc.double({ min: 0.5, max: 25, noNaN: true });
    fc.assert(
      fc.property(at, at, length, length, (x, y, width, height) => {
        expect(Math.abs(area(box(x, y, width, height)) - width * height)).toBeLessThan(1.2);
      }),
    );
  });

  test('cover slanted and round shapes by their area', () => {
    expect(area(polygon(4, 4, 60, 10, 20, 44))).toBeCloseTo(1072, -1);
    expect(area(ellipse(30, 24, 20, 20, 200))).toBeCloseTo(Math.PI * 400, -1);
  });

  test('leave holes open and count overlaps once', () => {
    expect(area(join(box(4, 4, 20, 20), hole(box(9, 9, 10, 10))))).toBeCloseTo(300, 3);
    expect(area(join(box(4, 4, 20, 20), box(14, 4, 20, 20)))).toBeCloseTo(600, 3);
  });

  test('are cut at the surface, also for shapes wholly outside', () => {
    expect(area(box(-100, -100, 300, 300))).toBeCloseTo(64 * 48, 3);
    expect(area(box(-50, 0, 20, 20))).toBe(0);
    expect(area(box(200, 0, 20, 20))).toBe(0);
    expect(area([])).toBe(0);
  });

  test('strokes have their width and outlines grow by their distance', () => {
    expect(area(stroke(4, 10, 20, 50, 20))).toBeCloseTo(160 + Math.PI * 4, 0);
    expect(area(inflate(box(20, 20, 10, 10), 2))).toBeCloseTo(100 + 80 + Math.PI * 4, 0);
  });
});
