import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CanvasPolicy } from './canvas.ts';
import { fitCanvas, toCanvas } from './fit-canvas.ts';

const POLICY: CanvasPolicy = { multipleOf: 16, minSide: 16, maxSide: 2048 };
const SDXL: CanvasPolicy = { multipleOf: 64, minSide: 512, maxSide: 2048, targetPixels: 1024 * 1024 };

const sides = fc.integer({ min: 1, max: 5000 });
const sizes = fc.record({ width: sides, height: sides });
const policies = fc
  .record({
    multipleOf: fc.constantFrom(1, 8, 16, 64),
    minSide: fc.integer({ min: 1, max: 512 }),
    maxSide: fc.integer({ min: 512, max: 4096 }),
    targetPixels: fc.option(fc.integer({ min: 1, max: 4_000_000 }), { nil: undefined }),
  })
  .map(({ targetPixels, ...policy }) => (targetPixels === undefined ? policy : { ...policy, targetPixels }));

describe('fitCanvas', () => {
  test('paints a picture that needs no help at its own size', () => {
    const canvas = fitCanvas({ width: 1344, height: 768 }, POLICY);
    expect(canvas).toEqual({ width: 1344, height: 768, scale: 1, content: { x: 0, y: 0, width: 1344, height: 768 } });
  });

  test('centres a picture whose sides are no multiple', () => {
    const canvas = fitCanvas({ width: 50, height: 33 }, POLICY);
    expect(canvas).toEqual({ width: 64, height: 48, scale: 1, content: { x: 7, y: 7, width: 50, height: 33 } });
  });

  test('enlarges a small picture until both sides reach the smallest', () => {
    expect(fitCanvas({ width: 64, height: 64 }, { ...POLICY, minSide: 256 }).scale).toBe(4);
    expect(fitCanvas({ width: 128, height: 60 }, { ...POLICY, minSide: 256 }).scale).toBe(5);
  });

  test('comes as near the wished-for area as whole numbers allow', () => {
    expect(fitCanvas({ width: 64, height: 64 }, SDXL).scale).toBe(16);
    expect(fitCanvas({ width: 300, height: 300 }, SDXL).scale).toBe(3);
    expect(fitCanvas({ width: 700, height: 700 }, SDXL).scale).toBe(1);
  });

  test('never leaves the largest side for the wished-for area', () => {
    expect(fitCanvas({ width: 1000, height: 10 }, SDXL)).toMatchObject({ width: 2048, height: 512, scale: 2 });
  });

  test('shrinks only what is larger than the largest side', () => {
    const canvas = fitCanvas({ width: 4096, height: 1000 }, POLICY);
    expect(canvas).toEqual({ width: 2048, height: 512, scale: 0.5, content: { x: 0, y: 6, width: 2048, height: 500 } });
  });

  test('obeys any policy', () => {
    fc.assert(
      fc.property(sizes, policies, (size, policy) => {
        const { width, height, scale, content } = fitCanvas(size, policy);
        const largest = Math.floor(policy.maxSide / policy.multipleOf) * policy.multipleOf;
        for (const side of [width, height]) {
          expect(side % policy.multipleOf).toBe(0);
          expect(side).toBeGreaterThanOrEqual(Math.min(policy.minSide, largest));
          expect(side).toBeLessThanOrEqual(policy.maxSide);
        }
        const isWhole = Number.isInteger(scale) && scale >= 1;
        expect(isWhole).toBe(Math.max(size.width, size.height) <= largest);
        expect([content.x, content.y, content.width, content.height].every(Number.isInteger)).toBe(true);
        expect(Math.min(content.x, content.y)).toBeGreaterThanOrEqual(0);
        expect(content.x + content.width).toBeLessThanOrEqual(width);
        expect(content.y + content.height).toBeLessThanOrEqual(height);
        if (isWhole) expect(content).toMatchObject({ width: size.width * scale, height: size.height * scale });
      }),
    );
  });
});

describe('toCanvas', () => {
  test('maps the whole picture to the content', () => {
    fc.assert(
      fc.property(sizes, policies, (size, policy) => {
        const canvas = fitCanvas(size, policy);
        const mapped = toCanvas({ x: 0, y: 0, ...size }, canvas);
        fc.pre(mapped.width > 0 && mapped.height > 0);
        expect(mapped).toEqual(canvas.content);
      }),
    );
  });

  test('is exact when the scale is whole', () => {
    const canvas = fitCanvas({ width: 40, height: 20 }, { ...POLICY, minSide: 64 });
    expect(canvas.scale).toBe(4);
    const { x, y } = canvas.content;
    expect(toCanvas({ x: 3, y: 5, width: 7, height: 1 }, canvas)).toEqual({
      x: x + 12,
      y: y + 20,
      width: 28,
      height: 4,
    });
  });

  test('keeps neighbours side by side, with no gap and no overlap, at any scale', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(cuts, policies, (places, policy) => {
        const edges = places.toSorted((a, b) => a - b);
        const canvas = fitCanvas({ width: edges.at(-1) ?? 1, height: 9 }, policy);
        let end: number | undefined;
        for (const [index, x] of edges.slice(0, -1).entries()) {
          const rect = toCanvas({ x, y: 0, width: (edges[index + 1] ?? x) - x, height: 9 }, canvas);
          expect(rect.width).toBeGreaterThanOrEqual(0);
          if (end !== undefined) expect(rect.x).toBe(end);
          end = rect.x + rect.width;
        }
        expect(end).toBe(canvas.content.x + canvas.content.width);
      }),
    );
  });
});
