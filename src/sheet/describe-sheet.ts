import type { SheetSpec, SpriteSheetSpec } from '../pack/pack.ts';
import { type SheetEntry, sheetEntries } from './entries.ts';
import { layoutSize } from './layout.ts';
import type { SheetMetadata } from './metadata.ts';

/** What `<id>.json` says about a sheet: the same for every provider, known before a pixel is painted. */
export function describeSheet(spec: SheetSpec): SheetMetadata {
  const entries = sheetEntries(spec);
  return {
    id: spec.id,
    kind: spec.kind,
    image: `${spec.id}.png`,
    ...layoutSize(spec.layout),
    layout: spec.layout,
    entries: Object.fromEntries(entries.map(({ key, rect }) => [key, rect])),
    ...describeKind(spec, entries),
  };
}

type KindMetadata = Pick<SheetMetadata, 'animations' | 'groups' | 'tileWidth' | 'tileHeight' | 'ninePatch'>;

function describeKind(spec: SheetSpec, entries: readonly SheetEntry[]): KindMetadata {
  switch (spec.kind) {
    case 'sprite':
      return { animations: describeAnimations(spec, entries) };
    case 'tile':
      return { tileWidth: spec.tileWidth, tileHeight: spec.tileHeight };
    case 'variation':
      return { groups: { default: { order: entries.map(({ key }) => key) } } };
  }
  return spec.ninePatchMargins ? { ninePatch: spec.ninePatchMargins } : {};
}

function describeAnimations(
  spec: SpriteSheetSpec,
  entries: readonly SheetEntry[],
): NonNullable<SheetMetadata['animations']> {
  const described = Object.entries(spec.animations).map(([name, { fps, loop }]) => {
    const frames = entries.filter(({ frame }) => frame?.animation === name).map(({ key }) => key);
    return [name, { frames, fps, loop }] as const;
  });
  return Object.fromEntries(described);
}
