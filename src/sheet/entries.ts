import { LimnerError } from '../errors.ts';
import type { SheetSpec, SpriteSheetSpec, TileSheetSpec, UiSheetSpec, VariationSheetSpec } from '../pack/pack.ts';
import type { CellRole } from '../providers/provider.ts';
import type { Rect } from '../raster/raster.ts';
import { layoutCells } from './layout.ts';

/** One named picture on a sheet. */
export interface SheetEntry extends CellRole {
  readonly key: string;
  /** Sheet pixels. */
  readonly rect: Rect;
  /** The cell's index in its layout; several sprite entries may share a cell. */
  readonly index: number;
  /** What the user says about this entry alone; may be empty. */
  readonly words: string;
}

/**
 * Everything a sheet holds, in the order the pack names it. Throws `LIMNER_PACK_INVALID` when an entry asks for a cell
 * that the layout lacks.
 */
export function sheetEntries(spec: SheetSpec): readonly SheetEntry[] {
  const cells = layoutCells(spec.layout);
  return draftEntries(spec, cells.length).map((draft) => {
    const rect = cells[draft.index];
    if (rect === undefined) throw missingCell(spec, draft, cells.length);
    const override = Object.hasOwn(spec.entryOverrides, draft.key) ? spec.entryOverrides[draft.key] : undefined;
    return { ...draft, rect, words: [draft.words, override].filter(Boolean).join(', ') };
  });
}

type Draft = Omit<SheetEntry, 'rect'>;

function draftEntries(spec: SheetSpec, cellCount: number): readonly Draft[] {
  switch (spec.kind) {
    case 'sprite':
      return spriteDrafts(spec);
    case 'tile':
      return tileDrafts(spec, cellCount);
    case 'variation':
      return variationDrafts(spec);
  }
  return uiDrafts(spec);
}

function spriteDrafts({ animations }: SpriteSheetSpec): readonly Draft[] {
  let free = 0;
  return Object.entries(animations).flatMap(([animation, { frames, loop }]) => {
    const first = free;
    const cells = typeof frames === 'number' ? Array.from({ length: frames }, (_, n) => first + n) : frames;
    free = cells.reduce((next, cell) => Math.max(next, cell + 1), free);
    const count = cells.length;
    return cells.map((cell, index) => {
      return { key: `${animation}_${index}`, index: cell, words: '', frame: { animation, index, count, loop } };
    });
  });
}

function tileDrafts({ tileOverrides }: TileSheetSpec, count: number): readonly Draft[] {
  return Array.from({ length: count }, (_, index) => {
    return { key: `tile_${index}`, index, words: tileOverrides[index] ?? '', tile: { index, count } };
  });
}

function variationDrafts(spec: VariationSheetSpec): readonly Draft[] {
  const cellOf = cellFinder(
    spec,
    spec.variants.map(({ key }) => key),
  );
  return spec.variants.map(({ key, description, promptOverride }, order) => {
    return { key, index: cellOf(key, order), words: promptOverride ?? description ?? '' };
  });
}

function uiDrafts(spec: UiSheetSpec): readonly Draft[] {
  const cellOf = cellFinder(spec, spec.states);
  const { componentType: type, ninePatchMargins: ninePatch } = spec;
  return spec.states.map((state, order) => {
    const component = { type, state, ...(ninePatch && { ninePatch }) };
    return { key: state, index: cellOf(state, order), words: '', component };
  });
}

/** Regions that carry the keys' own names are found by name, otherwise cells are taken in order. */
function cellFinder({ layout }: SheetSpec, keys: readonly string[]): (key: string, order: number) => number {
  if (layout.type !== 'manual') return (_, order) => order;
  const byName = new Map(layout.regions.map((region, index) => [region.key, index]));
  const allNamed = keys.every((key) => byName.has(key));
  return (key, order) => (allNamed ? (byName.get(key) ?? order) : order);
}

function missingCell(spec: SheetSpec, draft: Draft, cellCount: number): LimnerError {
  const message = `Sheet "${spec.id}": "${draft.key}" needs cell ${draft.index}, but the layout has only ${cellCount} cells, counted from 0.`;
  return new LimnerError('LIMNER_PACK_INVALID', message);
}
