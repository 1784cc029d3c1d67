import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LimnerError } from '../errors.ts';
import { fileNames } from '../pack/file-names.ts';
import type { Pack } from '../pack/pack.ts';

/**
 * A run may write into the pack's own folder, but never over the pack or a picture that it starts from.
 * @throws LIMNER_OUTPUT_UNWRITABLE naming the file
 */
export function protectSources(what: { readonly pack: Pack; readonly packFile: string; readonly out: string }): void {
  const { pack, packFile, out } = what;
  const images = pack.assets.flatMap((asset) =>
    asset.type === 'entity' && asset.shape?.kind === 'image' ? [join(dirname(packFile), asset.shape.image)] : [],
  );
  const sources = new Set([packFile, ...images].filter((file) => existsSync(file)).map((file) => realpathSync(file)));
  const names = pack.assets.flatMap((asset) => {
    const { pictures, metadata } = fileNames(asset);
    return metadata === undefined ? pictures : [...pictures, metadata];
  });
  for (const path of ['manifest.json', 'report.html', ...names]) {
    const target = join(out, path);
    if (!existsSync(target) || !sources.has(realpathSync(target))) continue;
    throw new LimnerError(
      'LIMNER_OUTPUT_UNWRITABLE',
      `${target} is part of the pack, and the run would write over it.`,
      {
        next: 'Choose another folder with --out, or another id in the pack.',
      },
    );
  }
}
