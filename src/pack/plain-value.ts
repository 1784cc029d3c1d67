/** A field of a value that nothing is known about; undefined when it is not its own. */
export function fieldOf(value: unknown, name: PropertyKey): unknown {
  const readable = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return readable ? Reflect.get(value, name) : undefined;
}
