import { invalid, unknownName } from './compile-options.ts';
import type { CompiledWorkflow, WorkflowOutput } from './compiled-workflow.ts';
import { describeSlot } from './find-slots.ts';
import { asLink } from './fragment.ts';
import type { WorkflowGraph, WorkflowNode } from './graph.ts';
import { readGraph } from './read-graph.ts';
import { type SlotPlace, readSlotsFile } from './read-slots-file.ts';
import { SLOTS, type SlotName, isSlotName } from './slots.ts';

/** Nodes whose picture has true alpha. */
const RGBA_CLASSES = ['JoinImageWithAlpha', 'BiRefNetRMBG', 'RMBG', 'RembgByBiRefNet', 'RembgByBiRefNetAdvanced'];
/** Slots that must be filled anew for every asset, whatever the file holds. */
const ALWAYS_FILLED: readonly SlotName[] = ['prompt', 'seed', 'inputImage', 'prefix'];

/**
 * A user's own workflow, exported in API format, with a file that says where its slots are: slot → `{node, input}`, or a list of
 * such places. What the workflow already holds in other slots becomes their default. Throws `LIMNER_WORKFLOW_INVALID`.
 */
export function readOwnWorkflow(json: unknown, slotsFile: unknown): CompiledWorkflow {
  const graph = readGraph(json);
  const places = readSlotsFile(slotsFile);
  if (!places.has('prefix'))
    throw invalid(
      'The slots file has no "prefix".',
      'Add "prefix": {"node": id of the SaveImage, "input": "filename_prefix"}.',
    );
  if (places.get('prefix')?.length !== 1)
    throw invalid('The slot "prefix" must have one place: two savers with one prefix would mix their files.');
  for (const [name, slotPlaces] of places) for (const place of slotPlaces) checkPlace(name, place, graph);
  const slots = Object.keys(SLOTS)
    .filter(isSlotName)
    .filter((name) => places.has(name))
    .map((name) => describeSlot(name, presetOf(name, places, graph)))
    .map((slot) => (ALWAYS_FILLED.includes(slot.name) ? { name: slot.name, kind: slot.kind, required: true } : slot));
  return {
    type: 'own',
    profile: 'own',
    removal: 'own',
    graph: withSlots(graph, places),
    slots,
    ignored: Object.keys(SLOTS)
      .filter(isSlotName)
      .filter((name) => !places.has(name)),
    outputs: (places.get('prefix') ?? []).map((place) => outputAt(place, graph)),
    models: [],
  };
}

function checkPlace(name: SlotName, { node: id, input }: SlotPlace, graph: WorkflowGraph): void {
  const node = Object.hasOwn(graph, id) ? graph[id] : undefined;
  if (!node) throw unknownName(`node for the slot "${name}"`, id, Object.keys(graph));
  if (!Object.hasOwn(node.inputs, input))
    throw unknownName(`input of node ${id} (${node.class_type})`, input, Object.keys(node.inputs));
  if (asLink(node.inputs[input]))
    throw invalid(
      `The slot "${name}" is on an input that node ${id} gets from another node.`,
      'Name the node where the value is typed in.',
    );
  if (name === 'prefix' && node.class_type !== 'SaveImage')
    throw invalid(`The slot "prefix" must be on a SaveImage; node ${id} is a ${node.class_type}.`);
}

function presetOf(
  name: SlotName,
  places: ReadonlyMap<SlotName, readonly SlotPlace[]>,
  graph: WorkflowGraph,
): WorkflowNode['inputs'][string] | undefined {
  const place = places.get(name)?.[0];
  return place && graph[place.node]?.inputs[place.input];
}

function withSlots(graph: WorkflowGraph, places: ReadonlyMap<SlotName, readonly SlotPlace[]>): WorkflowGraph {
  const result: { [id: string]: WorkflowNode } = { ...graph };
  for (const [name, slotPlaces] of places) {
    for (const { node: id, input } of slotPlaces) {
      const node = result[id];
      if (node) result[id] = { ...node, inputs: { ...node.inputs, [input]: { $slot: name } } };
    }
  }
  return result;
}

function outputAt({ node }: SlotPlace, graph: WorkflowGraph): WorkflowOutput {
  const source = asLink(graph[node]?.inputs['images']);
  const className = source && graph[source[0]]?.class_type;
  const rgba = className !== undefined && RGBA_CLASSES.includes(className) && source?.[1] === 0;
  return { name: node, node, prefixSlot: 'prefix', role: 'image', rgba };
}
