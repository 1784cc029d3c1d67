import type { SheetKind } from '../pack/pack.ts';
import type { Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import type { InkCell, SheetInk } from './sheet-ink.ts';

export const EMPTY_CELLS: Metric = {
  name: 'empty-cells',
  title: 'Empty cells',
  unit: 'share',
  range: [0, 1],
  better: 'less',
  about:
    'The share of cells that show nothing: no pixel stands out of the ground, or all is one colour with a trace of noise. Where cells hold things of one size, a few specks are nothing too.',
  source: 'Our own: drawn pixels and the spread of their colours, cell by cell.',
};

export interface EmptyCells {
  readonly share: number;
  readonly empty: readonly { readonly key: string; readonly rect: Rect }[];
}

/** Less than this share of what the middle one of the cells shows is specks. */
const SPECKS = 0.03;
/** Mean departure from the mean colour, in levels of a channel: failed models leave a trace of noise. */
const NOISE = 2.5;
/** About so many pixels of a cell are looked at. */
const SAMPLES = 4096;

/** See `EMPTY_CELLS`. Undefined where there are no cells. */
export function measureEmptyCells(sheet: SheetInk, kind: SheetKind): EmptyCells | undefined {
  if (sheet.cells.length === 0) return undefined;
  const areas = sheet.cells
    .map(({ area }) => area)
    .filter((area) => area > 0)
    .sort((a, b) => a - b);
  const usual = areas[areas.length >> 1] ?? 0;
  const least = kind === 'sprite' ? 1 : Math.max(1, usual * SPECKS);
  const empty = sheet.cells.filter((cell) => cell.area < least || (cell.isFilled && isFlat(sheet, cell)));
  return { share: empty.length / sheet.cells.length, empty: empty.map(({ key, rect }) => ({ key, rect })) };
}

/** One colour all over, but for noise and a hundredth of the pixels. */
function isFlat({ raster: { width, rgba } }: SheetInk, { rect }: InkCell): boolean {
  const mean = [0, 0, 0];
  const every = Math.max(1, Math.floor(Math.sqrt((rect.width * rect.height) / SAMPLES)));
  const count = Math.ceil(rect.width / every) * Math.ceil(rect.height / every);
  const forEach = (visit: (at: number) => void): void => forEachPixel(rect, width, every, visit);
  forEach((at) => {
    for (let c = 0; c < 3; c++) mean[c] = (mean[c] ?? 0) + (rgba[at + c] ?? 0) / count;
  });
  let spread = 0;
  let far = 0;
  forEach((at) => {
    let most = 0;
    for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs((rgba[at + c] ?? 0) - (mean[c] ?? 0)));
    spread += Math.min(most, 4 * NOISE) / count;
    if (most > 4 * NOISE) far++;
  });
  return spread < NOISE && far <= 0.01 * count;
}

function forEachPixel({ x, y, width, height }: Rect, stride: number, every: number, visit: (at: number) => void): void {
  for (let row = y; row < y + height; row += every)
    for (let at = (row * stride + x) * 4, end = at + width * 4; at < end; at += 4 * every) visit(at);
}
