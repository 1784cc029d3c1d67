import { describe, expect, test } from 'vitest';
import type { Mask } from '../raster/mask.ts';
import type { Contour } from './contour.ts';
import { fillContours } from './fill-contours.ts';

const LIMITS = { x: 0, y: 0, width: 16, height: 16 };

function fill(...contours: Contour[]): Mask {
  return fillContours(contours, { width: 16, height: 16 }, LIMITS);
}

function at(mask: Mask, x: number, y: number): number | undefined {
  return mask.coverage[y * mask.width + x];
}

function total(mask: Mask): number {
  return mask.coverage.reduce((sum, covered) => sum + covered, 0) / 255;
}

function rectangle(left: number, top: number, right: number, bottom: number): Contour {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

function lineThroughMiddle(x: number, y: number): Contour {
  return [
    [8 - x, 8 - y],
    [8 + x, 8 + y],
  ];
}

describe('fillContours', () => {
  test('covers pixels by the share of their area', () => {
    const mask = fill(rectangle(2.5, 3.25, 6, 7));
    expect([at(mask, 2, 4), at(mask, 3, 4), at(mask, 5, 6), at(mask, 6, 6), at(mask, 3, 3)]).toEqual([
      128, 255, 255, 0, 191,
    ]);
  });

  test('leaves a hole where an inner outline runs the other way, and only there', () => {
    const outer = rectangle(1, 1, 15, 15);
    expect(at(fill(outer, rectangle(5, 5, 11, 11).toReversed()), 8, 8)).toBe(0);
    expect(at(fill(outer, rectangle(5, 5, 11, 11)), 8, 8)).toBe(255);
  });

  test('shows no seam between mirrored halves that meet inside a pixel', () => {
    const mask = fill(rectangle(2, 2, 7.53, 14), rectangle(7.53, 2, 13, 14).toReversed());
    expect(at(mask, 7, 8)).toBe(255);
  });

  test('draws a line of no thickness two pixels thick, in every direction', () => {
    for (const [x, y] of [
      [6, 0],
      [0, 6],
      [6, 6],
      [6, -3],
      [2, 6],
    ] as const) {
      const length = 2 * Math.sqrt(x * x + y * y);
      const thickness = total(fill(lineThroughMiddle(x, y))) / length;
      expect(thickness).toBeGreaterThan(1.95);
      expect(thickness).toBeLessThan(2.2);
    }
  });

  test('draws a single point, and a speck smaller than any scan line, as two by two pixels', () => {
    expect(total(fill([[8, 8]]))).toBe(4);
    expect(total(fill(rectangle(8.01, 8.01, 8.02, 8.02)))).toBeCloseTo(4, 1);
  });

  test('leaves the tip of a triangle pointed, and a needle thick enough to be seen', () => {
    const tip = fill([
      [8, 1],
      [15, 15],
      [1, 15],
    ]);
    expect(at(tip, 7, 1)).toBeLessThan(100);
    expect(at(tip, 7, 1)).toBe(at(tip, 8, 1));
    const needle = fill([
      [8, 1],
      [9, 15],
      [7, 15],
    ]);
    expect([at(needle, 7, 2), at(needle, 8, 2)]).toEqual([255, 255]);
  });

  test('keeps a hairline at the edge inside the limits', () => {
    const mask = fillContours(
      [rectangle(3, 3, 3, 13)],
      { width: 16, height: 16 },
      { x: 3, y: 3, width: 10, height: 10 },
    );
    expect([at(mask, 2, 8), at(mask, 3, 8), at(mask, 4, 8), at(mask, 5, 8)]).toEqual([0, 255, 255, 0]);
  });

  test('cuts off what lies outside the picture', () => {
    expect(total(fill(rectangle(-500, -500, 500, 500)))).toBe(256);
    expect(total(fill(rectangle(20, 20, 30, 30)))).toBe(0);
  });
});
