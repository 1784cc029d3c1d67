import { LimnerError } from '../errors.ts';
import type { ManifestCandidate, ManifestFile } from '../report/manifest.ts';
import type { Ports } from './ports.ts';
import { restore } from './stages/store.ts';

/** Where the files of a candidate stand that was not chosen, under the names that the asset's own have; ends in a slash. */
export function candidateFolder(id: string, number: number): string {
  return `candidates/${id}/${number}/`;
}

/** Makes sure that the files of those that were not chosen stand in the store. A picture that is lost is left out: nobody plays with it. */
export async function storeOthers(
  candidates: readonly ManifestCandidate[],
  ports: Pick<Ports, 'blobs' | 'store'>,
): Promise<readonly ManifestCandidate[]> {
  const stored: ManifestCandidate[] = [];
  for (const candidate of candidates) {
    const files: ManifestFile[] = [];
    for (const file of candidate.files) if (candidate.chosen || (await bring(file, ports))) files.push(file);
    stored.push({ ...candidate, files });
  }
  return stored;
}

async function bring(file: ManifestFile, ports: Pick<Ports, 'blobs' | 'store'>): Promise<boolean> {
  try {
    await restore(file, ports);
    return true;
  } catch (error) {
    if (error instanceof LimnerError && error.code === 'LIMNER_PICTURE_LOST') return false;
    throw error;
  }
}
