import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughNoise, roughRows, smoothColumns, smoothNoise } from './noise.ts';

const PERIOD = [7, 5] as const;
const place = fc.double({ min: -20, max: 20, noNaN: true });
const places = fc.array(place, { minLength: 1, maxLength: 9 });
const seed = fc.nat();

test('noise in columns is smooth noise to the last bit, in whatever order it is asked for', () => {
  fc.assert(
    fc.property(places, places, seed, (xs, ys, salt) => {
      const noise = smoothColumns(xs, salt, PERIOD);
      for (const y of ys)
        expect(xs.map((_, column) => noise(column, y))).toEqual(xs.map((x) => smoothNoise(x, y, salt, ...PERIOD)));
    }),
  );
});

test('noise in rows is rough noise to the last bit, in whatever order it is asked for', () => {
  fc.assert(
    fc.property(places, places, seed, fc.integer({ min: 1, max: 4 }), (xs, ys, salt, octaves) => {
      const noise = roughRows(xs, salt, PERIOD, octaves);
      for (const y of ys) expect([...noise(y)]).toEqual(xs.map((x) => roughNoise(x, y, salt, PERIOD, octaves)));
    }),
  );
});
