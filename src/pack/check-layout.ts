import { layoutSize } from '../sheet/layout.ts';
import { checkUnique } from './check-names.ts';
import { checkArea } from './check-area.ts';
import { cellCount } from './entry-keys.ts';
import type { Fault } from './problem.ts';
import type { LayoutInput } from './schema-asset.ts';
import { MAX_CELLS, MAX_SIDE } from './schema-layout.ts';
import { quote } from './show-value.ts';

/** Whether the sheet has a size we make, and every region lies on it. Paths start at the layout. */
export function checkLayout(layout: LayoutInput): readonly Fault[] {
  if (layout.type === 'manual') return [...checkArea(layout), ...checkRegions(layout)];
  const cells = cellCount(layout);
  if (cells > MAX_CELLS)
    return [{ path: [], message: `the layout has ${cells} cells; at most ${MAX_CELLS} can be made` }];
  const { width, height } = layoutSize(layout);
  if (Math.max(width, height) > MAX_SIDE) {
    const message = `the sheet would be ${width} × ${height} pixels; no side can be longer than ${MAX_SIDE}`;
    return [{ path: [], message }];
  }
  return checkArea({ width, height }).map(({ message }) => ({ path: [], message: `the sheet of ${message}` }));
}

type ManualLayout = Extract<LayoutInput, { type: 'manual' }>;

function checkRegions(layout: ManualLayout): readonly Fault[] {
  const keys = layout.regions.map(({ key }) => key);
  const twice = checkUnique(keys, (index) => ['regions', index, 'key']);
  const outside = layout.regions.flatMap(({ key, x, y, width, height }, index): readonly Fault[] => {
    if (x + width <= layout.width && y + height <= layout.height) return [];
    const sheet = `the sheet of ${layout.width} × ${layout.height}`;
    const message = `the region ${quote(key)} reaches to ${x + width}, ${y + height}: outside ${sheet}`;
    return [{ path: ['regions', index], message }];
  });
  return [...twice, ...outside];
}
