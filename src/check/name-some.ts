const MOST_NAMED = 12;

/** `a, b, c and 8 more`. */
export function nameSome(keys: readonly string[]): string {
  const more = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : '';
  return keys.slice(0, MOST_NAMED).join(', ') + more;
}
