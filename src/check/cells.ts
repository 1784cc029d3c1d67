import type { SheetKind } from '../pack/pack.ts';
import { measureEmptyCells } from '../measure/empty-cells.ts';
import type { SheetInk } from '../measure/sheet-ink.ts';
import type { GateResult } from '../report/manifest.ts';
import { nameSome } from './name-some.ts';

const name = 'cells';
/** From this share of blank cells on, the sheet is of no use. */
const MOST = 0.5;

/** Warns when cells of a sheet are empty or one flat colour, and names them; fails when half of them are. */
export function checkCells(ink: SheetInk, kind: SheetKind): GateResult {
  const { share, empty } = measureEmptyCells(ink, kind) ?? { share: 0, empty: [] };
  const all = ink.cells.length;
  const counted = { value: empty.length, limit: 0 };
  if (empty.length === 0) return { name, status: 'pass', message: `All ${all} cells show something.`, ...counted };
  const message = `${empty.length} of ${all} cells are blank: ${nameSome(empty.map(({ key }) => key))}.`;
  const place = empty[0]?.rect;
  return { name, status: share >= MOST ? 'fail' : 'warn', message, ...counted, ...(place && { place }) };
}
