import type { MeasuredPicture } from '../measure/picture.ts';
import { readSheetInk } from '../measure/sheet-ink.ts';
import type { GateResult } from '../report/manifest.ts';
import { checkCells } from './cells.ts';
import { checkFrameDrift } from './frame-drift.ts';
import { checkSpill } from './spill.ts';
import { checkTextMarks } from './text-marks.ts';

/** All gates of a sheet, in a fixed order: `cells`, `spill`, `text-marks` and, where something moves, `frame-drift`. */
export function checkSheet(picture: MeasuredPicture): readonly GateResult[] {
  const { sheet } = picture;
  if (!sheet) return [];
  const ink = readSheetInk(picture);
  const drift = checkFrameDrift(ink, sheet);
  const gates = [checkCells(ink, sheet.kind), checkSpill(ink, sheet.kind), checkTextMarks(ink, sheet.kind)];
  return drift ? [...gates, drift] : gates;
}
