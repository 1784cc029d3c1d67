import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { picturesOf } from '../../compare/pairs.ts';
import type { JudgedComparison, JudgedSample } from '../../compare/read-comparison.ts';
import { stripPngText } from '../../raster/png/strip-text.ts';

/** The pictures of a comparison under names that tell nothing of who made them. */
export interface Pictures {
  /** Other names with every start of the server. */
  nameOf(path: string): string;
  /** The bytes of a PNG, without anything written about it; undefined for a name that nothing has. */
  read(name: string): Promise<Uint8Array | undefined>;
}

export function createPictures(folder: string, comparison: JudgedComparison): Pictures {
  const secret = randomBytes(32);
  const nameOf = (path: string): string => createHmac('sha256', secret).update(path).digest('hex').slice(0, 32);
  const background = comparison.background === undefined ? [] : [comparison.background];
  const listed = [...comparison.samples.flatMap((sample) => picturesOf(sample).map(({ path }) => path)), ...background];
  const paths = new Map(listed.map((path) => [nameOf(path), path]));
  return {
    nameOf,
    async read(name) {
      const path = paths.get(name);
      const file = path === undefined ? undefined : fileInside(folder, path);
      return file === undefined ? undefined : stripPngText(await readFile(file));
    },
  };
}

/**
 * The comparison without those samples whose files are not all in its folder, or not those that were compared (a later comparison that was
 * broken off has written others): they count as not made.
 */
export function keepReadable(folder: string, comparison: JudgedComparison): JudgedComparison {
  const isThere = ({ files }: JudgedSample): boolean =>
    files.every(({ path, sha256 }) => hashInside(folder, path) === sha256);
  const { background, ...rest } = comparison;
  const isShown = background !== undefined && fileInside(folder, background) !== undefined;
  return {
    ...rest,
    ...(isShown ? { background } : {}),
    samples: comparison.samples.filter((sample) => sample.status !== 'done' || isThere(sample)),
  };
}

/** The metadata file of a sample, as JSON; undefined where it has none that can be read. */
export function readMetadata(folder: string, { files }: JudgedSample): unknown {
  const path = files.find(({ role }) => role === 'metadata')?.path;
  const file = path === undefined ? undefined : fileInside(folder, path);
  try {
    return file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The sha256 of a listed file in hex; undefined where it cannot be read. */
function hashInside(folder: string, path: string): string | undefined {
  const file = fileInside(folder, path);
  try {
    return file === undefined ? undefined : createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}

/** Where a listed path really leads; undefined when that is outside the folder, or nowhere. */
function fileInside(folder: string, path: string): string | undefined {
  try {
    const file = realpathSync(join(folder, path));
    return file.startsWith(realpathSync(folder) + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}
