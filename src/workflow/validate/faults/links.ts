import { isLink } from '../check-node.ts';
import type { FinalInput } from '../finalise-inputs.ts';
import { str } from '../python-text.ts';
import { type PythonValue, isList } from '../python-value.ts';
import { typesMeet } from '../types-meet.ts';
import { type Graph, type GraphNode, type Place, type WorkflowFault, faultAt, inputsOf } from './fault.ts';
import { show } from './words.ts';

const MAX_SOURCES = 3;

interface GivenLink {
  readonly place: Place & { readonly input: string };
  /** Undefined where the node has no such input. */
  readonly input: FinalInput | undefined;
  readonly link: readonly PythonValue[];
}

/** A link must name a node by a text and one of its outputs by a whole number, and their types must meet. */
export function checkLinkStrictly({ place, input, link }: GivenLink, graph: Graph): readonly WorkflowFault[] {
  const [source = null, slot = null] = link;
  if (link.length !== 2) {
    const message = `${show(place.input)} is a list of ${link.length}, and the server takes every list for a link.`;
    const cure = 'A link is ["node id", slot]; a list that is a value is written as {"__value__": […]}.';
    return [faultAt(place, 'link-malformed', message, cure)];
  }
  if (typeof source !== 'string') {
    const message = `The link of ${show(place.input)} names a node by ${show(source)}, and ids are texts.`;
    return [faultAt(place, 'link-malformed', message, `Write ["${str(source)}", ${str(slot)}].`)];
  }
  if (!graph.entries.has(source)) {
    const message = `${show(place.input)} is linked to node ${show(source)}, which is not there.`;
    const cure = (input && sourcesFor(input, graph, place.id)) || 'Link it to a node that is there, or take it out.';
    return [faultAt(place, 'link-dangling', message, cure)];
  }
  const sourceNode = graph.nodes.get(source);
  return sourceNode ? checkSlot({ place, input, link }, { sourceNode, slot }, graph) : [];
}

function checkSlot(
  { place, input }: GivenLink,
  { sourceNode, slot }: { readonly sourceNode: GraphNode; readonly slot: PythonValue },
  graph: Graph,
): readonly WorkflowFault[] {
  const { outputs } = sourceNode.info;
  const received = typeof slot === 'bigint' && slot >= 0n ? outputs[Number(slot)] : undefined;
  const source = `node ${show(sourceNode.id)} (${sourceNode.className})`;
  if (received === undefined) {
    const listed = outputs.map((type, index) => `${index} (${typeWords(type)})`).join(', ');
    const message = `${show(place.input)} asks ${source} for output ${show(slot)}, which it does not have.`;
    return [faultAt(place, 'link-slot', message, listed ? `It has ${listed}.` : 'It has no outputs.')];
  }
  if (!input || typesMeet(received, input.type)) return [];
  const message = `${show(place.input)} takes ${typeWords(input.type)}, and output ${show(slot)} of ${source} gives ${typeWords(received)}.`;
  return [
    faultAt(place, 'link-type', message, sourcesFor(input, graph, place.id) || 'Link it to an output that fits.'),
  ];
}

/** What in the graph could be linked to an input, in words; '' where nothing could. */
export function sourcesFor({ type }: FinalInput, graph: Graph, reader: string): string {
  if (isList(type) || type === '*' || type === 'COMBO') return '';
  const fitting = [...graph.nodes.values()].flatMap((node) =>
    node.info.outputs.flatMap((output, slot) =>
      output !== '*' && typesMeet(output, type)
        ? [{ node, words: `[${show(node.id)}, ${slot}] (${node.className})` }]
        : [],
    ),
  );
  const shown = fitting.filter(({ node }) => !reads(graph, node.id, reader)).slice(0, MAX_SOURCES);
  return shown.length === 0 ? '' : `What fits: ${shown.map(({ words }) => words).join(', ')}.`;
}

/** Whether a node has another among its sources, near or far, or is it. */
function reads({ nodes }: Graph, id: string, source: string): boolean {
  const seen = new Set([id]);
  for (const at of seen) {
    if (at === source) return true;
    const node = nodes.get(at);
    for (const value of node ? inputsOf(node).values() : []) if (isLink(value)) seen.add(value[0]);
  }
  return false;
}

function typeWords(type: PythonValue): string {
  return isList(type) || type === 'COMBO' ? 'a choice from its list' : str(type);
}
