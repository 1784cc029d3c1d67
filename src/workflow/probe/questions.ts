import { CATALOGUE, type CatalogueEntry } from '../catalogue.ts';
import type { Fragment } from '../fragment.ts';
import type { ModelFile } from '../profile.ts';
import { PROFILES } from '../profiles/index.ts';
import { REMOVALS } from '../removals/index.ts';
import { TILING_NODES } from '../tiling.ts';
import type { LoaderQuestion } from './probe-graph.ts';

/** Everything our workflows could want of an endpoint, of which it may have only some. */
export interface Questions {
  readonly classes: readonly string[];
  readonly loaders: readonly LoaderQuestion[];
  /** The files, for endpoints that have more than they list. */
  readonly files: readonly ModelFile[];
}

/** Loaders that load nothing of ours, but whose files people name in their options. */
const ALSO_LISTED: readonly LoaderQuestion[] = [
  { className: 'LoraLoaderModelOnly', fileInputs: ['lora_name'], otherInputs: {} },
];

export function workflowQuestions(): Questions {
  const profiles = PROFILES.flatMap(({ load, patch, prompt, latent, sample, resample, control }) => [
    load,
    ...(patch ? [patch] : []),
    prompt,
    latent,
    sample,
    resample,
    ...(control ? [control.apply] : []),
  ]);
  const fragments = [...profiles, ...REMOVALS.flatMap(({ cut }) => (cut ? [cut] : []))];
  const files = [...PROFILES, ...PROFILES.flatMap(({ control }) => control ?? []), ...REMOVALS].flatMap((part) =>
    Object.values(part.files),
  );
  const loaders = [...loadersOf(files, fragments), ...ALSO_LISTED];
  const own = Object.values<CatalogueEntry>(CATALOGUE).flatMap(({ graph }) => Object.values(graph));
  const ownClasses = own.map(({ class_type }) => class_type).filter((name) => !name.startsWith('limner/'));
  const classes = new Set([
    ...ownClasses,
    ...fragments.flatMap(classesOf),
    ...TILING_NODES,
    ...loaders.map(({ className }) => className),
  ]);
  return { classes: [...classes].toSorted(), loaders, files };
}

function classesOf({ nodes }: Fragment): readonly string[] {
  return Object.values(nodes).map(({ class_type }) => class_type);
}

/** Each loader once, with every input that names a file, and its plain inputs as we use them. */
function loadersOf(files: readonly ModelFile[], fragments: readonly Fragment[]): readonly LoaderQuestion[] {
  const nodes = fragments.flatMap(({ nodes: all }) => Object.values(all));
  return [...new Set(files.map(({ loader }) => loader))].map((className) => {
    const fileInputs = [...new Set(files.filter(({ loader }) => loader === className).map(({ input }) => input))];
    const { inputs = {} } = nodes.find(({ class_type }) => class_type === className) ?? {};
    const plain = Object.entries(inputs).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !fileInputs.includes(entry[0]),
    );
    return { className, fileInputs, otherInputs: Object.fromEntries(plain) };
  });
}
