import { columns, cut } from './terminal.ts';

export interface Column {
  readonly title: string;
  /** Whether it goes when the width is short: the highest number goes first. Absent: it stays. */
  readonly drop?: number;
  /** How far it may be cut; absent: not at all. */
  readonly least?: number;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly hideTitles?: boolean;
  /** Colours a cell; must not change its width. */
  readonly paint?: (cell: string, title: string) => string;
}

const GAP = 2;

/** Lines of cells under each other that fit a width: columns with nothing in them go, then the least important ones. */
export function table(
  { columns: all, rows: given, hideTitles, paint }: Table,
  width: number = columns(),
): readonly string[] {
  const rows = given.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ')));
  const measured = all.map((column, index) => measure(column, index, rows, hideTitles === true));
  const fitting = fit(
    measured.filter(({ isEmpty }) => !isEmpty),
    width,
  );
  const line = (cells: readonly string[], colour: Table['paint']): string =>
    fitting
      .map(({ index, title, size }, place) => {
        const text = cut(cells[index] ?? '', size);
        const padding = place === fitting.length - 1 ? '' : ' '.repeat(size - [...text].length);
        return (colour ? colour(text, title) : text) + padding;
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const titles = all.map(({ title }) => title);
  return [...(hideTitles ? [] : [line(titles, undefined)]), ...rows.map((row) => line(row, paint))];
}

interface Measured extends Column {
  readonly index: number;
  readonly size: number;
  readonly isEmpty: boolean;
}

function measure(column: Column, index: number, rows: Table['rows'], hideTitle: boolean): Measured {
  const longest = rows.reduce((most, row) => Math.max(most, [...(row[index] ?? '')].length), 0);
  const size = Math.max(longest, hideTitle ? 0 : column.title.length);
  return { ...column, index, size, isEmpty: rows.length > 0 && longest === 0 };
}

function fit(candidates: readonly Measured[], width: number): readonly Measured[] {
  const smallest = candidates.map(({ size, least }) => Math.min(size, least ?? size));
  const expendable = candidates.filter(({ drop }) => drop !== undefined);
  const first = expendable.toSorted((a, b) => (b.drop ?? 0) - (a.drop ?? 0))[0];
  if (lineWidth(smallest) > width && first)
    return fit(
      candidates.filter((column) => column !== first),
      width,
    );
  return shrink(candidates, width);
}

/** Takes from the widest column that may be cut, one letter after the other. */
function shrink(chosen: readonly Measured[], width: number): readonly Measured[] {
  const sizes = chosen.map(({ size }) => size);
  while (lineWidth(sizes) > width) {
    const spare = chosen.map(({ least, size }, index) => ((sizes[index] ?? 0) > (least ?? size) ? sizes[index] : 0));
    const widest = Math.max(0, ...spare.map((size) => size ?? 0));
    if (widest === 0) break;
    sizes[spare.indexOf(widest)] = widest - 1;
  }
  return chosen.map((column, index) => ({ ...column, size: sizes[index] ?? 0 }));
}

function lineWidth(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0) + GAP * Math.max(0, sizes.length - 1);
}
