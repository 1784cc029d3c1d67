import type { InputValue, WorkflowGraph, WorkflowNode } from '../graph.ts';

/** No server has a file of this name, so no loader that is asked for it ever runs. */
export const IMPOSSIBLE_FILE = 'limner-probe-asks-what-is-there';

/** A loader whose options are wanted: the inputs that name files, and what else it must be given to be asked at all. */
export interface LoaderQuestion {
  readonly className: string;
  readonly fileInputs: readonly string[];
  readonly otherInputs: Readonly<Record<string, string>>;
}

/** A single file, for servers that have more files than they list. */
export interface FileQuestion extends LoaderQuestion {
  readonly file: string;
}

/**
 * A graph that no server can run, and whose refusal tells which files every loader could load. Each class is there once, so that a class
 * the server lacks is named. Nothing is spent: validation fails before any node runs.
 */
export function probeGraph(classes: readonly string[], loaders: readonly LoaderQuestion[]): WorkflowGraph {
  const byClass = new Map(loaders.map((loader) => [loader.className, loader]));
  const nodes = classes.flatMap((className): readonly (readonly [string, WorkflowNode])[] => {
    const loader = byClass.get(className);
    const files = (loader?.fileInputs ?? []).map((input) => [input, IMPOSSIBLE_FILE] as const);
    // A class without a loader question is given nothing, and so lacks what it requires.
    const inputs = { ...loader?.otherInputs, ...Object.fromEntries(files) };
    return [
      [probeId(className), node(className, inputs)],
      [`show ${className}`, node('PreviewAny', { source: [probeId(className), 0] })],
    ];
  });
  return Object.fromEntries(nodes);
}

/** What takes a loader's output and, lacking something else, never runs: it keeps a file that is there from being loaded. */
const BARRIERS: Readonly<Record<string, readonly [className: string, input: string]>> = {
  CheckpointLoaderSimple: ['ModelSamplingAuraFlow', 'model'],
  UNETLoader: ['ModelSamplingAuraFlow', 'model'],
  LoraLoaderModelOnly: ['ModelSamplingAuraFlow', 'model'],
  CLIPLoader: ['CLIPTextEncode', 'clip'],
  DualCLIPLoader: ['CLIPTextEncode', 'clip'],
  VAELoader: ['VAEDecode', 'vae'],
};

/** Can this loader be asked for a file by name without loading it? */
export function canAskForFile({ className, fileInputs }: LoaderQuestion): boolean {
  return fileInputs.length === 1 && className in BARRIERS;
}

/** Asks for single files by name: those that are there are not complained of, and still nothing runs. */
export function fileGraph(questions: readonly FileQuestion[]): WorkflowGraph {
  const nodes = questions.flatMap(({ className, fileInputs, otherInputs, file }, index) => {
    const [barrier, input] = BARRIERS[className] ?? [];
    if (barrier === undefined || input === undefined) return [];
    const asked = Object.fromEntries(fileInputs.map((name) => [name, file]));
    return [
      [fileId(index), node(className, { ...otherInputs, ...asked })],
      [`hold ${index}`, node(barrier, { [input]: [fileId(index), 0] })],
      [`show ${index}`, node('PreviewAny', { source: [`hold ${index}`, 0] })],
    ] as const;
  });
  return Object.fromEntries(nodes);
}

export const probeId = (className: string): string => `ask ${className}`;
export const fileId = (index: number): string => `file ${index}`;

function node(className: string, inputs: Readonly<Record<string, InputValue>>): WorkflowNode {
  return { class_type: className, inputs, _meta: { title: className } };
}
