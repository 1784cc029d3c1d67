import type { Point } from './contour.ts';

export interface Arc {
  readonly radii: Point;
  readonly rotationDegrees: number;
  readonly isLarge: boolean;
  /** Clockwise on the screen, where y points down. */
  readonly isClockwise: boolean;
}

/**
 * The points of an SVG elliptical arc after its start, ending exactly at `end`. The ellipse becomes a unit circle whose
 * arcs are halved again and again, so that only square roots decide where the points lie.
 */
export function arcPoints(start: Point, end: Point, arc: Arc): readonly Point[] {
  const radii: Point = [Math.abs(arc.radii[0]), Math.abs(arc.radii[1])];
  if (start[0] === end[0] && start[1] === end[1]) return [];
  if (radii[0] === 0 || radii[1] === 0) return [end];
  const frame = { cos: stable(Math.cos, arc.rotationDegrees), sin: stable(Math.sin, arc.rotationDegrees), radii };
  const half = toUnit([(start[0] - end[0]) / 2, (start[1] - end[1]) / 2], frame);
  const reach = lengthOf(half);
  if (reach === 0) return [end];
  const grown = Math.max(1, reach);
  const chord: Point = [half[0] / grown, half[1] / grown];
  const center = unitCenter([half[0] / reach, half[1] / reach], reach / grown, arc);
  const from: Point = [chord[0] - center[0], chord[1] - center[1]];
  const to: Point = [-chord[0] - center[0], -chord[1] - center[1]];
  const middle: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const inner = halve(from, to, arc.isClockwise, 0).map((unit): Point => {
    const [x, y] = fromUnit([(unit[0] + center[0]) * grown, (unit[1] + center[1]) * grown], frame);
    return [middle[0] + x, middle[1] + y];
  });
  return [...inner, end];
}

interface Frame {
  readonly cos: number;
  readonly sin: number;
  readonly radii: Point;
}

/** Sines differ between engines in their last bits, so these are cut away. */
function stable(wave: (radians: number) => number, degrees: number): number {
  const precision = 2 ** 32;
  return Math.round(wave(((degrees % 360) * Math.PI) / 180) * precision) / precision;
}

function toUnit([x, y]: Point, { cos, sin, radii }: Frame): Point {
  return [(cos * x + sin * y) / radii[0], (cos * y - sin * x) / radii[1]];
}

function fromUnit([x, y]: Point, { cos, sin, radii }: Frame): Point {
  const [across, down] = [x * radii[0], y * radii[1]];
  return [cos * across - sin * down, sin * across + cos * down];
}

/** The centre of the unit circle through two points, seen from between them: `direction` leads to the first. */
function unitCenter(direction: Point, reach: number, { isLarge, isClockwise }: Arc): Point {
  const distance = Math.sqrt(Math.max(0, 1 - reach * reach)) * (isLarge === isClockwise ? -1 : 1);
  return [distance * direction[1], -distance * direction[0]];
}

function lengthOf([x, y]: Point): number {
  return Math.sqrt(x * x + y * y);
}

/** Chords shorter than this, in radii, are drawn straight: they stay within 0.0001 radii of the arc. */
const SHORTEST_CHORD = 0.025;
const DEEPEST = 9;

/** The points strictly between two points of a unit circle. */
function halve(from: Point, to: Point, isClockwise: boolean, depth: number): readonly Point[] {
  const across: Point = [to[0] - from[0], to[1] - from[1]];
  const length = lengthOf(across);
  const isWholeTurn = depth === 0 && length < SHORTEST_CHORD;
  if (depth === DEEPEST || length === 0 || (length < SHORTEST_CHORD && !isWholeTurn)) return [];
  const turn = isClockwise ? 1 / length : -1 / length;
  const middle: Point = [across[1] * turn, -across[0] * turn];
  return [...halve(from, middle, isClockwise, depth + 1), middle, ...halve(middle, to, isClockwise, depth + 1)];
}
