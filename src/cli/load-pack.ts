import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { LimnerError } from '../errors.ts';
import { lineFinder } from '../pack/line-finder.ts';
import { PackInvalidError } from '../pack/pack-invalid-error.ts';
import type { Pack } from '../pack/pack.ts';
import { parsePack } from '../pack/parse-pack.ts';
import type { CompiledWorkflow } from '../workflow/compiled-workflow.ts';
import { readPackImages } from './read-pack-images.ts';
import { readPackWorkflows } from './read-pack-workflows.ts';

export interface LoadedPack {
  readonly pack: Pack;
  /** Absolute. */
  readonly file: string;
  readonly folder: string;
  /** The PNG files of `shape: image`, by their path as the pack writes it. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** The user's own workflows that it names, by `ownWorkflowKey`. */
  readonly workflows: ReadonlyMap<string, CompiledWorkflow>;
}

const NAMES_IN_FOLDER = ['limner.yaml', 'limner.yml', 'limner.json'];
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads and checks a pack file, or the `limner.yaml` of a folder, with the images it names. Throws a
 * `PackInvalidError` with all problems of the file, or `LIMNER_PACK_UNREADABLE`.
 */
export async function loadPack(path: string): Promise<LoadedPack> {
  const given = await findPack(path);
  const format = extname(given).toLowerCase() === '.json' ? 'json' : 'yaml';
  const parsed = parsePack(await readText(given), { file: given, format });
  if (!parsed.ok) throw new PackInvalidError(given, parsed.problems);
  const file = resolve(given);
  const folder = dirname(file);
  const { images, problems } = await readPackImages(folder, parsed);
  const { workflows, problems: others } = await readPackWorkflows(folder, parsed);
  if (problems.length + others.length > 0) throw new PackInvalidError(given, [...others, ...problems]);
  return { pack: parsed.pack, file, folder, images, workflows };
}

async function findPack(path: string): Promise<string> {
  const found = await statIfThere(path);
  if (!found) throw unreadable(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return path;
  for (const name of NAMES_IN_FOLDER) {
    const file = join(path, name);
    if (await statIfThere(file)) return file;
  }
  throw unreadable(`The folder ${path} has no limner.yaml in it.`);
}

/** Opens nothing but plain files of a bounded size: a pipe or a device could keep us waiting for ever. */
async function readText(file: string): Promise<string> {
  const found = await statIfThere(file);
  if (!found?.isFile()) throw unreadable(`${file} is not a plain file.`);
  if (found.size > MAX_BYTES) throw invalid(file, 'the file is larger than 4 MB: split the pack into several');
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw unreadable(`${file} cannot be read: ${reasonOf(cause)}.`, cause);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notText(file, new TextDecoder().decode(bytes));
  }
}

async function statIfThere(path: string) {
  return stat(path).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return undefined;
    throw unreadable(`${path} cannot be read: ${reasonOf(cause)}.`, cause);
  });
}

/** The first byte that is none of UTF-8 has its place, unless the file is no text of any kind. */
function notText(file: string, text: string): PackInvalidError {
  const message = 'the file is not UTF-8 text: a pack is YAML or JSON';
  if (text.includes('\0')) return invalid(file, message);
  const place = lineFinder(text)(text.indexOf('\uFFFD'));
  return new PackInvalidError(file, [{ file, path: '', message, ...place }]);
}

function invalid(file: string, message: string): PackInvalidError {
  return new PackInvalidError(file, [{ file, path: '', message }]);
}

function unreadable(message: string, cause?: unknown): LimnerError {
  return new LimnerError('LIMNER_PACK_UNREADABLE', message, { cause });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  return REASONS[code] ?? `the system says ${code}`;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no more';
}
