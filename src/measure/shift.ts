import type { Plane } from './find-parts.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const SHIFT: Metric = {
  name: 'shift',
  title: 'Shift',
  unit: 'share of the diagonal',
  range: [0, 1],
  better: 'less',
  about:
    'How far the middle of the subject lies from where it should be: the middle of the silhouette, or of the picture where there is none. The middle is that of the box that holds the subject without the outermost hundredth of its area, so specks do not count.',
  source: 'Own count.',
};

/** Only of cut-outs that show something. */
export function measureShift({ alpha, opacity, silhouette }: Study): Measures {
  if (alpha !== 'cut-out') return {};
  const { width, height } = opacity();
  const found = middleOf(opacity());
  const asked = silhouette && middleOf({ ...silhouette, levels: silhouette.coverage });
  const wanted = asked ?? { x: width / 2, y: height / 2 };
  if (found === undefined) return {};
  return { shift: Math.hypot(found.x - wanted.x, found.y - wanted.y) / Math.hypot(width, height) };
}

/** Left out at each end of both directions. */
const TAIL = 0.01;

/** Undefined when nothing is there. */
function middleOf({ width, height, levels }: Plane): { readonly x: number; readonly y: number } | undefined {
  const columns = new Float64Array(width);
  const rows = new Float64Array(height);
  for (let y = 0, place = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++, place++) {
      const level = levels[place] ?? 0;
      columns[x] = (columns[x] ?? 0) + level;
      sum += level;
    }
    rows[y] = sum;
  }
  const mass = rows.reduce((sum, row) => sum + row, 0);
  return mass === 0 ? undefined : { x: middleOfLine(columns, mass), y: middleOfLine(rows, mass) };
}

function middleOfLine(line: Float64Array, mass: number): number {
  return (placeOfShare(line, mass * TAIL) + placeOfShare(line, mass * (1 - TAIL))) / 2;
}

/** Where so much lies before, to fractions of a pixel. */
function placeOfShare(line: Float64Array, share: number): number {
  let before = 0;
  for (const [place, amount] of line.entries()) {
    if (amount > 0 && before + amount >= share) return place + (share - before) / amount;
    before += amount;
  }
  return line.length;
}
