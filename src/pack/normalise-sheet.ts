import type { CommonFields } from './normalise-asset.ts';
import type { SheetSpec, TileSheetSpec } from './pack.ts';
import type { SheetInput } from './schema-asset.ts';

/** A checked sheet in its final form. */
export function normaliseSheet(input: SheetInput, common: CommonFields): SheetSpec {
  const { type, layout, promptConfig, entryOverrides } = input;
  const sheet = { ...common, type, layout, promptConfig, entryOverrides };
  switch (input.kind) {
    case 'sprite':
      return { ...sheet, kind: input.kind, animations: input.animations };
    case 'tile':
      return { ...sheet, kind: input.kind, ...tileSize(input), tileOverrides: input.tileOverrides };
    case 'variation':
      return { ...sheet, kind: input.kind, variants: input.variants };
    default: {
      const { kind, componentType, states, ninePatchMargins, baseResolution } = input;
      const extras = { ...(ninePatchMargins && { ninePatchMargins }), ...(baseResolution && { baseResolution }) };
      return { ...sheet, kind, componentType, states, ...extras };
    }
  }
}

type TileInput = Extract<SheetInput, { kind: 'tile' }>;

/** A tile is as large as its cell, on a sheet laid out by hand as large as the first. */
function tileSize({ layout, tileWidth, tileHeight }: TileInput): Pick<TileSheetSpec, 'tileWidth' | 'tileHeight'> {
  const first = layout.type === 'manual' ? layout.regions[0] : undefined;
  const cell = layout.type === 'manual' ? first : { width: layout.cellWidth, height: layout.cellHeight };
  return { tileWidth: tileWidth ?? cell?.width ?? 1, tileHeight: tileHeight ?? cell?.height ?? 1 };
}
