/** Where providers keep what they found out about an endpoint, so that not every run wakes a worker to ask. */
export interface ProbeCache {
  /** What was kept under the key and when, in milliseconds since 1970; undefined when nothing was, or it cannot be read. */
  read(key: string): Promise<{ readonly at: number; readonly facts: unknown } | undefined>;
  write(key: string, entry: { readonly at: number; readonly facts: unknown }): Promise<void>;
  drop(key: string): Promise<void>;
}

export function createMemoryProbeCache(): ProbeCache {
  const entries = new Map<string, { readonly at: number; readonly facts: unknown }>();
  return {
    async read(key) {
      return entries.get(key);
    },
    async write(key, entry) {
      entries.set(key, entry);
    },
    async drop(key) {
      entries.delete(key);
    },
  };
}
