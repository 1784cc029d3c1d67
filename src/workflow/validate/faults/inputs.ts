import { listedOptions } from '../check-literal.ts';
import { CORE_FACTS, factOf } from '../own-validators.ts';
import { type FinalInput, dynamicOptions, finaliseInputs, readSpec } from '../finalise-inputs.ts';
import { isEqual } from '../python-number.ts';
import { type PythonDict, type PythonValue, isList } from '../python-value.ts';
import { asDict } from '../server-catalogue.ts';
import { type Graph, type GraphNode, type Place, type WorkflowFault, faultAt, inputsOf } from './fault.ts';
import { checkLinkStrictly, sourcesFor } from './links.ts';
import { checkFileLink, checkValueStrictly } from './values.ts';
import { didYouMean, list, show } from './words.ts';

/** The faults of a node's inputs: missing, unknown, wrongly linked, out of their bounds. */
export function checkInputs(node: GraphNode, graph: Graph): readonly WorkflowFault[] {
  const given = inputsOf(node);
  const { inputs } = finaliseInputs(node.info, given);
  const known = new Map(inputs.map((input) => [input.name, input]));
  const choices = node.info.isV3 ? findChoices(node, given) : [];
  return [
    ...choices.flatMap(({ faults }) => faults),
    ...inputs
      .filter(({ name, isRequired }) => isRequired && !given.has(name))
      .map((input) => missing(node, input, graph)),
    ...[...given].flatMap(([name, value]) => {
      const place = { ...node, input: name };
      const input = known.get(name);
      const link = isList(value) ? checkLinkStrictly({ place, input, link: value }, graph) : [];
      if (input && isList(value)) return [...link, ...checkFileLink({ place, node, input })];
      if (input) return checkValueStrictly({ place, node, input, value }, graph);
      return [...unknown({ place, node, known, choices }), ...link];
    }),
  ];
}

function missing(node: GraphNode, input: FinalInput, graph: Graph): WorkflowFault {
  const fallback = input.options.get('default');
  const options = listedOptions(input);
  const cure =
    fallback !== undefined
      ? `Add it; the node's default is ${show(fallback)}.`
      : options?.length
        ? `Choose one of ${list(options)}.`
        : sourcesFor(input, graph, node.id) || 'Give it a value or a link.';
  return faultAt({ ...node, input: input.name }, 'input-missing', `The input ${show(input.name)} is missing.`, cure);
}

interface GivenName {
  readonly place: Place & { readonly input: string };
  readonly node: GraphNode;
  readonly known: ReadonlyMap<string, FinalInput>;
  readonly choices: readonly Choice[];
}

function unknown({ place, node, known, choices }: GivenName): readonly WorkflowFault[] {
  const name = place.input;
  const takesAll = factOf(CORE_FACTS, node.className).accept_all_inputs === true;
  const isExplained = choices.some(({ path }) => name === path || name.startsWith(`${path}.`));
  if (takesAll || isExplained || node.info.inputs.hidden.has(name)) return [];
  const names = [...known.keys()];
  const dotted = names.find((candidate) => candidate.endsWith(`.${name}`));
  const otherwise =
    names.length === 0 ? 'Take it out: the node has no inputs.' : `Take it out. The node has ${list(names)}.`;
  const cure = dotted === undefined ? didYouMean(name, names, otherwise) : `Write it as ${show(dotted)}.`;
  return [faultAt(place, 'input-unknown', `The node has no input ${show(name)}.`, cure)];
}

/** An input with choices that bring inputs of their own, where none of them was made. */
interface Choice {
  readonly path: string;
  readonly faults: readonly WorkflowFault[];
}

function findChoices(node: GraphNode, given: PythonDict): readonly Choice[] {
  const { required, optional } = node.info.inputs;
  return [
    ...choicesIn({ node, given, path: [], isRequired: true }, required),
    ...choicesIn({ node, given, path: [], isRequired: false }, optional),
  ];
}

interface Level {
  readonly node: GraphNode;
  readonly given: PythonDict;
  readonly path: readonly string[];
  readonly isRequired: boolean;
}

function choicesIn(level: Level, specs: PythonDict): readonly Choice[] {
  return [...specs].flatMap(([name, spec]) => {
    const { type, options } = readSpec(spec);
    return type === 'COMFY_DYNAMICCOMBO_V3' ? checkChoice({ ...level, path: [...level.path, name] }, options) : [];
  });
}

function checkChoice(level: Level, options: PythonDict): readonly Choice[] {
  const path = level.path.join('.');
  const place = { ...level.node, input: path };
  const listed = dynamicOptions(options);
  const keys = listed.map(({ key }) => key);
  const value: PythonValue | undefined = level.given.get(path);
  if (value === undefined) {
    if (!level.isRequired) return [];
    const message = `The input ${show(path)} is missing.`;
    return [{ path, faults: [faultAt(place, 'input-missing', message, `Choose one of ${list(keys)}.`)] }];
  }
  const chosen = listed.find(({ key }) => isEqual(key, value));
  if (chosen) {
    return [
      ...choicesIn({ ...level, isRequired: true }, asDict(chosen.inputs.get('required'))),
      ...choicesIn({ ...level, isRequired: false }, asDict(chosen.inputs.get('optional'))),
    ];
  }
  const cure = didYouMean(
    value,
    keys.filter((key) => typeof key === 'string'),
    `Choose one of ${list(keys)}.`,
  );
  return [{ path, faults: [faultAt(place, 'key-unknown', `${show(path)} has no choice ${show(value)}.`, cure)] }];
}
