import { LimnerError } from '../../../errors.ts';
import { ASSET_TYPES } from '../../../pack/pack.ts';
import { nearest } from '../../../pack/nearest.ts';
import { WORKFLOW_FOR_ASSET } from '../../../workflow/asset-workflow.ts';
import { WORKFLOW_TYPES, type WorkflowType, catalogueEntry, isWorkflowType } from '../../../workflow/catalogue.ts';
import { compileWorkflow } from '../../../workflow/compile.ts';
import type { CompiledWorkflow } from '../../../workflow/compiled-workflow.ts';
import type { InputValue, WorkflowNode } from '../../../workflow/graph.ts';
import { profilesOf, removalsOf } from '../../../workflow/list.ts';
import { findProfile } from '../../../workflow/profiles/index.ts';
import { bindSample } from '../../../workflow/sample-values.ts';
import { SLOTS } from '../../../workflow/slots.ts';
import { columns, cut, paintText, print, printJson, wrap } from '../../print/terminal.ts';

export interface ShowFlags {
  readonly profile?: string;
  readonly removal?: string;
  readonly json?: boolean;
}

export function workflowShow(name: string, flags: ShowFlags): void {
  const type = readType(name);
  const { profile = profilesOf(type)[0] ?? 'none', removal = removalsOf(type)[0] ?? 'none' } = flags;
  const workflow = compileWorkflow({ type, profile, removal });
  if (flags.json) printJson(bindSample(workflow));
  else printWorkflow(type, workflow);
}

/** Both the names of workflows and those of asset types are taken. */
function readType(name: string): WorkflowType {
  if (isWorkflowType(name)) return name;
  const assetType = ASSET_TYPES.find((candidate) => candidate === name);
  if (assetType) return WORKFLOW_FOR_ASSET[assetType];
  const guess = nearest(name, [...WORKFLOW_TYPES, ...ASSET_TYPES]);
  throw new LimnerError('LIMNER_USAGE', `There is no workflow "${name}".`, {
    next: guess === undefined ? `There is: ${WORKFLOW_TYPES.join(', ')}.` : `Did you mean "${guess}"?`,
  });
}

function printWorkflow(type: WorkflowType, workflow: CompiledWorkflow): void {
  print(`${paintText('bold', type)} · ${workflow.profile} · removal ${workflow.removal}`);
  printLine(catalogueEntry(type).about);
  const licence = findProfile(workflow.profile)?.licence;
  if (licence) printLine(`Weights: ${licence.name}. ${licence.note}`);
  print();
  print(paintText('bold', 'Slots'));
  for (const { name, required, default: preset } of workflow.slots) {
    const value = required ? '' : ` (default ${JSON.stringify(preset)})`;
    printLine(`${name}: ${SLOTS[name].about}${value}`);
  }
  print();
  print(paintText('bold', 'Model files'));
  for (const { folder, name } of workflow.models) printLine(`models/${folder}/ ${name}`);
  print();
  print(paintText('bold', 'Nodes'));
  for (const [id, node] of Object.entries(bindSample(workflow))) printNode(id, node);
}

function printNode(id: string, { class_type, inputs }: WorkflowNode): void {
  print(`  ${paintText('cyan', id)}  ${class_type}`);
  for (const [name, value] of Object.entries(inputs))
    print(paintText('dim', cut(`      ${name}: ${showValue(value)}`, columns())));
}

/** A link is shown as the node and the slot it comes from. */
function showValue(value: InputValue): string {
  return Array.isArray(value) ? `← ${value.join(' ')}` : JSON.stringify(value);
}

function printLine(text: string): void {
  print(`  ${wrap(text, columns(), '    ').slice(4)}`);
}
