import { LimnerError } from '../../errors.ts';
import { nearest } from '../../pack/nearest.ts';
import type { GraphRefusal, NodeError, NodeRefusal } from './graph-refusal.ts';
import { textOf } from './loose-json.ts';
import { offeredOptions } from './offered-options.ts';

/** Where a node class comes from, for those who lack it. */
export interface NodePack {
  readonly pack: string;
  readonly link: string;
}

export interface RefusalContext {
  /** Who refused, as users call it. */
  readonly provider: string;
  readonly packOf: (className: string) => NodePack | undefined;
}

/** Inputs that name a file in one of the server's model folders. */
const MODEL_INPUT =
  /(?:^|_)(?:ckpt|unet|clip|vae|lora|control_net|model|bg_removal|upscale|style_model)_?(?:name)?\d?$/;
const SHOWN_OPTIONS = 8;

/**
 * A refused graph in our own words: the server surely did not run it and nothing was spent. Missing models and nodes have codes of their
 * own, because they are mended on the server and not in the pack.
 */
export function explainRefusal(refusal: GraphRefusal, context: RefusalContext): LimnerError {
  if (refusal.error?.type === 'missing_node_type' || refusal.error?.type === 'invalid_prompt') {
    const missing = missingNode(refusal.error, context);
    if (missing) return missing;
  }
  for (const node of refusal.nodes)
    for (const error of node.errors) {
      const missing = error.type === 'value_not_in_list' ? missingModel(node, error, context) : undefined;
      if (missing) return missing;
    }
  return new LimnerError(
    'LIMNER_WORKFLOW_REFUSED',
    `${context.provider} refused the workflow: ${complaints(refusal)}`,
    {
      refused: true,
    },
  );
}

function missingNode(error: NodeError, { provider, packOf }: RefusalContext): LimnerError | undefined {
  const className = textOf(error.extra['class_type']) || /node (\S+) does not exist/.exec(error.message)?.[1] || '';
  if (className === '') return undefined;
  const from = packOf(className);
  return new LimnerError('LIMNER_NODE_MISSING', `${provider} has no node "${className}".`, {
    refused: true,
    facts: { node: className },
    ...(from ? { next: `Install ${from.pack} there (${from.link}), or choose another removal.` } : {}),
  });
}

function missingModel(node: NodeRefusal, error: NodeError, { provider }: RefusalContext): LimnerError | undefined {
  const input = textOf(error.extra['input_name']) || (/^(\w+): /.exec(error.details)?.[1] ?? '');
  if (!MODEL_INPUT.test(input)) return undefined;
  const wanted = textOf(error.extra['received_value']) || (/'(.*?)' not in/.exec(error.details)?.[1] ?? '');
  const options = offeredOptions(error);
  const loader = node.classType ?? `node ${node.id}`;
  return new LimnerError(
    'LIMNER_MODEL_MISSING',
    `${provider} has no model "${wanted}" for ${loader}.${whatIsThere(wanted, options)}`,
    {
      refused: true,
      facts: { model: wanted, loader },
    },
  );
}

function whatIsThere(wanted: string, options: readonly string[] | undefined): string {
  if (!options) return '';
  if (options.length === 0) return ' It has none at all.';
  const near = nearestFile(wanted, options);
  if (near !== undefined) return ` Did you mean "${near}"?`;
  const rest = options.length > SHOWN_OPTIONS ? `, and ${options.length - SHOWN_OPTIONS} more` : '';
  return ` It has: ${options.slice(0, SHOWN_OPTIONS).join(', ')}${rest}.`;
}

function complaints({ error, nodes }: GraphRefusal): string {
  const lines = nodes.flatMap(({ id, classType, errors }) =>
    errors.map(
      ({ message, details }) => `${classType ?? 'node'} ${id}: ${message}${details === '' ? '' : ` (${details})`}`,
    ),
  );
  if (lines.length > 0) return lines.join('; ');
  if (!error) return 'it did not say why.';
  return error.details === '' ? error.message : `${error.message} (${error.details})`;
}

/** Folder and ending count for nothing: `flux1-dev` is near `flux/flux1-dev.safetensors`. */
function nearestFile(wanted: string, options: readonly string[]): string | undefined {
  const stems = new Map(options.map((option) => [stemOf(option), option]));
  const near = nearest(stemOf(wanted), stems.keys());
  return near === undefined ? undefined : stems.get(near);
}

function stemOf(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.\w{2,12}$/, '');
}
