import { checkLayout } from './check-layout.ts';
import { checkUnique } from './check-names.ts';
import { cellCount, entryKeys, hasEntry } from './entry-keys.ts';
import { checkAnimations } from './check-animations.ts';
import type { Fault } from './problem.ts';
import type { SheetInput } from './schema-asset.ts';
import { quote } from './show-value.ts';

/** The arithmetic of a sheet: everything that is named has its cell, and every cell lies on the sheet. */
export function checkSheet(sheet: SheetInput): readonly Fault[] {
  const layout = checkLayout(sheet.layout).map((fault) => ({ ...fault, path: ['layout', ...fault.path] }));
  // Without a sound layout the sums below would only repeat its fault.
  return layout.length > 0 ? layout : [...checkKind(sheet), ...checkOverrides(sheet)];
}

function checkKind(sheet: SheetInput): readonly Fault[] {
  switch (sheet.kind) {
    case 'sprite':
      return checkAnimations(sheet.animations, cellCount(sheet.layout));
    case 'tile':
      return [...checkTileSize(sheet), ...checkTileOverrides(sheet)];
    case 'variation': {
      const keys = sheet.variants.map(({ key }) => key);
      const unique = checkUnique(keys, (index) => ['variants', index, 'key']);
      return [...unique, ...checkCount(sheet, 'variants', keys.length)];
    }
    default: {
      const unique = checkUnique(sheet.states, (index) => ['states', index]);
      return [...unique, ...checkCount(sheet, 'states', sheet.states.length), ...checkMargins(sheet)];
    }
  }
}

function checkCount({ layout }: SheetInput, field: string, count: number): readonly Fault[] {
  const cells = cellCount(layout);
  if (count <= cells) return [];
  return [
    { path: [field], point: 'key', message: `${count} ${field} do not fit into ${cells} cells: enlarge the layout` },
  ];
}

type SheetOf<K extends SheetInput['kind']> = Extract<SheetInput, { kind: K }>;

function checkTileSize(sheet: SheetOf<'tile'>): readonly Fault[] {
  const { layout } = sheet;
  if (layout.type === 'manual') return [];
  const pairs = [
    ['tileWidth', 'cellWidth'],
    ['tileHeight', 'cellHeight'],
  ] as const;
  return pairs.flatMap(([tile, cell]) => {
    if (sheet[tile] === undefined || sheet[tile] === layout[cell]) return [];
    const message = `${tile} is ${sheet[tile]}, but the layout's ${cell} is ${layout[cell]}: a tile fills its cell`;
    return [{ path: [tile], message }];
  });
}

function checkTileOverrides(sheet: SheetOf<'tile'>): readonly Fault[] {
  const cells = cellCount(sheet.layout);
  return Object.keys(sheet.tileOverrides).flatMap((key): readonly Fault[] => {
    if (/^(?:0|[1-9]\d{0,4})$/.test(key) && Number(key) < cells) return [];
    const message = `${quote(key)} is no tile: its key is the index of a tile, from 0 to ${cells - 1}`;
    return [{ path: ['tileOverrides', key], point: 'key', message }];
  });
}

function checkMargins({ layout, ninePatchMargins }: SheetOf<'ui_component'>): readonly Fault[] {
  if (!ninePatchMargins) return [];
  const { left, right, top, bottom } = ninePatchMargins;
  const cells = layout.type === 'manual' ? layout.regions : [{ width: layout.cellWidth, height: layout.cellHeight }];
  const width = cells.reduce((least, cell) => Math.min(least, cell.width), Infinity);
  const height = cells.reduce((least, cell) => Math.min(least, cell.height), Infinity);
  const path = ['ninePatchMargins'];
  const wide = `left and right take ${left + right} of the ${width} pixels of a cell: nothing is left to stretch`;
  const high = `top and bottom take ${top + bottom} of the ${height} pixels of a cell: nothing is left to stretch`;
  return [
    ...(left + right < width ? [] : [{ path, message: wide }]),
    ...(top + bottom < height ? [] : [{ path, message: high }]),
  ];
}

function checkOverrides(sheet: SheetInput): readonly Fault[] {
  const known = knownEntries(sheet);
  return Object.keys(sheet.entryOverrides).flatMap((key): readonly Fault[] => {
    if (known(key)) return [];
    const message = `the sheet has no entry ${quote(key)}`;
    return [{ path: ['entryOverrides', key], point: 'key', message, word: key, candidates: entryKeys(sheet) }];
  });
}

/** Lists are turned into sets once; numbered entries are never listed at all. */
function knownEntries(sheet: SheetInput): (key: string) => boolean {
  if (sheet.kind !== 'variation') return (key) => hasEntry(sheet, key);
  const keys = new Set(entryKeys(sheet));
  return (key) => keys.has(key);
}
