import type { NodeCatalogue, NodeInfo } from '../../workflow/node-catalogue.ts';

const LOADERS = ['LoadImage', 'LoadImageMask'];

/** The catalogue with the input folder's files as the choices of the nodes that load them. Subfolders are not listed. */
export function withInputFiles(catalogue: NodeCatalogue, files: readonly string[]): NodeCatalogue {
  const changed = LOADERS.flatMap((name): [string, NodeInfo][] => {
    const info = catalogue[name];
    const spec = info?.input.required?.['image'];
    if (!info || !spec) return [];
    const image: typeof spec = spec[1] ? [files, spec[1]] : [files];
    return [[name, { ...info, input: { ...info.input, required: { ...info.input.required, image } } }]];
  });
  return { ...catalogue, ...Object.fromEntries(changed) };
}
