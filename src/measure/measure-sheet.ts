import { CELL_CONSISTENCY, measureCellConsistency } from './cell-consistency.ts';
import { CELL_CONTAINMENT, measureContainment } from './cell-containment.ts';
import { EMPTY_CELLS, measureEmptyCells } from './empty-cells.ts';
import { FRAME_DRIFT, measureFrameDrift } from './frame-drift.ts';
import type { Measures } from './metric.ts';
import type { MeasuredPicture } from './picture.ts';
import { SEAM, measureSeam } from './seam.ts';
import { readSheetInk } from './sheet-ink.ts';
import { TEXT_MARKS, measureTextMarks } from './text-marks.ts';

/** Everything of `SHEET_METRICS` that can be measured in the picture: its cells where it is a sheet, its seams where it repeats. */
export function measureSheet(picture: MeasuredPicture): Measures {
  const measures: Record<string, number> = {};
  const keep = ({ name }: { readonly name: string }, value: number | undefined): void => {
    if (value !== undefined) measures[name] = value;
  };
  const { raster, loop, sheet } = picture;
  if (loop !== 'none') keep(SEAM, measureSeam(raster, loop)?.ratio);
  if (!sheet) return measures;
  const ink = readSheetInk(picture);
  keep(CELL_CONTAINMENT, measureContainment(ink, sheet.kind)?.contained);
  keep(EMPTY_CELLS, measureEmptyCells(ink, sheet.kind)?.share);
  keep(CELL_CONSISTENCY, measureCellConsistency(ink, sheet.kind));
  keep(FRAME_DRIFT, measureFrameDrift(ink, sheet)?.drift);
  keep(TEXT_MARKS, measureTextMarks(ink, sheet.kind).share);
  return measures;
}
