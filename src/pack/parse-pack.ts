import { checkIds } from './check-ids.ts';
import { checkWorkflow } from './check-workflow.ts';
import { issueFaults } from './issue-faults.ts';
import { lineFinder } from './line-finder.ts';
import type { Pack } from './pack.ts';
import { parseAsset } from './parse-asset.ts';
import { type Fault, type PackProblem, type PlacedFault, toProblem, toProblems } from './problem.ts';
import { fieldOf } from './plain-value.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { type OwnWorkflowFiles, listWorkflows } from './list-workflows.ts';
import { MAX_ASSETS, PackHead } from './schema.ts';
import { Workflow } from './schema-workflow.ts';
import { formatPath, offsetAt, type SourceNode, toPlain } from './source-node.ts';

export interface ParseOptions {
  /** How problems name the file. */
  readonly file: string;
  readonly format: 'yaml' | 'json';
}

export type ParsedPack =
  | {
      readonly ok: true;
      readonly pack: Pack;
      /** Paths that `shape: image` names, as written, each once. */
      readonly images: readonly string[];
      /** A problem at the place where an image is first named. */
      imageProblem(image: string, message: string): PackProblem;
      /** Every workflow of the user's own that the pack names. */
      readonly workflows: readonly OwnWorkflowFiles[];
      /** A problem at one of the two files of such a workflow. */
      workflowProblem(files: OwnWorkflowFiles, which: 'file' | 'slots', message: string): PackProblem;
    }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Characters; a pack of twenty thousand assets stays below. */
export const MAX_PACK_LENGTH = 4 * 1024 * 1024;

/** From a file's text to a pack, or to everything that is wrong with it. Never throws, whatever the text. */
export function parsePack(text: string, { file, format }: ParseOptions): ParsedPack {
  const content = text.replace(/^\uFEFF/, '');
  const refused = refuseText(content);
  if (refused !== undefined) return { ok: false, problems: [{ file, path: '', message: refused }] };
  const source = { file, formatPath, positionOf: lineFinder(content) };
  const { root, faults } = format === 'json' ? readJson(content) : readYaml(content);
  if (!root) return { ok: false, problems: toProblems(faults, source) };
  const { pack, faults: wrong } = checkPack(root);
  const all = [...faults, ...wrong.map((fault) => placeFault(root, fault))];
  if (!pack || all.length > 0) return { ok: false, problems: toProblems(all, source) };
  const locate = (fault: Fault): PackProblem => toProblem(placeFault(root, fault), source);
  return { ok: true, pack, ...listImages(pack, locate), ...listWorkflows(pack, locate) };
}

function refuseText(text: string): string | undefined {
  if (text.length > MAX_PACK_LENGTH) return 'the file is larger than 4 MB: split the pack into several';
  if (text.includes('\0')) return 'the file is binary, not text: a pack is YAML or JSON';
  return text.trim() === '' ? `the file is empty; ${HOW_TO_START}` : undefined;
}

const HOW_TO_START = 'a pack starts with "pack:" and its name';

function checkPack(root: SourceNode): { readonly pack?: Pack; readonly faults: readonly Fault[] } {
  if (root.kind !== 'map') {
    const empty = root.kind === 'scalar' && root.value === null;
    const what = empty ? 'the file holds nothing' : 'a pack is a mapping of keys to values, and this is none';
    return { faults: [{ path: [], message: `${what}; ${HOW_TO_START}` }] };
  }
  const value = toPlain(root);
  const head = PackHead.safeParse(value);
  // Whatever else is wrong with the pack.
  const workflow = Workflow.safeParse(fieldOf(value, 'workflow'));
  const rawAssets = assetsOf(value);
  const parsed = rawAssets.map((asset, index) => parseAsset(asset, ['assets', index]));
  const faults = [
    ...(head.success ? [] : issueFaults(head.error.issues, value)),
    ...parsed.flatMap((result) => result.faults ?? []),
    ...checkIds(rawAssets),
    ...(workflow.success ? checkWorkflow(workflow.data) : []),
  ];
  if (!head.success || faults.length > 0) return { faults };
  const assets = parsed.flatMap((result) => result.asset ?? []);
  const { $schema: _, ...fields } = head.data;
  return { pack: { ...fields, theme: fields.theme ?? '', assets }, faults };
}

/** More assets than a pack may have are one fault, not thousands. */
function assetsOf(value: unknown): readonly unknown[] {
  const assets = fieldOf(value, 'assets');
  return Array.isArray(assets) && assets.length <= MAX_ASSETS ? assets : [];
}

function placeFault(root: SourceNode, fault: Fault): PlacedFault {
  return { ...fault, offset: offsetAt(root, fault.path, fault.point ?? 'value') };
}

function listImages(pack: Pack, locate: (fault: Fault) => PackProblem) {
  const places = new Map<string, number>();
  for (const [index, asset] of pack.assets.entries()) {
    const shape = asset.type === 'entity' ? asset.shape : undefined;
    if (shape?.kind === 'image' && !places.has(shape.image)) places.set(shape.image, index);
  }
  return {
    images: [...places.keys()],
    imageProblem: (image: string, message: string) =>
      locate({ path: ['assets', places.get(image) ?? 0, 'image'], message }),
  };
}
