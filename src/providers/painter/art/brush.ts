import { smoothNoise } from './noise.ts';
import { mixBits } from './random.ts';

/** One touch of the brush, as seen from one pixel. */
export interface Stroke {
  /** Pixels to the middle of the stroke. */
  dx: number;
  dy: number;
  /** Lighter above 0, darker below. */
  tone: number;
  /** Which of three pigments: warm, own, cool. */
  pigment: number;
  /** -1..1: how far its end falls short of a form's outline, to which side. */
  fray: number;
}

/** The strokes that cover a surface. `at` reuses the object that it returns. */
export interface Strokes {
  at(x: number, y: number): Stroke;
}

/** Of the surface's height. */
const LENGTH = 0.11;
const WIDTH = 0.027;
const LEAST_WIDTH = 2.2;
const DIAGONAL = Math.SQRT1_2;
const BRISTLES = 7;

/** Strokes in bent rows along one diagonal; where they lie depends on the surface's size alone. */
export function strokesOf(size: { readonly width: number; readonly height: number }): Strokes {
  const width = Math.max(LEAST_WIDTH, size.height * WIDTH);
  const length = Math.max(LEAST_WIDTH * 4, size.height * LENGTH);
  const [wavesX, wavesY] = [waves(size.width, size.height, 77), waves(size.height, size.height, 78)];
  const stroke: Stroke = { dx: 0, dy: 0, tone: 0, pigment: 1, fray: 0 };
  let [row, column, shift, tone, fine, bristle] = [0.5, 0.5, 0, 0, 0.5, 0];
  const enterRow = (next: number): void => {
    row = next;
    column = 0.5;
    shift = (mixBits(row) & 255) / 256;
  };
  const enterStroke = (next: number): void => {
    column = next;
    const bits = mixBits(Math.imul(row, 0x27d4eb2d) ^ column);
    tone = ((bits & 63) - 31.5) * 0.7;
    stroke.pigment = (bits >> 8) % 5 > 2 ? (bits >> 12) & 2 : 1;
    stroke.fray = (((bits >> 16) & 3) / 3) * (((bits >> 20) & 1) * 2 - 1);
  };
  return {
    at(x, y) {
      const across = (x - y) * DIAGONAL + ((wavesX[x] ?? 0) + (wavesY[y] ?? 0)) * width;
      const along = (x + y) * DIAGONAL;
      const nextRow = Math.floor(across / width);
      if (nextRow !== row) enterRow(nextRow);
      const nextColumn = Math.floor(along / length + shift);
      if (nextColumn !== column) enterStroke(nextColumn);
      const nextFine = Math.floor((across * BRISTLES) / width);
      if (nextFine !== fine) bristle = (mixBits((fine = nextFine)) & 15) - 7.5;
      const toMiddle = ((column + 0.5 - shift) * length - along) * DIAGONAL;
      const overMiddle = ((row + 0.5) * width - across) * DIAGONAL;
      stroke.dx = Math.round(toMiddle + overMiddle);
      stroke.dy = Math.round(toMiddle - overMiddle);
      stroke.tone = tone + bristle;
      return stroke;
    },
  };
}

/** How far the rows are bent at each place, in widths of a stroke. */
function waves(count: number, height: number, seed: number): Float64Array {
  const perPixel = 4.5 / height;
  return Float64Array.from({ length: count }, (_, i) => (smoothNoise(i * perPixel, 0, seed, 1024, 1) - 128) / 105);
}
