import type { LayoutInput, SheetInput } from './schema-asset.ts';

/** How many cells a layout has. */
export function cellCount(layout: LayoutInput): number {
  if (layout.type === 'manual') return layout.regions.length;
  return layout.type === 'grid' ? layout.columns * layout.rows : layout.frameCount;
}

/** Whether a sheet has an entry of this name; takes no longer for large sheets. */
export function hasEntry(sheet: SheetInput, key: string): boolean {
  if (sheet.kind === 'variation') return sheet.variants.some((variant) => variant.key === key);
  if (sheet.kind === 'ui_component') return sheet.states.some((state) => state === key);
  const [, name = '', digits = ''] = /^(.*)_(0|[1-9]\d{0,4})$/.exec(key) ?? [];
  const index = digits === '' ? Infinity : Number(digits);
  if (sheet.kind === 'tile') return name === 'tile' && index < cellCount(sheet.layout);
  const frames = Object.hasOwn(sheet.animations, name) ? sheet.animations[name]?.frames : undefined;
  return index < frameCount(frames ?? []);
}

/** All names of entries, in their order. */
export function* entryKeys(sheet: SheetInput): Generator<string> {
  if (sheet.kind === 'variation') yield* sheet.variants.map(({ key }) => key);
  else if (sheet.kind === 'ui_component') yield* sheet.states;
  else if (sheet.kind === 'tile') yield* numbered('tile', cellCount(sheet.layout));
  else for (const [name, { frames }] of Object.entries(sheet.animations)) yield* numbered(name, frameCount(frames));
}

function frameCount(frames: number | readonly number[]): number {
  return typeof frames === 'number' ? frames : frames.length;
}

function* numbered(name: string, count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) yield `${name}_${index}`;
}
