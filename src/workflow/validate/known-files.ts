import { listedOptions } from './check-literal.ts';
import { readSpec } from './finalise-inputs.ts';
import type { ServerCatalogue } from './server-catalogue.ts';

/** The loaders of the core that list the server's input files. */
const LISTS = [
  ['LoadImage', 'image'],
  ['LoadImageMask', 'image'],
  ['LoadLatent', 'latent'],
  ['LoadAudio', 'audio'],
  ['LoadVideo', 'file'],
  ['Load3D', 'model_file'],
] as const;

/** What Load3D lists where nothing is to be loaded. */
const NO_FILE = 'none';

/** The input files that a dump tells of. */
export function knownFiles(catalogue: ServerCatalogue): ReadonlySet<string> {
  const names = LISTS.flatMap(([className, name]) => {
    const spec = readSpec(catalogue.get(className)?.inputs.required.get(name));
    return listedOptions({ name, isRequired: true, ...spec }) ?? [];
  });
  return new Set(names.filter((name) => typeof name === 'string').filter((name) => name !== NO_FILE));
}
