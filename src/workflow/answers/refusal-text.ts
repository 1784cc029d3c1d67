import { type GraphRefusal, type NodeRefusal, readNode, readRefusalBody } from './graph-refusal.ts';
import { parseLoosely } from './loose-json.ts';
import { parsePythonLiteral } from './python-literal.ts';

const NODE_LINE = /^[•*-] Node (.+) \((errors|dependent_outputs|class_type)\): (.*)$/;
const NOT_IN_LIST = /(\w+): '(.*?)' not in (\[.*?\]|\(list of length \d+\))/;

/**
 * Reads the refusal that worker-comfyui writes as text: one line a node and key, the errors as Python's `repr`; or a message with the
 * server's JSON behind `Raw response: `. Undefined when the text is no refusal of a graph.
 */
export function readRefusalText(text: string): GraphRefusal | undefined {
  const raw = text.indexOf('Raw response: ');
  if (raw >= 0) {
    const refusal = readRefusalBody(parseLoosely(text.slice(raw + 'Raw response: '.length)));
    if (refusal.error || refusal.nodes.length > 0) return refusal;
  }
  if (!text.includes('validation failed')) return undefined;
  return { nodes: readNodes(text.split('\n')) };
}

function readNodes(lines: readonly string[]): readonly NodeRefusal[] {
  const nodes = new Map<string, Record<string, unknown>>();
  for (const line of lines) {
    const [, id, key, value] = NODE_LINE.exec(line.trim()) ?? [];
    if (id === undefined || key === undefined || value === undefined) continue;
    const node = nodes.get(id) ?? {};
    nodes.set(id, { ...node, [key]: key === 'class_type' ? value : readValue(value) });
  }
  return [...nodes].map(([id, node]) => readNode(id, node));
}

/** Should Python one day write what we cannot read, the commonest complaint is still understood. */
function readValue(text: string): unknown {
  const value = parsePythonLiteral(text);
  if (value !== undefined) return value;
  const [details, input, received, options] = NOT_IN_LIST.exec(text) ?? [];
  if (details === undefined || input === undefined || options === undefined) return [];
  const list = parsePythonLiteral(options);
  const extra_info = { input_name: input, received_value: received, input_config: Array.isArray(list) ? [list] : null };
  return [{ type: 'value_not_in_list', message: 'Value not in list', details, extra_info }];
}
