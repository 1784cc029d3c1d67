import { checkBounds, convertLiteral } from './check-literal.ts';
import { type FinalInput, type FinalInputs, finaliseInputs } from './finalise-inputs.ts';
import {
  type ServerError,
  badLink,
  customFailed,
  exceptionInSource,
  inputMissing,
  serverError,
  typeMismatch,
} from './node-errors.ts';
import { type FileCheck, type HiddenFact, type HiddenFacts, askOwnValidator, factOf } from './own-validators.ts';
import { keyError } from './python-number.ts';
import { typeName } from './python-text.ts';
import { PythonError, type PythonValue, isDict, isList } from './python-value.ts';
import type { ServerCatalogue, ServerClass } from './server-catalogue.ts';
import { INNER_CALL, READ_INPUTS, READ_SLOT, READ_SOURCE } from './traceback.ts';
import { typesMeet } from './types-meet.ts';

/** A node that is being checked; its inputs take on their converted values. */
export interface PromptNode {
  readonly className: string;
  readonly info: ServerClass;
  /** Undefined where the node has no `inputs`. */
  readonly inputs: Map<string, PythonValue> | undefined;
  readonly title: string | undefined;
}

/** Right, or the errors of this node itself: none where only a source of it is wrong. */
export interface Verdict {
  readonly isRight: boolean;
  readonly errors: readonly ServerError[];
}

export interface Walk {
  readonly prompt: ReadonlyMap<string, PromptNode>;
  readonly catalogue: ServerCatalogue;
  readonly facts: HiddenFacts;
  readonly exists: FileCheck;
  /** In the order of their verdicts, which is the order of the answer. */
  readonly verdicts: Map<string, Verdict>;
  /** The nodes between the output and the one at hand. */
  readonly path: string[];
}

/** Deeper chains overflow the server's stack. */
const MAX_CHAIN = 950;

/** Checks a node after all its sources. Throws a `PythonError` where the server's check raises. */
export function checkNode(walk: Walk, id: string): Verdict {
  const known = walk.verdicts.get(id);
  if (known) return known;
  if (walk.path.includes(id)) return closeCycle(walk, id);
  if (walk.path.length > MAX_CHAIN) throw new PythonError('RecursionError', 'maximum recursion depth exceeded');
  const node = walk.prompt.get(id);
  if (!node?.inputs) throw new PythonError('KeyError', "'inputs'", [READ_INPUTS]);
  const final = finaliseInputs(node.info, node.inputs);
  const fact = factOf(walk.facts, node.className);
  const errors: ServerError[] = [];
  let sourcesAreRight = true;
  for (const input of final.inputs) {
    const found = checkInput(walk, { id, inputs: node.inputs, fact, final }, input);
    if (found === 'source-failed') sourcesAreRight = false;
    else if (found) errors.push(found);
  }
  errors.push(...ownErrors(walk, node, { final, fact, inputs: node.inputs }));
  // A cycle through this node has been written down meanwhile.
  const before = walk.verdicts.get(id) ?? { isRight: true, errors: [] };
  const verdict = {
    isRight: before.isRight && sourcesAreRight && errors.length === 0,
    errors: [...before.errors, ...errors],
  };
  walk.verdicts.set(id, verdict);
  return verdict;
}

function closeCycle(walk: Walk, id: string): Verdict {
  const path = [...walk.path.slice(walk.path.indexOf(id)), id];
  const members = [...new Set(path)];
  const shown = path.map((member) => `${member} (${walk.prompt.get(member)?.className ?? ''})`).join(' -> ');
  const verdictOf = (member: string): Verdict => ({
    isRight: false,
    errors: [
      serverError(['dependency_cycle', 'Dependency cycle detected'], shown, {
        node_id: member,
        cycle_nodes: members,
      }),
    ],
  });
  for (const member of members) walk.verdicts.set(member, verdictOf(member));
  return verdictOf(id);
}

interface NodeAtHand {
  readonly id: string;
  readonly inputs: Map<string, PythonValue>;
  readonly fact: HiddenFact;
  readonly final: FinalInputs;
}

type Finding = ServerError | 'source-failed' | undefined;

function checkInput(walk: Walk, node: NodeAtHand, input: FinalInput): Finding {
  const { inputs, fact, final } = node;
  const given = inputs.get(input.name);
  if (given === undefined) {
    const shown = final.isDynamic ? (input.name.split('.').at(-1) ?? '') : input.name;
    return input.isRequired ? inputMissing(input.name, shown) : undefined;
  }
  if (isList(given)) return checkLink(walk, node, { input, link: given });
  const { value, error } = convertLiteral(input, given);
  inputs.set(input.name, value);
  if (error) return error;
  const isTakenOver = fact.validate_kwargs === true || fact.validate_args?.includes(input.name) === true;
  return isTakenOver ? undefined : checkBounds(input, value);
}

interface GivenLink {
  readonly input: FinalInput;
  readonly link: readonly PythonValue[];
}

function checkLink(walk: Walk, { id, fact }: NodeAtHand, { input, link }: GivenLink): Finding {
  const [source = null, slot = null] = link;
  if (link.length !== 2) return badLink(input, link);
  const sourceNode = typeof source === 'string' ? walk.prompt.get(source) : undefined;
  if (typeof source !== 'string' || !sourceNode) throw at(READ_SOURCE, keyError(source));
  const received = outputAt(sourceNode.info, slot);
  const checksOwnTypes = fact.validate_args?.includes('input_types') === true;
  if (!checksOwnTypes && !typesMeet(received, input.type)) return typeMismatch(input, received, link);
  walk.path.push(id);
  try {
    return checkNode(walk, source).isRight ? undefined : 'source-failed';
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    walk.verdicts.set(source, { isRight: false, errors: [exceptionInSource(input, link, error, INNER_CALL)] });
    return 'source-failed';
  } finally {
    walk.path.pop();
  }
}

/** Python's index: from the end where it is negative, true is 1, anything but a whole number raises. */
export function outputAt({ outputs, isV3 }: ServerClass, slot: PythonValue): PythonValue {
  const kind = isV3 ? 'list' : 'tuple';
  const index = typeof slot === 'boolean' ? BigInt(slot) : slot;
  if (typeof index !== 'bigint') {
    throw at(
      READ_SLOT,
      new PythonError('TypeError', `${kind} indices must be integers or slices, not ${typeName(slot)}`),
    );
  }
  if (index >= 2n ** 63n || index < -(2n ** 63n)) {
    throw at(READ_SLOT, new PythonError('IndexError', "cannot fit 'int' into an index-sized integer"));
  }
  const found = outputs.at(Number(index));
  if (found === undefined) throw at(READ_SLOT, new PythonError('IndexError', `${kind} index out of range`));
  return found;
}

function at(frame: string, { type, message }: PythonError): PythonError {
  return new PythonError(type, message, [frame]);
}

/** Asks the class's own validator, after everything else and whatever was found. A link reaches it as None. */
function ownErrors(
  walk: Walk,
  { className, info }: PromptNode,
  { final, fact, inputs }: Pick<NodeAtHand, 'final' | 'fact' | 'inputs'>,
): readonly ServerError[] {
  if (!fact.validate_kwargs && !fact.validate_args?.length) return [];
  const known = new Set([...final.inputs.map(({ name }) => name), ...info.inputs.hidden.keys()]);
  const passed = new Map<string, PythonValue>();
  for (const [name, value] of inputs) {
    const isTaken = fact.validate_kwargs === true || fact.validate_args?.includes(name) === true;
    if (isTaken && isLink(value)) passed.set(name, null);
    else if (isTaken && (known.has(name) || fact.accept_all_inputs)) passed.set(name, value);
  }
  const answer = askOwnValidator(className, passed, walk.exists);
  return answer === undefined ? [] : [...passed.keys()].map((name) => customFailed(name, answer));
}

/** What the server follows as a link when it runs a graph. */
export function isLink(value: PythonValue | undefined): value is readonly [string, bigint | number | boolean] {
  if (!isList(value) || value.length !== 2) return false;
  const [source, slot] = value;
  return typeof source === 'string' && ['bigint', 'number', 'boolean'].includes(typeof slot);
}

/** The class of a node, where it names one that the server has. */
export function classOf(catalogue: ServerCatalogue, node: PythonValue): ServerClass | undefined {
  const name = isDict(node) ? node.get('class_type') : undefined;
  return typeof name === 'string' ? catalogue.get(name) : undefined;
}
