/** A WHERE clause of those conditions whose value is there: only plain conditions let SQLite use its indexes. */
export function conditions(wanted: Readonly<Record<string, string | undefined>>): {
  readonly where: string;
  readonly values: readonly string[];
} {
  const present = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const where = present.length === 0 ? '' : `WHERE ${present.map(([condition]) => condition).join(' AND ')}`;
  return { where, values: present.map(([, value]) => value) };
}
