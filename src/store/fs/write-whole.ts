import { randomUUID } from 'node:crypto';
import { type FileHandle, link, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LimnerError } from '../../errors.ts';
import { alreadyThere } from '../already-there.ts';
import type { Body, KeepOptions, PutOptions } from '../store.ts';
import { makeFolder } from './make-folder.ts';
import { systemReason } from './system-reason.ts';

/** Unfinished files stand in this folder; what is in it after a crash can be swept away. */
export const UNFINISHED_FOLDER = '.unfinished';

/**
 * Writes a file so that it is seen whole or not at all: aside first, then renamed into place.
 * @throws LIMNER_STORE_FAILED with the system's own reason (disk full, no permission…)
 */
export async function writeWhole(
  root: string,
  path: string,
  body: Body,
  { durably = false, ifAbsent = false }: Partial<KeepOptions> & Pick<PutOptions, 'ifAbsent'> = {},
): Promise<void> {
  const aside = join(root, UNFINISHED_FOLDER, randomUUID());
  const target = join(root, path);
  try {
    const file = await inFolder(aside, () => open(aside, 'wx'));
    await writeBody(file, body, durably);
    await inFolder(target, () => (ifAbsent ? linkOnce(aside, target, path) : rename(aside, target)));
    // Its name stands in its folder, and that one's in the root.
    if (durably) for (const folder of [dirname(target), root]) await syncFolder(folder);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw storeFailure(`${target} cannot be written`, error);
  }
}

/** A second name is given only where there is none yet; renaming would take it from another file. */
async function linkOnce(aside: string, target: string, path: string): Promise<void> {
  try {
    await link(aside, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!(await readFile(target)).equals(await readFile(aside))) throw alreadyThere(path);
  }
  await rm(aside, { force: true });
}

/** A file is written in moments: one that is older than this has lost its process. */
const ABANDONED_AFTER_MS = 3_600_000;

/** Removes what crashes left unfinished, but nothing that another process may still be writing. */
export async function sweepAbandoned(root: string, now: number): Promise<void> {
  const folder = join(root, UNFINISHED_FOLDER);
  for (const name of await readdir(folder).catch(() => [])) {
    const changed = await stat(join(folder, name)).catch(() => undefined);
    if (!changed || now - changed.mtimeMs < ABANDONED_AFTER_MS) continue;
    // What cannot be removed does no harm.
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

export function storeFailure(what: string, error: unknown): LimnerError {
  if (error instanceof LimnerError) return error;
  return new LimnerError('LIMNER_STORE_FAILED', `${what}: ${systemReason(error)}.`, { cause: error });
}

/** Folders are nearly always there: they are made only once their absence shows. */
async function inFolder<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    makeFolder(dirname(path));
    return work();
  }
}

async function writeBody(file: FileHandle, body: Body, durably: boolean): Promise<void> {
  try {
    if (body instanceof Uint8Array) await file.writeFile(body);
    else for await (const piece of body) await file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
    if (durably) await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and needs none of this.
  const folder = await open(path).catch(() => undefined);
  if (!folder) return;
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
