import type { EntitySpec, Margins, ParallaxSpec, SheetSpec } from '../pack/pack.ts';
import type { Rgba } from '../raster/raster.ts';
import { type SheetEntry, sheetEntries } from '../sheet/entries.ts';
import type { Canvas } from './canvas.ts';
import { toCanvas } from './fit-canvas.ts';
import type { GuideCell, HorizonGuide, SheetGuide, SilhouetteGuide } from './guide.ts';

/**
 * The guide of a sheet: one cell for each that an entry uses, in canvas pixels; a cell that several sprite frames share
 * is named after the first. `tints` are colours by entry key.
 */
export function sheetGuide(spec: SheetSpec, canvas: Canvas, tints: ReadonlyMap<string, Rgba> = new Map()): SheetGuide {
  const drawn = new Map<number, GuideCell>();
  for (const entry of sheetEntries(spec)) {
    if (!drawn.has(entry.index)) drawn.set(entry.index, guideCell(entry, canvas, tints.get(entry.key)));
  }
  return { kind: 'sheet', canvas, cells: [...drawn.values()] };
}

function guideCell({ key, rect, component }: SheetEntry, canvas: Canvas, tint: Rgba | undefined): GuideCell {
  const ninePatch = component?.ninePatch && scaleMargins(component.ninePatch, canvas.scale);
  return { key, rect: toCanvas(rect, canvas), ...(tint && { tint }), ...(ninePatch && { ninePatch }) };
}

function scaleMargins({ left, right, top, bottom }: Margins, scale: number): Margins {
  const scaled = (margin: number): number => Math.round(margin * scale);
  return { left: scaled(left), right: scaled(right), top: scaled(top), bottom: scaled(bottom) };
}

/** The guide of an entity: its shape, or an ellipse where the user names none. */
export function silhouetteGuide(spec: EntitySpec, canvas: Canvas): SilhouetteGuide {
  return { kind: 'silhouette', canvas, shape: spec.shape ?? { kind: 'ellipse' }, chosen: spec.shape !== undefined };
}

/** The guide of a parallax set: one band a layer. */
export function horizonGuide(spec: ParallaxSpec, canvas: Canvas): HorizonGuide {
  return { kind: 'horizon', canvas, depths: spec.layers.map(({ depth }) => depth) };
}
