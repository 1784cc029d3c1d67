import type { Shape } from '../pack/pack.ts';
import { type Box, boundsOf, type Contour, type Point } from './contour.ts';
import { flatten } from './flatten.ts';
import { parsePath } from './svg-path.ts';

export type DrawnShape = Exclude<Shape, { kind: 'image' }>;

/** A shape's outlines inside the subject's box. Throws `LIMNER_PACK_INVALID` for bad path data. */
export function shapeContours(shape: DrawnShape, box: Box): readonly Contour[] {
  switch (shape.kind) {
    case 'box':
      return [place(UNIT_BOX, box)];
    case 'triangle':
      return [place(UNIT_TRIANGLE, box)];
    case 'diamond':
      return [place(UNIT_DIAMOND, box)];
    case 'polygon':
      return [place(shape.points, box)];
    case 'ellipse':
      return [roundedBox(box, box.width / 2, box.height / 2)];
    case 'circle':
      return [circle(box)];
    case 'capsule':
      return [roundedBox(box, Math.min(box.width, box.height) / 2)];
  }
  return fit(flatten(parsePath(shape.path)), box);
}

const UNIT_BOX: Contour = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const UNIT_TRIANGLE: Contour = [
  [0.5, 0],
  [1, 1],
  [0, 1],
];
const UNIT_DIAMOND: Contour = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
];

function place(unit: Contour, box: Box): Contour {
  return unit.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
}

function circle(box: Box): Contour {
  const side = Math.min(box.width, box.height);
  const square = { x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2, width: side, height: side };
  return roundedBox(square, side / 2);
}

function roundedBox(box: Box, across: number, down = across): Contour {
  const [left, right] = [box.x + across, box.x + box.width - across];
  const [top, bottom] = [box.y + down, box.y + box.height - down];
  return [
    ...QUARTER.map(([x, y]): Point => [right + x * across, bottom + y * down]),
    ...QUARTER.map(([x, y]): Point => [left - y * across, bottom + x * down]),
    ...QUARTER.map(([x, y]): Point => [left - x * across, top - y * down]),
    ...QUARTER.map(([x, y]): Point => [right + y * across, top - x * down]),
  ];
}

/** A quarter of the unit circle without sines: `((1 - t²) / (1 + t²), 2t / (1 + t²))` lies on it for each t. */
const QUARTER: Contour = Array.from({ length: 65 }, (_, index) => {
  const t = index / 64;
  return [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
});

/** Scales outlines until they touch the box, keeps their proportions, and centres them. */
function fit(contours: readonly Contour[], box: Box): readonly Contour[] {
  const bounds = boundsOf(contours.flat());
  if (bounds === undefined) return [];
  const scale = Math.min(ratio(box.width, bounds.width), ratio(box.height, bounds.height), Number.MAX_VALUE);
  const x = box.x + (box.width - bounds.width * scale) / 2;
  const y = box.y + (box.height - bounds.height * scale) / 2;
  return contours.map((contour) =>
    contour.map((point): Point => [x + (point[0] - bounds.x) * scale, y + (point[1] - bounds.y) * scale]),
  );
}

function ratio(room: number, length: number): number {
  return length === 0 ? Number.MAX_VALUE : room / length;
}
