import { invalid, unknownName } from './compile-options.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import type { InputValue, WorkflowGraph } from './graph.ts';
import { fillMarks } from './marks.ts';
import { type SlotValues, slotFault } from './slots.ts';

/**
 * Fills every slot; the graph that comes out can be sent. Throws `LIMNER_WORKFLOW_INVALID` for a slot that is missing, unknown
 * or given a value of the wrong kind. `prefix` must be new for every asset: with one already seen the server answers from its
 * cache, and names files that may be gone.
 */
export function bindWorkflow(workflow: CompiledWorkflow, values: SlotValues): WorkflowGraph {
  const known = [...workflow.slots.map(({ name }) => name), ...workflow.ignored];
  const names: readonly string[] = known;
  const stray = Object.keys(values).find((name) => !names.includes(name));
  if (stray !== undefined) throw unknownName('slot', stray, known);
  const filled: { [name: string]: InputValue } = {};
  for (const { name, kind, default: preset } of workflow.slots) {
    const value = values[name] ?? preset;
    if (value === undefined) throw invalid(`The slot "${name}" of ${workflow.type} is empty.`, 'Give it a value.');
    const fault = slotFault(kind, value);
    if (fault !== undefined) throw invalid(`The slot "${name}" ${fault}.`, 'Give it another value.');
    filled[name] = value;
  }
  const tables = { $slot: filled };
  return Object.fromEntries(
    Object.entries(workflow.graph).map(([id, node]) => [
      id,
      {
        ...node,
        inputs: Object.fromEntries(
          Object.entries(node.inputs).map(([input, value]) => [input, fillMarks(value, tables)]),
        ),
      },
    ]),
  );
}
