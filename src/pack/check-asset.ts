import { checkPath } from '../guide/svg-path.ts';
import { checkSheet } from './check-sheet.ts';
import { checkArea } from './check-area.ts';
import { checkLayers } from './check-layers.ts';
import type { Fault } from './problem.ts';
import type { AssetInput, EntityInput } from './schema-asset.ts';

/** What no single field can tell: fields that exclude or need each other, sums that must fit. Paths are the asset's. */
export function checkAsset(asset: AssetInput): readonly Fault[] {
  if (asset.type === 'sheet') return checkSheet(asset);
  const area = checkArea(asset);
  if (asset.type === 'entity') return [...area, ...checkShape(asset)];
  return asset.type === 'parallax' ? [...area, ...checkLayers(asset)] : area;
}

const SHAPE_FIELDS = { polygon: 'points', path: 'path', image: 'image' } as const;

function checkShape(entity: EntityInput): readonly Fault[] {
  const faults = Object.entries(SHAPE_FIELDS).flatMap(([shape, field]): readonly Fault[] => {
    const given = entity[field] !== undefined;
    if (given && entity.shape !== shape) {
      return [{ path: [field], point: 'key', message: `${field} needs "shape: ${shape}" beside it` }];
    }
    if (given || entity.shape !== shape) return [];
    return [{ path: ['shape'], message: `"shape: ${shape}" needs "${field}" beside it` }];
  });
  return [...faults, ...checkPoints(entity), ...checkPathData(entity)];
}

function checkPathData({ shape, path }: EntityInput): readonly Fault[] {
  const wrong = shape === 'path' && path !== undefined ? checkPath(path) : undefined;
  return wrong === undefined ? [] : [{ path: ['path'], message: wrong }];
}

function checkPoints({ points }: EntityInput): readonly Fault[] {
  const [first, ...rest] = points ?? [];
  if (!first) return [];
  const far = rest.reduce((a, b) => (distance(first, b) > distance(first, a) ? b : a), first);
  return rest.some((point) => Math.abs(doubleArea(first, far, point)) > 1e-6)
    ? []
    : [{ path: ['points'], message: 'points all lie on one line: a polygon needs an area' }];
}

type Point = readonly [number, number];

function distance([x, y]: Point, [ax, ay]: Point): number {
  return Math.abs(ax - x) + Math.abs(ay - y);
}

function doubleArea([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  return (ax - x) * (by - y) - (bx - x) * (ay - y);
}
