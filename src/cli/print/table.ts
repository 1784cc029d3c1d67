import { columns, cut } from './terminal.ts';

/**
 * Lines of cells under each other, two spaces apart. The last column takes what the terminal leaves; a `colour` changes no
 * width.
 */
export function table(
  rows: readonly (readonly string[])[],
  colour: (cell: string, column: number) => string = (cell) => cell,
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  const budget = columns();
  return rows.map((row) => {
    let used = 0;
    return row
      .map((cell, column) => {
        const isLast = column === row.length - 1;
        const width = isLast
          ? Math.max(8, budget - used)
          : Math.min(widths[column] ?? 0, Math.max(8, Math.floor(budget / 3)));
        used += width + 2;
        const text = cut(cell, width);
        return colour(text, column) + (isLast ? '' : ' '.repeat(width - [...text].length));
      })
      .join('  ');
  });
}
