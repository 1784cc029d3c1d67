import type { Contour, Path, Point } from './geometry.ts';
import { pairs } from './geometry.ts';

/** A band of the given width along an open line of flat numbers, with round ends and joints. */
export function stroke(width: number, ...numbers: readonly number[]): Path {
  return strokeLine(pairs(numbers), width);
}

/** A band that bends smoothly through corners cut from the open line. */
export function curve(width: number, ...numbers: readonly number[]): Path {
  return strokeLine(bend(pairs(numbers), 3), width);
}

/** Chaikin's corner cutting of an open line: its ends stay. */
export function bend(line: Contour, times: number): Contour {
  const [first] = line;
  const last = line.at(-1);
  if (times === 0 || !first || !last || line.length < 3) return line;
  const cut: Point[] = [first];
  for (let i = 0; i + 1 < line.length; i++) {
    const [x, y] = line[i] ?? first;
    const [nextX, nextY] = line[i + 1] ?? last;
    if (i > 0) cut.push([x * 0.75 + nextX * 0.25, y * 0.75 + nextY * 0.25]);
    if (i + 2 < line.length) cut.push([x * 0.25 + nextX * 0.75, y * 0.25 + nextY * 0.75]);
  }
  cut.push(last);
  return bend(cut, times - 1);
}

export function strokeLine(line: Contour, width: number): Path {
  const points = line.filter(([x, y], index) => {
    const before = line[index - 1];
    return !before || Math.abs(before[0] - x) + Math.abs(before[1] - y) > 1e-6;
  });
  const radius = width / 2;
  if (points.length === 0) return [];
  const there = sideOf(points, radius);
  const back = sideOf([...points].reverse(), radius);
  return [[...there, ...back]];
}

/** Grows closed contours outward by `distance`, with rounded corners. */
export function inflate(path: Path, distance: number): Path {
  return path.map((contour) => {
    const side: Point[] = [];
    contour.forEach((point, index) => {
      const before = contour[(index + contour.length - 1) % contour.length] ?? point;
      const after = contour[(index + 1) % contour.length] ?? point;
      side.push(...turn(before, point, after, distance));
    });
    return side;
  });
}

/** The offset line on the left hand, ending with a half-round cap. */
function sideOf(line: Contour, radius: number): Point[] {
  const side: Point[] = [];
  line.forEach((point, index) => {
    const before = line[index - 1];
    const after = line[index + 1];
    if (before && after) side.push(...turn(before, point, after, radius));
    else if (after) side.push(offset(point, normalOf(point, after), radius));
    else side.push(...cap(point, before ? normalOf(before, point) : [0, -1], radius));
  });
  return side;
}

function turn(before: Point, point: Point, after: Point, radius: number): Point[] {
  const first = normalOf(before, point);
  const second = normalOf(point, after);
  const cross = first[0] * second[1] - first[1] * second[0];
  const dot = first[0] * second[0] + first[1] * second[1];
  if (dot > 0.9) return [offset(point, unit(first[0] + second[0], first[1] + second[1]), radius)];
  if (cross < 0) return [offset(point, first, radius), point, offset(point, second, radius)];
  const middle = dot > -0.9 ? unit(first[0] + second[0], first[1] + second[1]) : [-first[1], first[0]];
  const quarter = unit(first[0] + (middle[0] ?? 0), first[1] + (middle[1] ?? 0));
  const threeQuarters = unit((middle[0] ?? 0) + second[0], (middle[1] ?? 0) + second[1]);
  const normals = [first, quarter, [middle[0] ?? 0, middle[1] ?? 0] as const, threeQuarters, second];
  return normals.map((normal) => offset(point, normal, radius));
}

function cap(point: Point, [x, y]: Point, radius: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= 8; i++) {
    const [cos, sin] = [Math.cos((i / 8) * Math.PI), Math.sin((i / 8) * Math.PI)];
    points.push([point[0] + radius * (x * cos - y * sin), point[1] + radius * (x * sin + y * cos)]);
  }
  return points;
}

/** The unit normal that points outward when walking clockwise on the screen. */
function normalOf(from: Point, to: Point): Point {
  return unit(to[1] - from[1], from[0] - to[0]);
}

function unit(x: number, y: number): Point {
  const length = Math.sqrt(x * x + y * y);
  return length === 0 ? [0, -1] : [x / length, y / length];
}

function offset(point: Point, normal: Point, radius: number): Point {
  return [point[0] + normal[0] * radius, point[1] + normal[1] * radius];
}
