import { LimnerError } from '../errors.ts';
import type { Point } from './contour.ts';
import { arcPoints } from './svg-arc.ts';
import { scanSvg, type SvgScanner } from './svg-scanner.ts';

/** One piece of an outline after its start: a straight line, or a cubic Bézier curve. */
export type Curve = readonly [end: Point] | readonly [control: Point, control: Point, end: Point];

export interface Subpath {
  readonly start: Point;
  readonly curves: readonly Curve[];
}

export const LONGEST_PATH = 20_000;

/** What is wrong with SVG path data, with its position; undefined when it can be drawn. */
export function checkPath(path: string): string | undefined {
  try {
    parsePath(path);
    return undefined;
  } catch (error) {
    if (error instanceof LimnerError) return error.message;
    throw error;
  }
}

/**
 * SVG path data in absolute coordinates of its own view box: every command, relative too, implicit repeats, compact
 * numbers. Quadratic curves become cubic ones, arcs become short lines. Throws `LIMNER_PACK_INVALID` for anything that
 * the SVG grammar does not know, for more than 20,000 characters, and for a path that draws nothing.
 */
export function parsePath(path: string): readonly Subpath[] {
  if (path.length > LONGEST_PATH)
    throw invalid(`Path data: ${path.length} characters, but ${LONGEST_PATH} are allowed.`);
  const scanner = scanSvg(path);
  const pen = new Pen();
  while (!scanner.isAtEnd()) {
    if (pen.isFresh && !'Mm'.includes(path.charAt(scanner.position))) scanner.fail('a path that begins with M');
    runCommand(scanner, pen);
  }
  const drawn = pen.subpaths.filter(({ curves }) => curves.length > 0);
  if (drawn.length === 0) throw invalid('Path data: expected at least one line or curve, but the path draws nothing.');
  return drawn;
}

function invalid(message: string): LimnerError {
  return new LimnerError('LIMNER_PACK_INVALID', message);
}

function runCommand(scanner: SvgScanner, pen: Pen): void {
  const letter = scanner.readCommand();
  const isRelative = letter !== letter.toUpperCase();
  let command = letter.toUpperCase();
  if (command === 'Z') return pen.close();
  do {
    const origin: Point = isRelative ? pen.at : [0, 0];
    COMMANDS[command]?.(scanner, pen, origin);
    if (command === 'M') command = 'L';
  } while (scanner.isBeforeNumber());
}

type Command = (scanner: SvgScanner, pen: Pen, origin: Point) => void;

const COMMANDS: Readonly<Record<string, Command>> = {
  M: (scanner, pen, origin) => pen.move(readPoint(scanner, origin)),
  L: (scanner, pen, origin) => pen.line(readPoint(scanner, origin)),
  H: (scanner, pen, origin) => pen.line([origin[0] + scanner.readNumber(), pen.at[1]]),
  V: (scanner, pen, origin) => pen.line([pen.at[0], origin[1] + scanner.readNumber()]),
  C: (scanner, pen, origin) =>
    pen.cubic(readPoint(scanner, origin), readPoint(scanner, origin), readPoint(scanner, origin)),
  S: (scanner, pen, origin) => pen.cubic(pen.mirrored('cubic'), readPoint(scanner, origin), readPoint(scanner, origin)),
  Q: (scanner, pen, origin) => pen.quadratic(readPoint(scanner, origin), readPoint(scanner, origin)),
  T: (scanner, pen, origin) => pen.quadratic(pen.mirrored('quadratic'), readPoint(scanner, origin)),
  A: (scanner, pen, origin) => {
    const radii = readPoint(scanner, [0, 0]);
    const rotationDegrees = scanner.readNumber();
    const arc = { radii, rotationDegrees, isLarge: scanner.readFlag(), isClockwise: scanner.readFlag() };
    for (const point of arcPoints(pen.at, readPoint(scanner, origin), arc)) pen.line(point);
  },
};

function readPoint(scanner: SvgScanner, origin: Point): Point {
  return [origin[0] + scanner.readNumber(), origin[1] + scanner.readNumber()];
}

/** Draws subpaths and remembers what the next command may refer to. */
class Pen {
  readonly subpaths: { start: Point; curves: Curve[] }[] = [];
  at: Point = [0, 0];
  #start: Point = [0, 0];
  #isOpen = false;
  #control: { readonly kind: 'cubic' | 'quadratic'; readonly point: Point } | undefined;

  get isFresh(): boolean {
    return this.subpaths.length === 0;
  }

  move(to: Point): void {
    this.#start = this.at = to;
    this.#open();
  }

  line(end: Point): void {
    this.#draw([end], end);
  }

  cubic(first: Point, second: Point, end: Point): void {
    this.#draw([first, second, end], end);
    this.#control = { kind: 'cubic', point: second };
  }

  quadratic(control: Point, end: Point): void {
    this.#draw([twoThirds(this.at, control), twoThirds(end, control), end], end);
    this.#control = { kind: 'quadratic', point: control };
  }

  close(): void {
    this.at = this.#start;
    this.#isOpen = false;
    this.#control = undefined;
  }

  /** The last control point seen through the pen, or the pen itself after another kind of command. */
  mirrored(kind: 'cubic' | 'quadratic'): Point {
    if (this.#control?.kind !== kind) return this.at;
    const [x, y] = this.#control.point;
    return [2 * this.at[0] - x, 2 * this.at[1] - y];
  }

  #open(): void {
    this.subpaths.push({ start: this.at, curves: [] });
    this.#isOpen = true;
    this.#control = undefined;
  }

  #draw(curve: Curve, end: Point): void {
    if (!this.#isOpen) this.#open();
    this.subpaths.at(-1)?.curves.push(curve);
    this.at = end;
    this.#control = undefined;
  }
}

function twoThirds(from: Point, to: Point): Point {
  return [from[0] + ((to[0] - from[0]) * 2) / 3, from[1] + ((to[1] - from[1]) * 2) / 3];
}
