import type { Capabilities } from './provider.ts';

/**
 * A service that bills, on this machine: a rehearsal of the real one. What it made is never served as the real one's, and calls to the one are
 * never looked for at the other.
 */
export function asRehearsed(capabilities: Capabilities): Capabilities {
  const { version, makings } = capabilities;
  if (!makings) return { ...capabilities, version: rehearsedName(version) };
  const marked = Object.entries(makings).map(([type, making]) => [
    type,
    { ...making, version: rehearsedName(making.version) },
  ]);
  return { ...capabilities, version: rehearsedName(version), makings: Object.fromEntries(marked) };
}

/** Beside the real one of the same name. */
export function rehearsedName(name: string): string {
  return `rehearsed-${name}`;
}
