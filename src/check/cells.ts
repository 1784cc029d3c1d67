import type { Raster, Rect } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import { findBlank } from './blank.ts';

export interface SheetCell {
  readonly key: string;
  readonly rect: Rect;
}

/** Warns when cells of a sheet are empty or one flat colour, and names them. */
export function checkCells(sheet: Raster, cells: readonly SheetCell[]): GateResult {
  const name = 'cells';
  const blank = cells.filter(({ rect }) => findBlank(sheet, rect)).map(({ key }) => key);
  if (blank.length === 0) return { name, status: 'pass', message: `All ${cells.length} cells show something.` };
  const named = blank.slice(0, MOST_NAMED).join(', ');
  const more = blank.length > MOST_NAMED ? ` and ${blank.length - MOST_NAMED} more` : '';
  const message = `${blank.length} of ${cells.length} cells are blank: ${named}${more}.`;
  return { name, status: 'warn', message };
}

const MOST_NAMED = 12;
