import type { GraphRefusal, NodeError } from '../answers/graph-refusal.ts';
import { textOf } from '../answers/loose-json.ts';
import { offeredCount, offeredOptions } from '../answers/offered-options.ts';
import { type LoaderQuestion, fileId, probeId } from './probe-graph.ts';

/** What the refusal of a probe tells. */
export interface ProbeReading {
  /** The class that the server lacks; it names only the first, and then says nothing else. */
  readonly missingClass?: string;
  /** `Class.input` → the files there; a number where there are more than the server lists. */
  readonly options: ReadonlyMap<string, readonly string[] | number>;
}

export function readProbe(refusal: GraphRefusal, loaders: readonly LoaderQuestion[]): ProbeReading {
  const missingClass = missingClassOf(refusal);
  if (missingClass !== undefined) return { missingClass, options: new Map() };
  const options = new Map<string, readonly string[] | number>();
  for (const { className, fileInputs } of loaders) {
    const errors = errorsOf(refusal, probeId(className));
    for (const input of fileInputs) {
      const error = errors.find((candidate) => complainsOf(candidate, input));
      const found = error && (offeredOptions(error) ?? offeredCount(error));
      if (found !== undefined) options.set(`${className}.${input}`, found);
    }
  }
  return { options };
}

/** Whether the file that was asked for by name, at this place in the list of questions, is there. */
export function hasFile(refusal: GraphRefusal, index: number, { fileInputs }: LoaderQuestion): boolean {
  const errors = errorsOf(refusal, fileId(index));
  return !fileInputs.some((input) => errors.some((error) => complainsOf(error, input)));
}

function missingClassOf({ error }: GraphRefusal): string | undefined {
  if (error?.type !== 'missing_node_type' && error?.type !== 'invalid_prompt') return undefined;
  const named = textOf(error.extra['class_type']) || /node (\S+) does not exist/.exec(error.message)?.[1];
  return named === undefined || named === '' ? undefined : named;
}

function errorsOf({ nodes }: GraphRefusal, id: string): readonly NodeError[] {
  return nodes.find((node) => node.id === id)?.errors ?? [];
}

function complainsOf({ type, details, extra }: NodeError, input: string): boolean {
  return type === 'value_not_in_list' && (extra['input_name'] === input || details.startsWith(`${input}: `));
}
