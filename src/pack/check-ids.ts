import { layerFileName } from './file-names.ts';
import { fieldOf } from './plain-value.ts';
import type { Fault } from './problem.ts';
import { quote } from './show-value.ts';

/** Whether all assets write files of their own. Looks at raw assets, so that broken ones count as well. */
export function checkIds(assets: readonly unknown[]): readonly Fault[] {
  const ids = new Map<string, Owner>();
  const files = new Map<string, Owner>();
  return assets.flatMap((asset, index): readonly Fault[] => {
    const id = fieldOf(asset, 'id');
    if (typeof id !== 'string') return [];
    const first = ids.get(id.toLowerCase());
    if (first) return [{ path: ['assets', index, 'id'], message: sameId(id, first) }];
    ids.set(id.toLowerCase(), { id, index });
    return checkFiles(asset, { id, index }, files);
  });
}

interface Owner {
  readonly id: string;
  readonly index: number;
}

function sameId(id: string, first: Owner): string {
  if (id === first.id) return `the id ${quote(id)} is already that of assets[${first.index}]`;
  const alike = `${quote(id)} and ${quote(first.id)} of assets[${first.index}]`;
  return `the ids ${alike} differ only in the case of letters: some systems take their files for the same`;
}

function checkFiles(asset: unknown, owner: Owner, files: Map<string, Owner>): readonly Fault[] {
  const names = outputNames(asset, owner.id.toLowerCase());
  const taken = names.find((name) => files.has(name));
  const other = taken === undefined ? undefined : files.get(taken);
  if (other) {
    const message = `${quote(owner.id)} would write the file ${taken}, as assets[${other.index}] ${quote(other.id)} does`;
    return [{ path: ['assets', owner.index, 'id'], message }];
  }
  for (const name of names) files.set(name, owner);
  return [];
}

function outputNames(asset: unknown, id: string): readonly string[] {
  const type = fieldOf(asset, 'type');
  if (type === 'sheet') return [`${id}.png`, `${id}.json`];
  if (type !== 'parallax') return [`${id}.png`];
  const layers = Array.from({ length: layerCount(asset) }, (_, index) => layerFileName(id, index));
  return [...layers, `${id}.json`];
}

function layerCount(asset: unknown): number {
  const layers = fieldOf(asset, 'layers');
  const count = Array.isArray(layers) ? layers.length : fieldOf(asset, 'layerCount');
  return typeof count === 'number' && count > 0 ? Math.min(8, Math.floor(count)) : 0;
}
