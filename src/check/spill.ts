import { measureContainment } from '../measure/cell-containment.ts';
import { measureJoints } from '../measure/joints.ts';
import type { SheetInk } from '../measure/sheet-ink.ts';
import type { SheetKind } from '../pack/pack.ts';
import type { GateResult } from '../report/manifest.ts';
import { nameSome } from './name-some.ts';
import { percent } from './percent.ts';

const name = 'spill';

/** Shares of what is drawn. Components fill their cells more than others do; tiles only count by what lies beside them. */
const LIMITS: Readonly<Record<SheetKind, { readonly sheet: number; readonly cell: number }>> = {
  sprite: { sheet: 0.05, cell: 0.1 },
  tile: { sheet: 0.01, cell: 1 },
  variation: { sheet: 0.04, cell: 0.08 },
  ui_component: { sheet: 0.1, cell: 0.2 },
};
/** So many times the limit is beyond use. */
const FAR = 3;

/** Whether what a sheet shows stays in its cells, neither cut at a border nor reaching into neighbours and gutters. */
export function checkSpill(ink: SheetInk, kind: SheetKind): GateResult {
  const found = measureContainment(ink, kind);
  const limits = LIMITS[kind];
  const whole = { value: found ? 1 - found.contained : 0, limit: limits.sheet, of: 'the sheet' };
  const single = { value: found?.worstLost ?? 0, limit: limits.cell, of: `cell ${found?.cut[0] ?? ''}` };
  const { value, limit, of } = single.value / single.limit > whole.value / whole.limit ? single : whole;
  if (!found || value <= limit)
    return (
      (kind === 'tile' ? checkJoints(ink) : undefined) ?? {
        name,
        status: 'pass',
        message: 'What the sheet shows stays in its cells.',
        value,
        limit,
      }
    );
  const where = found.cut.length > 0 ? `, in ${nameSome(found.cut)}` : ', beside the cells';
  const message = `${percent(value)} of what ${of} shows is cut off at a border of a cell or reaches beyond it${of === 'the sheet' ? where : ''}; ${percent(limit)} is the most.`;
  const status = value > FAR * limit ? 'fail' : 'warn';
  return { name, status, message, value, limit, ...(found.worst && { place: found.worst }) };
}

/** Of a tile sheet's cells and of its borders. */
const MOST_DIVIDED = 0.65;
const MOST_BORDERLESS = 0.45;

/** Tiles fill their cells, so a grid that lies elsewhere is seen by its joints alone. */
function checkJoints({ raster, cells }: SheetInk): GateResult | undefined {
  const found = measureJoints(
    raster,
    cells.map(({ rect }) => rect),
  );
  if (!found || found.divided < MOST_DIVIDED || found.borderless < MOST_BORDERLESS) return undefined;
  const message = `The joints of the tiles run through ${percent(found.divided)} of the cells, and hardly any is at a border: the picture keeps to another grid.`;
  return { name, status: 'warn', message, value: found.divided, limit: MOST_DIVIDED };
}
