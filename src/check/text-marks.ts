import type { SheetKind } from '../pack/pack.ts';
import type { SheetInk } from '../measure/sheet-ink.ts';
import { measureTextMarks } from '../measure/text-marks.ts';
import type { GateResult } from '../report/manifest.ts';

const name = 'text-marks';

/** Whether something on the sheet looks like a label; fails when there is one for every second cell. */
export function checkTextMarks(ink: SheetInk, kind: SheetKind): GateResult {
  const { lines } = measureTextMarks(ink, kind);
  const counted = { value: lines.length, limit: 0 };
  const place = lines[0];
  if (!place) return { name, status: 'pass', message: 'Nothing on the sheet looks like writing.', ...counted };
  const found = lines.length === 1 ? 'One mark on the sheet looks' : `${lines.length} marks on the sheet look`;
  const message = `${found} like writing, such as a label or a number; none is wanted.`;
  return { name, status: lines.length * 2 >= ink.cells.length ? 'fail' : 'warn', message, ...counted, place };
}
