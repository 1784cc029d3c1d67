import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LimnerError } from '../../errors.ts';
import { plan } from '../../generate.ts';
import { fileNames } from '../../pack/file-names.ts';
import { readGuideImages } from '../../pipeline/guide-images.ts';
import { createPainter } from '../../providers/painter/index.ts';
import { createMemoryBlobs } from '../../store/memory.ts';
import { type CheckedFile, checkFiles } from '../check-files.ts';
import { loadPack } from '../load-pack.ts';
import { reportChecked, reportSum } from '../print/checked.ts';
import { shortPath } from '../print/hint.ts';
import { printJson } from '../print/terminal.ts';

export interface CheckFlags {
  readonly only?: readonly string[];
  readonly json?: boolean;
}

/** Holds pictures that are there against what the pack asks for. Sets the exit code. */
export async function checkCommand(packPath: string, place: string | undefined, flags: CheckFlags): Promise<void> {
  const { pack, images } = await loadPack(packPath);
  const folder = resolve(place ?? `out/${pack.pack}`);
  const blobs = createMemoryBlobs();
  for (const bytes of images.values()) await blobs.put(bytes);
  // The painter makes everything, so nothing is left out for want of a provider.
  const route = { flags: { default: 'painter' }, standIns: {} };
  const options = { providers: [createPainter()], images, route, ...(flags.only ? { only: flags.only } : {}) };
  const { assets } = await plan({ ...pack, fallback: [] }, options);
  const names = assets.flatMap(({ asset }) => fileNames(asset).pictures);
  if (!names.some((name) => existsSync(join(folder, name)))) throw nothingThere(folder);
  const checked: CheckedFile[] = [];
  for (const planned of assets) {
    if (planned.action === 'refuse') throw new LimnerError(planned.code, planned.reason);
    const guideImages = await readGuideImages(planned.request.job.guide, { blobs });
    for await (const file of checkFiles(planned, { folder, images: guideImages })) {
      checked.push(file);
      if (!flags.json) reportChecked(file);
    }
  }
  if (flags.json) printJson({ pack: pack.pack, folder, files: checked });
  else reportSum(checked);
  if (checked.some(({ status }) => status !== 'pass' && status !== 'warn')) process.exitCode = 1;
}

function nothingThere(folder: string): LimnerError {
  return new LimnerError('LIMNER_USAGE', `No picture of this pack is in ${shortPath(folder)}.`, {
    next: 'Name the folder with the pictures after the pack; they are called <id>.png, layers <id>-layer-<n>.png.',
  });
}
