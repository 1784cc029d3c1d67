import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether files can be written into a folder, or the folder be made. */
export function isWritableFolder(folder: string): boolean {
  const nearest = nearestPlace(folder);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return statSync(nearest).isDirectory();
  } catch {
    return false;
  }
}

/** What is left to this user on the disk that a folder is on, or would be made on. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestPlace(folder));
  return bavail * bsize;
}

function nearestPlace(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestPlace(dirname(path));
}
