import type { Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import { findValueParts, type ValuePart } from './find-value-parts.ts';
import type { MeasuredPicture } from './picture.ts';
import type { InkCell, SheetInk } from './sheet-ink.ts';

export const CELL_CONTAINMENT: Metric = {
  name: 'cell-containment',
  title: 'Cell containment',
  unit: 'share',
  range: [0, 1],
  better: 'more',
  about:
    'How much of what a sheet shows lies inside its cells. Not contained are pixels in gutters and margins, pieces of a neighbour, and what stands against a cell’s border with a straight cut: there, the band of an eighth of the cell behind the cut counts. An outline along the border is no cut, what a component shows on two opposite borders counts for a third, and tiles, which fill their cells on purpose, only count by the gutters.',
  source: 'Our own: connected parts of each cell, held against its borders and its neighbours.',
};

export interface Containment {
  /** Share of the drawn pixels, 0..1. */
  readonly contained: number;
  /** Of the worst cell, the share of its drawing that is cut or not its own. */
  readonly worstLost: number;
  /** Cells with something cut at their border, by key. */
  readonly cut: readonly string[];
  /** The cell, or the part of a gutter, where it is worst. */
  readonly worst?: Rect;
}

/** The band behind a cut that counts, in shares of the cell. */
const BAND = 1 / 8;
/** A cell is named when so much of its drawing is not its own. */
const NAMED = 0.06;
/** A stretch of border is no full cut when more than the rest of it is outline: much darker than what lies behind. */
const OUTLINED = 0.5;
/** Components may fill their cells from one side to the other; what is cut on one side alone counts in full. */
const FILLING = 0.35;
/** What stands against the lower border counts for less. */
const STANDING = 0.6;
const LIGHTER = 40;

/** See `CELL_CONTAINMENT`. Undefined where nothing is drawn. */
export function measureContainment(
  sheet: SheetInk,
  kind: NonNullable<MeasuredPicture['sheet']>['kind'],
): Containment | undefined {
  const total = sheet.ink.reduce((sum, value) => sum + value, 0);
  if (total === 0) return undefined;
  const inside = sheet.cells.reduce((sum, { area }) => sum + area, 0);
  const outside = Math.max(0, total - inside);
  const found =
    kind === 'tile'
      ? []
      : sheet.cells.map((cell) => ({ cell, lost: lostInk(sheet, cell, kind === 'ui_component' ? FILLING : 1) }));
  const lost = found.reduce((sum, item) => sum + item.lost, 0);
  const ranked = found.filter(({ cell, lost: own }) => own > NAMED * cell.area).sort((a, b) => b.lost - a.lost);
  const worst = ranked[0]?.cell.rect ?? (outside > 0 ? firstOutside(sheet) : undefined);
  const contained = 1 - Math.min(1, (outside + lost) / total);
  const worstLost = Math.max(0, ...found.map(({ cell, lost: own }) => own / Math.max(1, cell.area)));
  return { contained, worstLost, cut: ranked.map(({ cell }) => cell.key), ...(worst && { worst }) };
}

/** Pixels of a cell that are cut at its border or come from a neighbour. */
function lostInk(sheet: SheetInk, cell: InkCell, filling: number): number {
  if (cell.area === 0) return 0;
  const parts = findValueParts(sheet.ink, sheet.raster.width, cell.rect);
  const main = parts.reduce((most, part) => (part.area > most.area ? part : most));
  const pieces = parts.filter((part) => part !== main && isPiece(part, cell.rect, main));
  const strange = pieces.reduce((sum, { area }) => sum + area, 0);
  const cut = ([one, other]: readonly [Side, Side]): number => {
    const [a, b] = [cutAt(sheet, cell, one), cutAt(sheet, cell, other)];
    return a + b - (1 - filling) * 2 * Math.min(a, b);
  };
  return Math.min(cell.area, strange + AXES.reduce((sum, sides) => sum + cut(sides), 0));
}

/** It stands against the border, not by a mere corner, and is not a part of the subject that is about as large. */
function isPiece({ onEdge, area, width, height }: ValuePart, rect: Rect, main: ValuePart): boolean {
  const most = Math.max(onEdge.left, onEdge.right, onEdge.top, onEdge.bottom);
  return (
    most >= 2 && most >= 0.35 * Math.max(width, height) * (area < 12 ? 2 : 1) && area < main.area && rect.width > 4
  );
}

type Side = readonly [dx: -1 | 0 | 1, dy: -1 | 0 | 1];
const AXES: readonly (readonly [Side, Side])[] = [
  [
    [-1, 0],
    [1, 0],
  ],
  [
    [0, -1],
    [0, 1],
  ],
];

/** Inked pixels in the band behind each stretch of the border where something is cut. */
function cutAt({ ink, raster }: SheetInk, { rect }: InkCell, [dx, dy]: Side): number {
  const isUpright = dx !== 0;
  const length = isUpright ? rect.height : rect.width;
  const depth = Math.max(1, Math.round((isUpright ? rect.width : rect.height) * BAND));
  const inward = -(dx + dy * raster.width);
  const along = isUpright ? raster.width : 1;
  const start = (rect.y + (dy > 0 ? rect.height - 1 : 0)) * raster.width + rect.x + (dx > 0 ? rect.width - 1 : 0);
  let lost = 0;
  for (let i = 0; i < length; i++) {
    let [behind, outlined, met] = [0, 0, 0];
    for (; i < length && ink[start + i * along] !== 0; i++, met++) {
      const at = start + i * along;
      let run = 1;
      while (run < depth && ink[at + run * inward] !== 0) run++;
      behind += run;
      if (isOutline(raster.rgba, at, inward, depth)) outlined++;
    }
    // Feet may stand on the cell's floor.
    if (met > 0) lost += behind * Math.min(1, (1 - outlined / met) / OUTLINED) * (dy > 0 ? STANDING : 1);
  }
  return lost;
}

/** A border pixel is of an outline when the picture soon becomes much lighter behind it. */
function isOutline(rgba: Uint8Array, at: number, inward: number, depth: number): boolean {
  const own = lightness(rgba, at);
  for (let i = 1; i <= depth; i++) if (lightness(rgba, at + i * inward) > own + LIGHTER) return true;
  return false;
}

function lightness(rgba: Uint8Array, pixel: number): number {
  const at = pixel * 4;
  return 0.3 * (rgba[at] ?? 0) + 0.59 * (rgba[at + 1] ?? 0) + 0.11 * (rgba[at + 2] ?? 0);
}

function firstOutside({ ink, raster, cells }: SheetInk): Rect {
  const left = ink.slice();
  for (const { rect } of cells)
    for (let y = rect.y; y < rect.y + rect.height; y++)
      left.fill(0, y * raster.width + rect.x, y * raster.width + rect.x + rect.width);
  const parts = findValueParts(left, raster.width, { x: 0, y: 0, width: raster.width, height: raster.height });
  const { x, y, width, height } = parts.reduce((most, part) => (part.area > most.area ? part : most));
  return { x, y, width, height };
}
