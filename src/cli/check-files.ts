import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPicture } from '../check/index.ts';
import { LimnerError } from '../errors.ts';
import { measurePicture } from '../measure/measure-picture.ts';
import type { Measures } from '../measure/metric.ts';
import { fileNames } from '../pack/file-names.ts';
import { expectedPicture } from '../pipeline/expected-picture.ts';
import type { MakePlan } from '../plan/plan.ts';
import { decodePng } from '../raster/png.ts';
import type { Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import { systemReason } from '../store/fs/system-reason.ts';

/** One picture of a pack, as it lies in a folder. */
export interface CheckedFile {
  readonly id: string;
  readonly path: string;
  /** The worst of its gates; `missing` and `unreadable` have none. */
  readonly status: GateResult['status'] | 'missing' | 'unreadable';
  /** Why it cannot be read. */
  readonly message?: string;
  readonly gates: readonly GateResult[];
  readonly measures: Measures;
}

/**
 * Holds the pictures of an asset that lie in a folder against what the pack asks for, whoever made them. `images` holds the decoded files of
 * `image` shapes by hash.
 */
export async function* checkFiles(
  planned: MakePlan,
  { folder, images }: { readonly folder: string; readonly images: ReadonlyMap<string, Raster> },
): AsyncGenerator<CheckedFile, void, undefined> {
  const { asset } = planned;
  for (const [index, path] of fileNames(asset).pictures.entries()) {
    const raster = await readPicture(join(folder, path));
    const about = { id: asset.id, path, gates: [], measures: {} };
    if (raster instanceof LimnerError) yield { ...about, status: 'unreadable', message: raster.message };
    else if (!raster) yield { ...about, status: 'missing' };
    else {
      const file = asset.type === 'parallax' ? { role: 'layer' as const, layer: index } : { role: 'image' as const };
      const picture = expectedPicture(planned, { file, raster, images });
      const gates = checkPicture(picture);
      yield { ...about, status: worstOf(gates), gates, measures: measurePicture(picture) };
    }
  }
}

/** Undefined where there is none. */
async function readPicture(file: string): Promise<Raster | LimnerError | undefined> {
  try {
    return decodePng(await readFile(file));
  } catch (error) {
    if (error instanceof LimnerError) return error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return new LimnerError('LIMNER_PICTURE_INVALID', `${file} cannot be read: ${systemReason(error)}.`);
  }
}

function worstOf(gates: readonly GateResult[]): GateResult['status'] {
  const found = new Set(gates.map(({ status }) => status));
  return found.has('fail') ? 'fail' : found.has('warn') ? 'warn' : 'pass';
}
