/** Plane geometry for drawings: y points down, every contour runs clockwise on the screen. */
export type Point = readonly [x: number, y: number];
export type Contour = readonly Point[];
/** Closed contours that are filled together; those that run the other way are holes. */
export type Path = readonly Contour[];
/** x' = a x + c y + e, y' = b x + d y + f. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export function ellipse(x: number, y: number, radiusX: number, radiusY = radiusX, steps = 40): Path {
  const contour: Point[] = [];
  for (let i = 0; i < steps; i++) {
    const angle = (i / steps) * 2 * Math.PI;
    contour.push([x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)]);
  }
  return [contour];
}

/** Flat numbers x0, y0, x1, y1… with straight sides. */
export function polygon(...numbers: readonly number[]): Path {
  return [clockwise(pairs(numbers))];
}

/** Like `polygon`, with its corners rounded by corner cutting. */
export function smooth(...numbers: readonly number[]): Path {
  return [clockwise(cutCorners(pairs(numbers), 3))];
}

export function box(x: number, y: number, width: number, height: number, radius = 0): Path {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return polygon(x, y, x + width, y, x + width, y + height, x, y + height);
  const contour: Point[] = [];
  const corners = [
    [x + width - r, y + height - r],
    [x + r, y + height - r],
    [x + r, y + r],
    [x + width - r, y + r],
  ] as const;
  corners.forEach(([cx, cy], corner) => {
    for (let i = 0; i <= 6; i++) {
      const angle = ((corner + i / 6) * Math.PI) / 2;
      contour.push([cx + r * Math.cos(angle), cy + r * Math.sin(angle)]);
    }
  });
  return [contour];
}

/** The same contours as holes. */
export function hole(path: Path): Path {
  return path.map((contour) => [...contour].reverse());
}

export function join(...paths: readonly Path[]): Path {
  return paths.flat();
}

/** Mirrored at the vertical line x = `axis`. */
export function mirror(path: Path, axis = 50): Path {
  return path.map((contour) => contour.map(([x, y]): Point => [2 * axis - x, y]).reverse());
}

export function transform(path: Path, [a, b, c, d, e, f]: Transform): Path {
  return path.map((contour) => contour.map(([x, y]): Point => [a * x + c * y + e, b * x + d * y + f]));
}

/** First `inner`, then `outer`. */
export function compose(outer: Transform, inner: Transform): Transform {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Clockwise by `turns`, around a point. */
export function rotation(turns: number, [x, y]: Point): Transform {
  const cos = Math.cos(turns * 2 * Math.PI);
  const sin = Math.sin(turns * 2 * Math.PI);
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

export function scaling(factorX: number, factorY: number, [x, y]: Point): Transform {
  return [factorX, 0, 0, factorY, x - factorX * x, y - factorY * y];
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box around all points; an empty box at infinity when there are none. */
export function boundsOf(path: Path): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of path)
    for (const [x, y] of contour) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return { left, top, right, bottom };
}

export function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  return points;
}

/** Chaikin's corner cutting of a closed contour. */
export function cutCorners(contour: Contour, times: number): Contour {
  if (times === 0 || contour.length < 3) return contour;
  const cut: Point[] = [];
  contour.forEach(([x, y], index) => {
    const [nextX, nextY] = contour[(index + 1) % contour.length] ?? [x, y];
    cut.push([x * 0.75 + nextX * 0.25, y * 0.75 + nextY * 0.25], [x * 0.25 + nextX * 0.75, y * 0.25 + nextY * 0.75]);
  });
  return cutCorners(cut, times - 1);
}

function clockwise(contour: Contour): Contour {
  let area = 0;
  contour.forEach(([x, y], index) => {
    const [nextX, nextY] = contour[(index + 1) % contour.length] ?? [x, y];
    area += x * nextY - nextX * y;
  });
  return area < 0 ? [...contour].reverse() : contour;
}
