import { nearest } from '../pack/nearest.ts';
import type { EndpointFacts } from './endpoint-facts.ts';
import type { ModelFile, ModelFiles } from './profile.ts';

export interface MissingModel {
  readonly kind: 'model';
  readonly name: string;
  readonly folder: string;
  /** The most similar name that is there. */
  readonly nearest?: string;
}

export interface FoundFiles {
  /** What the endpoint calls them, by file key. */
  readonly files: { readonly [key: string]: string };
  readonly missing: readonly MissingModel[];
}

/** Looks for a profile's or a removal's files among what an endpoint's loaders list. */
export function findFiles(wanted: ModelFiles, facts: EndpointFacts): FoundFiles {
  const files: { [key: string]: string } = {};
  const missing: MissingModel[] = [];
  for (const [key, file] of Object.entries(wanted)) {
    const names = facts.models[`${file.loader}.${file.input}`]?.names ?? [];
    const name = findName(file, names);
    if (name === undefined) missing.push(describeMissing(file, names));
    else files[key] = name;
  }
  return { files, missing };
}

/** Servers put the subfolder in front, with the slashes of their system. Case counts. */
function findName(file: ModelFile, names: readonly string[]): string | undefined {
  for (const wanted of [file.name, ...file.alternatives]) {
    const found = names.find((name) => name === wanted) ?? names.find((name) => baseName(name) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function describeMissing({ name, folder }: ModelFile, names: readonly string[]): MissingModel {
  const guess = nearest(name, names.map(baseName));
  const found = names.find((candidate) => baseName(candidate) === guess);
  return { kind: 'model', name, folder, ...(found === undefined ? {} : { nearest: found }) };
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
