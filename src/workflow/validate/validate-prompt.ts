import { type PromptNode, type Walk, checkNode, classOf } from './check-node.ts';
import { type ServerError, errorDict, exceptionInOutput, serverError } from './node-errors.ts';
import type { FileCheck, HiddenFacts } from './own-validators.ts';
import { isEqual, isTruthy, keyError } from './python-number.ts';
import { str, typeName } from './python-text.ts';
import { type PythonDict, PythonError, type PythonValue, dict, isDict, isList } from './python-value.ts';
import type { RawPrompt } from './replace-nodes.ts';
import type { ServerCatalogue } from './server-catalogue.ts';
import { OUTER_CALL } from './traceback.ts';

export interface PromptVerdict {
  /** What refuses the prompt as a whole. */
  readonly error?: ServerError;
  readonly nodeErrors: PythonDict;
  readonly outputs: readonly string[];
  /** With converted values. */
  readonly nodes: ReadonlyMap<string, PromptNode>;
}

export interface PromptContext {
  readonly catalogue: ServerCatalogue;
  readonly facts: HiddenFacts;
  readonly exists: FileCheck;
  /** `partial_execution_targets`; null where all outputs are wanted. */
  readonly targets: PythonValue;
}

/** The server's `validate_prompt`. Throws a `PythonError` where it falls over. */
export function validatePrompt(prompt: RawPrompt, context: PromptContext): PromptVerdict {
  const nodes = new Map<string, PromptNode>();
  const wanted: string[] = [];
  const refused = { nodeErrors: new Map(), outputs: [], nodes };
  for (const [id, node] of prompt) {
    const info = classOf(context.catalogue, node);
    if (!info || !isDict(node)) return { ...refused, error: missingClass(id, node) };
    const inputs = node.get('inputs');
    const className = str(node.get('class_type') ?? null);
    nodes.set(id, { className, info, inputs: isDict(inputs) ? new Map(inputs) : undefined, title: titleOf(node) });
    if (info.isOutput && isTarget(id, context.targets)) wanted.push(id);
  }
  if (wanted.length === 0) {
    return { ...refused, error: serverError(['prompt_no_outputs', 'Prompt has no outputs'], '') };
  }
  return checkOutputs(nodes, wanted, context);
}

export function titleOf(node: PythonDict): string | undefined {
  const meta = node.get('_meta');
  const title = isDict(meta) ? meta.get('title') : undefined;
  return typeof title === 'string' ? title : undefined;
}

/** `'class_type' not in node`, or a class that is not there. */
function missingClass(id: string, node: PythonValue): ServerError {
  if (!isDict(node)) throw new PythonError('AttributeError', `'${typeName(node)}' object has no attribute 'get'`);
  const className = node.get('class_type');
  if (isList(className) || isDict(className)) throw keyError(className);
  const meta = node.get('_meta') ?? (node.has('_meta') ? null : new Map<string, PythonValue>());
  if (!isDict(meta)) throw new PythonError('AttributeError', `'${typeName(meta)}' object has no attribute 'get'`);
  const title = meta.get('title') ?? (meta.has('title') ? null : (className ?? null));
  const shown = isTruthy(title) ? str(title) : `ID #${id}`;
  return serverError(
    [
      'missing_node_type',
      className === undefined
        ? `Node '${shown}' has no class_type. The workflow may be corrupted or a custom node is missing.`
        : `Node '${str(title)}' not found. The custom node may not be installed.`,
    ],
    `Node ID '#${id}'`,
    { node_id: id, class_type: className ?? null, node_title: title },
  );
}

/** `id in targets`: an item of a list, a key of an object, a part of a text. */
function isTarget(id: string, targets: PythonValue): boolean {
  if (targets === null) return true;
  if (typeof targets === 'string') return targets.includes(id);
  if (isDict(targets)) return targets.has(id);
  if (isList(targets)) return targets.some((item) => isEqual(item, id));
  throw new PythonError('TypeError', `argument of type '${typeName(targets)}' is not iterable`);
}

function checkOutputs(
  nodes: ReadonlyMap<string, PromptNode>,
  wanted: readonly string[],
  { catalogue, facts, exists }: PromptContext,
): PromptVerdict {
  const walk: Walk = { prompt: nodes, catalogue, facts, exists, verdicts: new Map(), path: [] };
  const found = new Map<string, FailedNode>();
  const outputs: string[] = [];
  const reasons: ServerError[] = [];
  // The server walks a set, in no order of its own; ours is always the same.
  for (const id of wanted.toSorted()) {
    const verdict = checkOutput(walk, id);
    if (verdict.isRight) {
      outputs.push(id);
    } else {
      reasons.push(...verdict.errors);
      blame(walk, id, found);
    }
  }
  const nodeErrors = new Map([...found].map(([id, node]) => [id, describeFailed(node)]));
  if (outputs.length > 0) return { nodeErrors, outputs, nodes };
  const details = reasons.map(({ message, details: detail }) => `${message}: ${detail}`).join('\n');
  const error = serverError(['prompt_outputs_failed_validation', 'Prompt outputs failed validation'], details);
  return { error, nodeErrors, outputs, nodes };
}

function checkOutput(walk: Walk, id: string) {
  try {
    return checkNode(walk, id);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const verdict = { isRight: false, errors: [exceptionInOutput(error, OUTER_CALL)] };
    walk.verdicts.set(id, verdict);
    return verdict;
  }
}

interface FailedNode {
  readonly errors: readonly ServerError[];
  readonly dependentOutputs: string[];
  readonly className: string;
}

/** Every node that is known to be wrong is held against this output, even one that is no source of it. */
function blame(walk: Walk, output: string, found: Map<string, FailedNode>): void {
  for (const [id, { isRight, errors }] of walk.verdicts) {
    if (isRight || errors.length === 0) continue;
    const failed = found.get(id) ?? { errors, dependentOutputs: [], className: walk.prompt.get(id)?.className ?? '' };
    failed.dependentOutputs.push(output);
    found.set(id, failed);
  }
}

function describeFailed({ errors, dependentOutputs, className }: FailedNode): PythonDict {
  return dict({ errors: errors.map(errorDict), dependent_outputs: dependentOutputs, class_type: className });
}
