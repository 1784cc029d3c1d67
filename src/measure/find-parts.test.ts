import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { findParts, type PartRule, type Plane } from './find-parts.ts';

/** `#` is 255, anything else 0. */
function draw(...rows: readonly string[]): Plane {
  const width = rows[0]?.length ?? 0;
  return {
    width,
    height: rows.length,
    levels: Uint8Array.from([...rows.join('')].map((sign) => (sign === '#' ? 255 : 0))),
  };
}

describe('findParts', () => {
  const step = draw('##....', '..##..', '......', '.....#');

  test('joins over corners only where it is told to', () => {
    expect(findParts(step, { least: 128, diagonal: true }).map(({ area }) => area)).toEqual([4, 1]);
    expect(findParts(step, { least: 128, diagonal: false }).map(({ area }) => area)).toEqual([2, 2, 1]);
  });

  test('tells the box of a part, and whether it reaches the border', () => {
    const ring = draw('......', '.####.', '.#..#.', '.####.', '......');
    expect(findParts(ring, { least: 128, diagonal: false })).toEqual([
      { area: 10, box: { x: 1, y: 1, width: 4, height: 3 }, isOpen: false },
    ]);
    const holes = findParts(ring, { below: 128, diagonal: false });
    expect(holes.map(({ area, isOpen }) => [area, isOpen])).toEqual([
      [18, true],
      [2, false],
    ]);
  });

  test('joins branches that meet only at their end', () => {
    const comb = draw('#.#.#.#', '#.#.#.#', '#######');
    expect(findParts(comb, { least: 128, diagonal: false })).toHaveLength(1);
  });

  const anyPlane = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height, maxLength: width * height })
        .map((levels) => ({ width, height, levels })),
    );

  property.prop([anyPlane, fc.boolean(), fc.nat(255)])('finds the same areas as a flood', (plane, diagonal, least) => {
    const rule: PartRule = { least, diagonal };
    const areas = findParts(plane, rule).map(({ area }) => area);
    expect(areas.toSorted((a, b) => a - b)).toEqual(floodAreas(plane, least, diagonal));
  });
});

function floodAreas({ width, height, levels }: Plane, least: number, diagonal: boolean): readonly number[] {
  const open = new Set([...levels.keys()].filter((place) => (levels[place] ?? 0) >= least));
  const areas: number[] = [];
  for (const start of open) {
    const queue = [start];
    open.delete(start);
    for (const place of queue) {
      const [x, y] = [place % width, Math.floor(place / width)];
      for (const [stepX, stepY] of [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [a, b] as const))) {
        const isNear = diagonal || stepX === 0 || stepY === 0;
        const isInside = x + stepX >= 0 && x + stepX < width && y + stepY >= 0 && y + stepY < height;
        const next = (y + stepY) * width + x + stepX;
        if (isNear && isInside && open.delete(next)) queue.push(next);
      }
    }
    areas.push(queue.length);
  }
  return areas.toSorted((a, b) => a - b);
}
