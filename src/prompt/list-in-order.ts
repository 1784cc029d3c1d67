/** Items parted by semicolons, as many as fit into `limit` characters; the rest are counted. */
export function listInOrder(items: readonly string[], limit: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const item of items) {
    length += item.length + 2;
    if (length > limit) break;
    kept.push(item);
  }
  const left = items.length - kept.length;
  if (left > 0) kept.push(kept.length > 0 ? `and ${left} more` : `${left} in all`);
  return kept.join('; ');
}
