import type { ManifestFile } from '../../report/manifest.ts';
import type { Ports } from '../ports.ts';
import { type Stage, need } from '../stage.ts';

const CONTENT_TYPES = { image: 'image/png', layer: 'image/png', metadata: 'application/json' } as const;

/** Brings the finished files to where the game will find them. */
export const store: Stage = {
  name: 'store',
  async run(record, { ports }) {
    const { files } = need(record.finished, 'finished');
    for (const file of files) await restore(file, ports);
    return { stored: { files } };
  },
};

/** Puts a finished file into the store, from the blobs. */
export async function deliver(file: ManifestFile, ports: Pick<Ports, 'blobs' | 'store'>): Promise<void> {
  await ports.store.put(file.path, await ports.blobs.get(file.sha256), { contentType: CONTENT_TYPES[file.role] });
}

/** Makes sure that a file made earlier still stands in the store as it was made. */
export async function restore(file: ManifestFile, ports: Pick<Ports, 'blobs' | 'store'>): Promise<void> {
  const there = await ports.store.head(file.path);
  if (there?.sha256 !== file.sha256) await deliver(file, ports);
}
