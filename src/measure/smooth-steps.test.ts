import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { measureSmoothSteps } from './smooth-steps.ts';

test('a palette has few colours, and steps between them', () => {
  const drawn = paintRaster(64, 64, (x, y) =>
    ((x >> 3) + (y >> 3)) % 2 === 0 ? [200, 60, 40, 255] : [240, 180, 90, 255],
  );
  expect(measureSmoothSteps(drawn)).toEqual({ colours: 2, share: 0 });
});

test('soft light has many colours, and hardly a step', () => {
  const lit = paintRaster(64, 64, (x, y) => [100 + x, 120 + y, 60 + ((x * y) >> 6), 255]);
  const { colours, share } = measureSmoothSteps(lit);
  expect(colours).toBeGreaterThan(1000);
  expect(share).toBe(1);
});

test('what is not seen does not count', () => {
  const { colours, share } = measureSmoothSteps(paintRaster(64, 64, (x, y) => [x, y, 0, 100]));
  expect([colours, share]).toEqual([0, 0]);
});
