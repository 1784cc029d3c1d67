/** What is left of a value that was written down as JSON and read again: its own copy, without fields that are undefined. */
export function copyJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
