import { checkBounds, convertLiteral, listedOptions } from '../check-literal.ts';
import type { FinalInput } from '../finalise-inputs.ts';
import type { ServerError } from '../node-errors.ts';
import { CORE_FACTS, OWN_VALIDATORS, factOf } from '../own-validators.ts';
import { str } from '../python-text.ts';
import { PythonError, type PythonValue, isDict, isList } from '../python-value.ts';
import { type FaultCode, type Graph, type GraphNode, type Place, type WorkflowFault, faultAt } from './fault.ts';
import { sourcesFor } from './links.ts';
import { didYouMean, list, show } from './words.ts';

interface GivenValue {
  readonly place: Place & { readonly input: string };
  readonly node: GraphNode;
  readonly input: FinalInput;
  readonly value: PythonValue;
}

/** The first thing that is wrong with a value that is no link. */
export function checkValueStrictly(given: GivenValue, graph: Graph): readonly WorkflowFault[] {
  const { place, input, value } = given;
  const say = (code: FaultCode, message: string, cure: string): readonly WorkflowFault[] => [
    faultAt(place, code, message, cure),
  ];
  const name = show(place.input);
  if (value === null) {
    const cure = isRequiredLink(input, graph) ? sourcesFor(input, graph, place.id) : '';
    return say(
      'value-missing',
      `${name} is null.`,
      cure || 'Give it a value or a link, or take it out if it is optional.',
    );
  }
  if (!isFinite(value)) return say('not-finite', `${name} is not a number.`, 'Give it a finite number.');
  if (hasLostDigits(value)) {
    return say(
      'digits-lost',
      `${name} is beyond 2^53 − 1, where JSON numbers lose digits on their way.`,
      'Take a number up to 9007199254740991, or write it as a text: the server reads that.',
    );
  }
  if (isRequiredLink(input, graph)) {
    const cure = sourcesFor(input, graph, place.id) || 'Link it to the output of a node.';
    return say('link-wanted', `${name} takes a link to ${str(input.type)}, and has ${show(value)}.`, cure);
  }
  return checkConverted(given);
}

function checkConverted(given: GivenValue): readonly WorkflowFault[] {
  const { place, node, input } = given;
  const { value, error } = convertLiteral(input, given.value);
  const fact = factOf(CORE_FACTS, node.className);
  const isTakenOver = fact.validate_kwargs === true || fact.validate_args?.includes(input.name) === true;
  try {
    if (error || isMisread(given)) return [wrongType(given)];
    if (!isFinite(value))
      return [faultAt(place, 'not-finite', `${show(place.input)} is no finite number.`, 'Give one.')];
    if (isTakenOver) return checkFileName(given);
    const found = checkBounds(input, value);
    return found ? [outOfBounds(given, found)] : [];
  } catch (problem) {
    if (!(problem instanceof PythonError)) throw problem;
    return [wrongType(given)];
  }
}

/** What the server would take for something else: "false" is true, and an object becomes its Python text. */
function isMisread({ input, value }: GivenValue): boolean {
  if (input.type === 'BOOLEAN') return typeof value === 'string' || isDict(value);
  return input.type === 'STRING' && isDict(value) && !value.has('__value__');
}

/** The server looks for the file before anything has run, and finds none behind a link. */
export function checkFileLink({ place, node, input }: Omit<GivenValue, 'value'>): readonly WorkflowFault[] {
  if (fileCheckOf(node, input) === undefined) return [];
  const message = `${show(place.input)} takes the name of a file, and cannot be linked.`;
  return [faultAt(place, 'value-type', message, 'Give it the name that the upload answered with.')];
}

function fileCheckOf({ className }: GraphNode, { name }: FinalInput) {
  const validator = Object.hasOwn(OWN_VALIDATORS, className) ? OWN_VALIDATORS[className] : undefined;
  return validator?.needs === name ? validator.object : undefined;
}

/** A name that could be of a file on the server; whether it is there is not asked. */
function checkFileName({ place, node, input, value }: GivenValue): readonly WorkflowFault[] {
  const object = fileCheckOf(node, input);
  if (!object || (typeof value === 'string' && value !== '' && object(value, () => true) === undefined)) return [];
  const message = `${show(place.input)} takes the name of a file in the server's input folder, and has ${show(value)}.`;
  return [faultAt(place, 'value-type', message, 'Give it the name that the upload answered with.')];
}

const WANTED: Readonly<Record<string, string>> = {
  INT: 'a whole number',
  FLOAT: 'a number',
  STRING: 'a text',
  BOOLEAN: 'true or false',
};

function wrongType({ place, input, value }: GivenValue): WorkflowFault {
  const wanted = (typeof input.type === 'string' && WANTED[input.type]) || 'a text or a number that fits';
  const message = `${show(place.input)} takes ${wanted}, and has ${show(value)}.`;
  return faultAt(place, 'value-type', message, `Give it ${wanted}.`);
}

function outOfBounds({ place, input, value }: GivenValue, { type }: ServerError): WorkflowFault {
  const name = show(place.input);
  const options = listedOptions(input);
  if (type === 'value_not_in_list' && options) {
    const cure = didYouMean(value, options.filter(isText), choicesWords(options));
    return faultAt(place, 'value-unlisted', `${name} has no choice ${show(value)} on this server.`, cure);
  }
  const [min, max] = [input.options.get('min'), input.options.get('max')];
  const range =
    min === undefined
      ? `at most ${show(max ?? null)}`
      : max === undefined
        ? `at least ${show(min)}`
        : `from ${show(min)} to ${show(max)}`;
  return faultAt(place, 'value-range', `${name} is ${show(value)}, out of its range.`, `Give it a value ${range}.`);
}

function choicesWords(options: readonly PythonValue[]): string {
  return options.length === 0
    ? 'The server lists none: install the file it should name.'
    : `It takes ${list(options)}.`;
}

function isText(value: PythonValue): value is string {
  return typeof value === 'string';
}

/** A type that some node gives out, that no editor field makes, and that the input has no default for. */
function isRequiredLink({ type, options }: FinalInput, { catalogue }: Graph): boolean {
  if (typeof type !== 'string' || options.has('default') || options.has('options')) return false;
  const types = type.split(',').map((part) => part.trim());
  return (
    !types.some((part) => Object.hasOwn(WANTED, part) || part === '*') && types.some((part) => catalogue.produces(part))
  );
}

function isFinite(value: PythonValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (isList(value)) return value.every(isFinite);
  return !isDict(value) || [...value.values()].every(isFinite);
}

function hasLostDigits(value: PythonValue): boolean {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return typeof value === 'bigint' && (value > most || value < -most);
}
