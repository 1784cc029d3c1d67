import { describe, expect, test } from 'vitest';
import type { Raster } from '../raster/raster.ts';
import type { Canvas } from './canvas.ts';
import { drawGuide } from './draw-guide.ts';
import type { GuideCell } from './guide.ts';

const CANVAS: Canvas = { width: 64, height: 32, scale: 1, content: { x: 0, y: 0, width: 64, height: 32 } };

function pixel({ width, rgba }: Raster, x: number, y: number): number[] {
  return [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

describe('drawGuide of a silhouette', () => {
  test('is a dark subject on opaque white', () => {
    const raster = drawGuide({ kind: 'silhouette', canvas: CANVAS, shape: { kind: 'box' }, chosen: true }, new Map());
    expect([raster.width, raster.height]).toEqual([64, 32]);
    expect(pixel(raster, 0, 0)).toEqual([255, 255, 255, 255]);
    expect(pixel(raster, 32, 16)).toEqual([64, 64, 64, 255]);
  });
});

describe('drawGuide of a sheet', () => {
  const left: GuideCell = { key: 'left', rect: { x: 2, y: 2, width: 30, height: 28 } };
  const right: GuideCell = { key: 'right', rect: { x: 32, y: 2, width: 30, height: 28 } };

  test('tells touching cells apart and leaves the rest white', () => {
    const raster = drawGuide({ kind: 'sheet', canvas: CANVAS, cells: [left, right] }, new Map());
    expect(pixel(raster, 31, 15)).not.toEqual(pixel(raster, 32, 15));
    expect(pixel(raster, 1, 1)).toEqual([255, 255, 255, 255]);
    expect(pixel(raster, 62, 29)).toEqual([255, 255, 255, 255]);
  });

  test('hints at a tint', () => {
    const cells: GuideCell[] = [{ ...left, tint: [220, 20, 20, 255] }, right];
    const [red = 0, green = 0, blue = 0] = pixel(
      drawGuide({ kind: 'sheet', canvas: CANVAS, cells }, new Map()),
      10,
      10,
    );
    expect(red - Math.max(green, blue)).toBeGreaterThan(60);
    expect(Math.min(green, blue)).toBeGreaterThan(100);
  });

  test('frames nine-patch margins with a line inside', () => {
    const cells: GuideCell[] = [{ ...left, ninePatch: { left: 6, right: 4, top: 5, bottom: 3 } }];
    const raster = drawGuide({ kind: 'sheet', canvas: CANVAS, cells }, new Map());
    const [frame = 0] = pixel(raster, 7, 15);
    const [line = 0] = pixel(raster, 8, 15);
    const [inner = 0] = pixel(raster, 9, 15);
    expect(line).toBeLessThan(frame);
    expect(frame).toBeLessThan(inner);
    expect([pixel(raster, 27, 15)[0], pixel(raster, 28, 15)[0]]).toEqual([line, frame]);
    expect([pixel(raster, 15, 6)[0], pixel(raster, 15, 7)[0]]).toEqual([frame, line]);
    expect([pixel(raster, 15, 26)[0], pixel(raster, 15, 27)[0]]).toEqual([line, frame]);
  });
});

describe('drawGuide of a horizon', () => {
  test('goes from light above to dark below, one band a layer, over the whole canvas', () => {
    const canvas: Canvas = { ...CANVAS, content: { x: 4, y: 4, width: 56, height: 24 } };
    const raster = drawGuide({ kind: 'horizon', canvas, depths: [0, 0.3, 0.7, 1] }, new Map());
    const column = Array.from({ length: 32 }, (_, y) => pixel(raster, 0, y)[0] ?? 0);
    expect(column).toEqual(column.toSorted((a, b) => b - a));
    expect(new Set(column).size).toBe(4);
    expect(pixel(raster, 63, 31)).toEqual(pixel(raster, 30, 27));
  });
});
