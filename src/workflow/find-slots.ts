import type { InputValue, WorkflowGraph } from './graph.ts';
import { asMark } from './marks.ts';
import { type Slot, type SlotName, SLOTS, isSlotName, slotRule } from './slots.ts';

/** The slots of a graph, in the order of the table of slots. */
export function findSlots(
  graph: WorkflowGraph,
  defaults: { readonly [name in SlotName]?: InputValue },
): readonly Slot[] {
  const found = new Set(
    Object.values(graph).flatMap(({ inputs }) =>
      Object.values(inputs).flatMap((value) => {
        const mark = asMark(value);
        return mark?.kind === '$slot' ? [mark.name] : [];
      }),
    ),
  );
  const stray = [...found].find((name) => !isSlotName(name));
  if (stray !== undefined) throw new TypeError(`There is no slot "${stray}".`);
  return Object.keys(SLOTS)
    .filter(isSlotName)
    .filter((name) => found.has(name))
    .map((name) => describeSlot(name, defaults[name]));
}

/** Required when neither the workflow nor the table of slots has a default. */
export function describeSlot(name: SlotName, preset?: InputValue): Slot {
  const rule = slotRule(name);
  const value = preset ?? rule.default;
  return { name, kind: rule.kind, required: value === undefined, ...(value === undefined ? {} : { default: value }) };
}
