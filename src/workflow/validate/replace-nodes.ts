import { isLink } from './check-node.ts';
import { isEqual, keyError } from './python-number.ts';
import { typeName } from './python-text.ts';
import { PythonError, type PythonValue, isDict, isList } from './python-value.ts';
import type { ServerCatalogue } from './server-catalogue.ts';

/** A class that was removed, and what stands in its place: an entry of `GET /node_replacements`. */
export interface NodeReplacement {
  readonly new_node_id: string;
  readonly input_mapping: readonly InputMapping[] | null;
  readonly output_mapping: readonly { readonly new_idx: number; readonly old_idx: number }[] | null;
}

export type InputMapping =
  | { readonly new_id: string; readonly old_id: string }
  | { readonly new_id: string; readonly set_value: string | number | boolean };

export type NodeReplacements = { readonly [oldClass: string]: readonly NodeReplacement[] };

/** The replacements of ComfyUI 0.33.0. */
export const CORE_REPLACEMENTS: NodeReplacements = {
  ResizeImagesByLongerEdge: [
    {
      new_node_id: 'ImageScaleToMaxDimension',
      input_mapping: [
        { new_id: 'image', old_id: 'images' },
        { new_id: 'largest_size', old_id: 'longer_edge' },
        { new_id: 'upscale_method', set_value: 'lanczos' },
      ],
      output_mapping: [{ new_idx: 0, old_idx: 0 }],
    },
  ],
  ImageBatch: [
    {
      new_node_id: 'BatchImagesNode',
      input_mapping: [
        { new_id: 'images.image0', old_id: 'image1' },
        { new_id: 'images.image1', old_id: 'image2' },
      ],
      output_mapping: null,
    },
  ],
  ImageScaleBy: [
    {
      new_node_id: 'ResizeImageMaskNode',
      input_mapping: [
        { new_id: 'input', old_id: 'image' },
        { new_id: 'resize_type', set_value: 'scale by multiplier' },
        { new_id: 'resize_type.multiplier', old_id: 'scale_by' },
        { new_id: 'scale_method', old_id: 'upscale_method' },
      ],
      output_mapping: null,
    },
  ],
  T2IAdapterLoader: [
    {
      new_node_id: 'ControlNetLoader',
      input_mapping: [{ new_id: 'control_net_name', old_id: 't2i_adapter_name' }],
      output_mapping: null,
    },
  ],
  Load3DAnimation: [{ new_node_id: 'Load3D', input_mapping: null, output_mapping: null }],
  Preview3DAnimation: [{ new_node_id: 'Preview3D', input_mapping: null, output_mapping: null }],
  SDV_img2vid_Conditioning: [{ new_node_id: 'SVD_img2vid_Conditioning', input_mapping: null, output_mapping: null }],
  'ConditioningAverage ': [{ new_node_id: 'ConditioningAverage', input_mapping: null, output_mapping: null }],
};

/** The nodes of a prompt under their ids; what is no node stands as it was sent. */
export type RawPrompt = Map<string, PythonValue>;

/**
 * Puts new classes in the place of removed ones, as the server does before it looks at anything. Throws a `PythonError`
 * where the server would fall over: a node without `_meta`, an input that the replacement needs and the node has not.
 */
export function replaceNodes(prompt: RawPrompt, catalogue: ServerCatalogue, known: NodeReplacements): RawPrompt {
  const replaced: RawPrompt = new Map(prompt);
  const removed: (readonly [string, NodeReplacement])[] = [];
  for (const [id, node] of prompt) {
    if (!isDict(node) || !node.has('class_type') || !node.has('inputs')) continue;
    const replacement = replacementOf(node.get('class_type') ?? null, catalogue, known);
    if (!isDict(node.get('inputs'))) throw noAttribute(node.get('inputs') ?? null, 'items');
    if (replacement) removed.push([id, replacement]);
  }
  for (const [id, replacement] of removed) replaced.set(id, replaceNode(prompt.get(id) ?? null, replacement));
  for (const [id, replacement] of removed) relink({ prompt, replaced }, id, replacement);
  return replaced;
}

function replacementOf(
  className: PythonValue,
  catalogue: ServerCatalogue,
  known: NodeReplacements,
): NodeReplacement | undefined {
  if (isList(className) || isDict(className)) throw keyError(className);
  if (typeof className !== 'string' || catalogue.has(className) || !Object.hasOwn(known, className)) return undefined;
  const replacement = known[className]?.[0];
  return replacement && catalogue.has(replacement.new_node_id) ? replacement : undefined;
}

function noAttribute(value: PythonValue, name: string): PythonError {
  return new PythonError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}

function replaceNode(node: PythonValue, { new_node_id, input_mapping }: NodeReplacement): PythonValue {
  const before = isDict(node) ? node : new Map<string, PythonValue>();
  const given = before.get('inputs');
  const meta = before.get('_meta');
  if (meta === undefined) throw keyError('_meta');
  if (!isDict(meta) && !isList(meta)) throw noAttribute(meta, 'copy');
  const inputs = new Map<string, PythonValue>();
  for (const mapping of input_mapping ?? []) {
    if ('set_value' in mapping) inputs.set(mapping.new_id, constant(mapping.set_value));
    else inputs.set(mapping.new_id, take(isDict(given) ? given : new Map(), mapping.old_id));
  }
  return new Map([...before, ['inputs', inputs], ['class_type', new_node_id]]);
}

function constant(value: string | number | boolean): PythonValue {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}

function take(inputs: ReadonlyMap<string, PythonValue>, name: string): PythonValue {
  const value = inputs.get(name);
  if (value === undefined) throw keyError(name);
  return value;
}

/** Lets the links that came from the old class's outputs come from the new ones'. */
function relink(
  { prompt, replaced }: { readonly prompt: RawPrompt; readonly replaced: RawPrompt },
  id: string,
  { output_mapping }: NodeReplacement,
): void {
  for (const [reader, node] of output_mapping ? prompt : []) {
    const inputs = isDict(node) && node.has('class_type') ? node.get('inputs') : undefined;
    for (const [name, link] of isDict(inputs) ? inputs : []) {
      if (!isLink(link) || link[0] !== id) continue;
      const mapping = output_mapping?.find(({ old_idx }) => isEqual(BigInt(old_idx), link[1]));
      if (mapping) setSlot(replaced, { reader, name }, mapping.new_idx);
    }
  }
}

function setSlot(replaced: RawPrompt, { reader, name }: { reader: string; name: string }, slot: number): void {
  const node = replaced.get(reader);
  const inputs = isDict(node) ? node.get('inputs') : undefined;
  if (!isDict(node) || !isDict(inputs)) return;
  const link = take(inputs, name);
  const source = isList(link) ? (link[0] ?? null) : null;
  replaced.set(reader, new Map([...node, ['inputs', new Map([...inputs, [name, [source, BigInt(slot)]]])]]));
}
