import type { SheetLayout } from '../pack/pack.ts';

/** How many cells a sheet has, in words: `a sheet of 8 pictures in 4 columns and 2 rows`. */
export function describeArrangement(layout: SheetLayout, filled: number): readonly string[] {
  const cells = cellCount(layout);
  const empty = cells - filled;
  return [
    `a sheet of ${count(Math.min(filled, cells), 'picture')} ${places(layout)}`,
    'one picture in each cell, all of one size',
    ...(empty > 0 && filled > 0 ? [empty === 1 ? 'the last cell empty' : `the last ${empty} cells empty`] : []),
  ];
}

export function cellCount(layout: SheetLayout): number {
  if (layout.type === 'grid') return layout.columns * layout.rows;
  return layout.type === 'strip' ? layout.frameCount : layout.regions.length;
}

function places(layout: SheetLayout): string {
  if (layout.type === 'grid') return `in ${count(layout.columns, 'column')} and ${count(layout.rows, 'row')}`;
  if (layout.type === 'manual') return 'at the places the guide shows';
  return layout.direction === 'horizontal' ? 'in one row from left to right' : 'in one column from top to bottom';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
