import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProbeCache } from '../../providers/probe-cache.ts';
import { writeWhole } from './write-whole.ts';

/** One JSON file for each endpoint. What cannot be read or kept is asked for again: nothing is lost but a moment. */
export function createFsProbeCache(folder: string): ProbeCache {
  const nameOf = (key: string): string => `${key.replaceAll(/[^\w.-]/g, '_')}.json`;
  return {
    async read(key) {
      try {
        const { at, facts } = JSON.parse(await readFile(join(folder, nameOf(key)), 'utf8')) as Record<string, unknown>;
        return typeof at === 'number' ? { at, facts } : undefined;
      } catch {
        return undefined;
      }
    },
    async write(key, entry) {
      const bytes = new TextEncoder().encode(JSON.stringify(entry));
      await writeWhole(folder, nameOf(key), bytes).catch(() => undefined);
    },
    async drop(key) {
      await rm(join(folder, nameOf(key)), { force: true }).catch(() => undefined);
    },
  };
}
