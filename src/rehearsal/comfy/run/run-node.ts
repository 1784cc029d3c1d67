import type { WorkflowNode } from '../../../workflow/graph.ts';
import type { NodeOutput } from '../engine.ts';
import { KERNELS, TAKES_LISTS } from '../kernels/index.ts';
import { readInputs } from '../kernels/inputs.ts';
import type { KernelContext, Result, Shown } from '../kernels/kernel.ts';
import { joinBatches } from '../picture/batch.ts';
import { PythonError } from '../python-error.ts';
import type { ImageValue, Value } from '../values.ts';
import type { NodeResult } from './cache.ts';
import { isLink } from './order.ts';

/** By input name, the list of values that came in. */
export type GivenInputs = Readonly<Record<string, readonly Value[]>>;

/** What a node's inputs hold, with links followed. A literal is a list of one. */
export function gatherInputs(node: WorkflowNode, resultOf: (id: string) => NodeResult | undefined): GivenInputs {
  const given = Object.entries(node.inputs ?? {}).flatMap(([name, value]): [string, readonly Value[]][] => {
    if (!isLink(value)) return [[name, [unwrap(value)]]];
    const values = resultOf(value[0])?.slots.at(value[1]);
    return values ? [[name, values]] : [];
  });
  return Object.fromEntries(given);
}

function unwrap(value: Value): Value {
  return typeof value === 'object' && value !== null && '__value__' in value ? value['__value__'] : value;
}

/** Runs a node once, or once for each item of the longest list it was given. Throws what the node throws. */
export async function runNode(className: string, given: GivenInputs, context: KernelContext): Promise<NodeResult> {
  const kernel = Object.hasOwn(KERNELS, className) ? KERNELS[className] : undefined;
  if (!kernel)
    throw new PythonError('NotImplementedError', `The node ${className} is known, but it cannot be rehearsed.`);
  const calls = TAKES_LISTS.has(className) ? [joinLists(given)] : perItem(given);
  const results: Result[] = [];
  for (const call of calls) results.push(await kernel(readInputs(className, call), context));
  return mergeResults(results);
}

/** Shorter lists repeat their last item. */
function perItem(given: GivenInputs): readonly Readonly<Record<string, Value>>[] {
  const length = Math.max(1, ...Object.values(given).map((list) => list.length));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(Object.entries(given).map(([name, list]) => [name, list[Math.min(index, list.length - 1)]])),
  );
}

function joinLists(given: GivenInputs): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, list]) => {
      const images = list.filter(isImage);
      return [name, images.length > 0 ? joinBatches(images) : list[0]];
    }),
  );
}

function isImage(value: Value): value is ImageValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'image';
}

function mergeResults(results: readonly Result[]): NodeResult {
  const count = Math.max(0, ...results.map(({ values }) => values.length));
  const slots = Array.from({ length: count }, (_, slot) => results.flatMap(({ values }) => listOf(values[slot])));
  const shown = results.flatMap(({ ui }) => (ui ? [ui] : []));
  return { slots, ...(shown.length > 0 ? { ui: mergeShown(shown) } : {}) };
}

/** Only a kernel's own lists are lists; a plain value never is an array here. */
function listOf(value: Value | readonly Value[]): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}

/** Pictures sent through the socket stand under `images` too, though they are no files. */
function mergeShown(shown: readonly Shown[]): NodeOutput {
  const keys = new Set(shown.flatMap((output) => Object.keys(output)));
  const merged: Shown = Object.fromEntries([...keys].map((key) => [key, shown.flatMap((output) => output[key] ?? [])]));
  return merged;
}
