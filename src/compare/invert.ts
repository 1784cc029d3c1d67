/** The inverse of a symmetric, positive definite matrix, by Gauss and Jordan; such a matrix needs no pivoting. */
export function invert(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const size = matrix.length;
  const rows = matrix.map((line, row) => [...line, ...line.map((_, column) => Number(row === column))]);
  for (let step = 0; step < size; step += 1) {
    const pivot = rows[step] ?? [];
    const scale = pivot[step] ?? 1;
    for (let column = 0; column < 2 * size; column += 1) pivot[column] = (pivot[column] ?? 0) / scale;
    for (const line of rows) {
      const factor = line[step] ?? 0;
      if (line === pivot || factor === 0) continue;
      for (let column = 0; column < 2 * size; column += 1) {
        line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0);
      }
    }
  }
  return rows.map((line) => line.slice(size));
}
