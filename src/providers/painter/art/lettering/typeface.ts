import type { Path, Point } from '../geometry.ts';
import type { Face } from './faces/face.ts';
import { ROUND } from './faces/round.ts';

/** A glyph in letter units: a capital reaches from y 0 down to 6. */
export interface Glyph {
  readonly advance: number;
  readonly path: Path;
}

export type Typeface = ReadonlyMap<string, () => Glyph>;

/** Letter units per unit of a face's file. */
const UNIT = 6 / 300;

/** Reads a face; each glyph is drawn when it is asked for. What it lacks is taken from the round one, which has all. */
export function openFace(face: Face): Typeface {
  return new Map([...glyphsOf(ROUND), ...(face === ROUND ? [] : glyphsOf(face))]);
}

function glyphsOf({ glyphs, shapes }: Face): Typeface {
  const drawn = entriesOf(shapes);
  return new Map(
    entriesOf(glyphs).map((entry): [string, () => Glyph] => {
      const [sign = '', advance = '0', ...contours] = entry.split(' ');
      const draw = (): Glyph => ({
        advance: Number(advance) * UNIT,
        path: contours
          .map((contour) => {
            const [x = 0, y = 0, shape = 0] = contour.split(',').map(Number);
            return bendContour([x, y], drawn[shape] ?? '');
          })
          // A lone point is where an editor of fonts hangs an accent.
          .filter((contour) => contour.length > 2),
      });
      return [sign === 'BACKTICK' ? '`' : sign, draw];
    }),
  );
}

function entriesOf(text: string): readonly string[] {
  return text.split(/\n| {2}/u);
}

interface Knot {
  readonly point: Point;
  readonly bends: boolean;
}

/** Straight steps along quadratic curves; between two bending points lies one that the line goes through. */
function bendContour(start: Point, shape: string): readonly Point[] {
  const knots = knotsOf(start, shape);
  const points: Point[] = [];
  knots.forEach(({ point, bends }, index) => {
    if (!bends) return void points.push(point);
    const [before, after] = [knots.at(index - 1), knots[(index + 1) % knots.length]];
    if (!before || !after) return undefined;
    const from = before.bends ? middle(before.point, point) : before.point;
    const to = after.bends ? middle(point, after.point) : after.point;
    if (before.bends) points.push(from);
    for (let step = 1; step < STEPS; step++) points.push(along(from, point, to, step / STEPS));
    return undefined;
  });
  return points.map(([x, y]): Point => [x * UNIT, y * UNIT]);
}

const STEPS = 5;

function knotsOf([startX, startY]: Point, shape: string): readonly Knot[] {
  let [x, y] = [startX, startY];
  const knots: Knot[] = [{ point: [x, y], bends: false }];
  for (const step of shape === '' ? [] : shape.split(' ')) {
    const [dx = 0, dy = 0] = step.replace('~', '').split(',').map(Number);
    [x, y] = [x + dx, y + dy];
    knots.push({ point: [x, y], bends: step.startsWith('~') });
  }
  return knots;
}

function middle([x, y]: Point, [otherX, otherY]: Point): Point {
  return [(x + otherX) / 2, (y + otherY) / 2];
}

function along(from: Point, bend: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const at = (a: number, b: number, c: number): number => rest * rest * a + 2 * rest * share * b + share * share * c;
  return [at(from[0], bend[0], to[0]), at(from[1], bend[1], to[1])];
}
