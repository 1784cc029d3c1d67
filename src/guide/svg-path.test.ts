import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { checkPath, LONGEST_PATH, parsePath } from './svg-path.ts';

/** A path's line ends, where all of it is straight. */
function corners(path: string) {
  return parsePath(path).map(({ start, curves }) => [start, ...curves.flat()]);
}

describe('parsePath', () => {
  test('reads absolute and relative lines alike', () => {
    const square = [
      [
        [1, 2],
        [5, 2],
        [5, 6],
        [1, 6],
      ],
    ];
    expect(corners('M1 2 L5 2 L5 6 L1 6 Z')).toEqual(square);
    expect(corners('m1,2 h4 v4 h-4 z')).toEqual(square);
    expect(corners('M1 2H5V6H1')).toEqual(square);
  });

  test('repeats a command for more numbers, and moves become lines', () => {
    expect(corners('M0 0 1 0 1 1')).toEqual(corners('M0 0L1 0L1 1'));
    expect(corners('m0 0 1 0 0 1')).toEqual(corners('M0 0L1 0L1 1'));
    expect(corners('M0 0H1 2 3')).toEqual(corners('M0 0H1H2H3'));
  });

  test('reads numbers that touch', () => {
    expect(corners('M.5.5-1-2L1e-1-.25 3.+4')).toEqual(corners('M 0.5 0.5 L -1 -2 L 0.1 -0.25 L 3 4'));
  });

  test('reads arc flags that touch', () => {
    expect(corners('M0 0a25 25-30 0150-25')).toEqual(corners('M 0 0 A 25 25 -30 0 1 50 -25'));
  });

  test('goes on from the start of a closed outline', () => {
    expect(corners('M2 3h4v4z l-1-1 h9')).toEqual([
      [
        [2, 3],
        [6, 3],
        [6, 7],
      ],
      [
        [2, 3],
        [1, 2],
        [10, 2],
      ],
    ]);
  });

  test('mirrors the last control point for smooth curves, but only of its own kind', () => {
    expect(parsePath('M0 0C0 4 4 4 4 0S8 4 8 0')).toEqual(parsePath('M0 0C0 4 4 4 4 0C4-4 8 4 8 0'));
    expect(parsePath('M0 0Q2 4 4 0T8 0')).toEqual(parsePath('M0 0Q2 4 4 0Q6-4 8 0'));
    expect(parsePath('M0 0Q2 4 4 0S8 4 8 0')).toEqual(parsePath('M0 0Q2 4 4 0C4 0 8 4 8 0'));
  });

  test('draws arcs on their ellipse, round the right way', () => {
    const [above = []] = corners('M0 5A10 5 0 0 1 20 5');
    const [below = []] = corners('M0 5A10 5 0 0 0 20 5');
    for (const [x, y] of [...above, ...below]) expect(((x - 10) / 10) ** 2 + ((y - 5) / 5) ** 2).toBeCloseTo(1, 9);
    expect(Math.min(...above.map(([, y]) => y))).toBeCloseTo(0, 3);
    expect(Math.max(...below.map(([, y]) => y))).toBeCloseTo(10, 3);
  });

  test('takes the long way for a large arc', () => {
    const [small = []] = corners('M10 0A10 10 0 0 1 20 10');
    const [large = []] = corners('M10 0A10 10 0 1 1 20 10');
    expect(Math.max(...small.map(([x]) => x))).toBeCloseTo(20, 6);
    expect(Math.max(...large.map(([x]) => x))).toBeCloseTo(30, 1);
  });

  test('grows radii that are too small, and draws a line for none', () => {
    const [grown = []] = corners('M0 0A1 1 0 0 1 20 0');
    expect(Math.min(...grown.map(([, y]) => y))).toBeCloseTo(-10, 3);
    expect(corners('M0 0A0 5 0 0 1 20 0')).toEqual(corners('M0 0L20 0'));
  });
});

describe('checkPath', () => {
  test.each([
    ['', 'draws nothing'],
    ['M1 1', 'draws nothing'],
    ['L1 1', 'expected a path that begins with M at character 1'],
    ['M0 0 L5', 'expected a number at character 8, but the path ends'],
    ['M0 0 L5,,6', 'expected a number at character 9, but found ",6"'],
    ['M0 0 L5 6,', 'expected a number at character 11'],
    ['M0 0 X5 6', 'expected a command letter (M L H V C S Q T A Z) at character 6, but found "X5 6"'],
    ['M0 0 A5 5 0 2 0 9 9', 'expected an arc flag (0 or 1) at character 13'],
    ['M0 0 L1e999 0', 'expected a number between'],
    ['M0 0 LNaN 0', 'expected a number at character 7'],
    [`M0 0${'h1'.repeat(LONGEST_PATH)}`, 'characters, but 20000 are allowed'],
  ])('refuses %j', (path, complaint) => {
    expect(checkPath(path)).toContain(complaint);
    expect(() => parsePath(path)).toThrow(LimnerError);
  });

  test('survives any text', () => {
    const pieces = fc.constantFrom(
      ...'M m L l H h V v C c S s Q q T t A a Z z'.split(' '),
      '1',
      '.5',
      '-3',
      '1e3',
      ' ',
      ',',
      '0',
      'x',
      '1e-300',
      '999999999',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (texts) => {
        const path = `M0 0${texts.join('')}`;
        if (checkPath(path) !== undefined) return;
        expect(
          parsePath(path)
            .flatMap(({ curves }) => curves.flat(2))
            .every(Number.isFinite),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('finds its way through a sea of blanks', () => {
    expect(checkPath(`M0 0${' '.repeat(19_000)}x`)).toContain('at character 19005');
  });
});
