import type { CatalogueEntry } from './catalogue.ts';
import { type EndpointFacts, hasNode } from './endpoint-facts.ts';
import { type MissingModel, findFiles } from './find-files.ts';
import type { Fragment } from './fragment.ts';
import type { ModelFiles, Profile } from './profile.ts';
import type { NodePack, Removal } from './removal.ts';

export type Missing = MissingModel | MissingNode;

export interface MissingNode {
  readonly kind: 'node';
  readonly name: string;
  readonly pack?: string;
  readonly link?: string;
}

export interface Look {
  readonly files: { readonly [key: string]: string };
  readonly missing: readonly Missing[];
}

export function lookForProfile(profile: Profile, facts: EndpointFacts): Look {
  const { load, patch, prompt, latent, sample, resample, files } = profile;
  return lookFor({ fragments: [load, ...(patch ? [patch] : []), prompt, latent, sample, resample], files }, facts);
}

/** The profile's ControlNet; nothing where it has none. */
export function lookForControl({ control }: Profile, facts: EndpointFacts): Look {
  return control ? lookFor({ fragments: [control.apply], files: control.files }, facts) : { files: {}, missing: [] };
}

export function lookForRemoval({ cut, files, pack }: Removal, facts: EndpointFacts): Look {
  return lookFor({ fragments: cut ? [cut] : [], files, pack }, facts);
}

/** The nodes that a workflow has whatever its profile and removal, such as the one that loads the guide. */
export function lookForWorkflow({ graph }: CatalogueEntry, facts: EndpointFacts): readonly Missing[] {
  const classes = new Set(Object.values(graph).map(({ class_type }) => class_type));
  return [...classes]
    .filter((name) => !name.startsWith('limner/') && hasNode(facts, name) === false)
    .map((name) => ({ kind: 'node', name }));
}

interface Part {
  readonly fragments: readonly Fragment[];
  readonly files: ModelFiles;
  readonly pack?: NodePack | undefined;
}

/** A pack's nodes must have been seen; others, which every server has, are taken for granted until they are missed. */
function lookFor({ fragments, files, pack }: Part, facts: EndpointFacts): Look {
  const classes = new Set(fragments.flatMap(({ nodes }) => Object.values(nodes).map(({ class_type }) => class_type)));
  const nodes = [...classes].flatMap((name): MissingNode[] => {
    const there = hasNode(facts, name);
    if (pack?.nodes.includes(name))
      return there === true ? [] : [{ kind: 'node', name, pack: pack.name, link: pack.link }];
    return there === false ? [{ kind: 'node', name }] : [];
  });
  const found = findFiles(withoutLoaders(files, new Set(nodes.map(({ name }) => name))), facts);
  return { files: found.files, missing: [...nodes, ...found.missing] };
}

/** Which files a loader has cannot be known while the loader itself is missing. */
function withoutLoaders(files: ModelFiles, loaders: ReadonlySet<string>): ModelFiles {
  return Object.fromEntries(Object.entries(files).filter(([, { loader }]) => !loaders.has(loader)));
}
