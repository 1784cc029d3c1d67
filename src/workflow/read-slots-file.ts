import { invalid, unknownName } from './compile-options.ts';
import { isRecord } from './read-graph.ts';
import { SLOTS, type SlotName, isSlotName } from './slots.ts';

/** An input that a slot fills. */
export interface SlotPlace {
  readonly node: string;
  readonly input: string;
}

/** Reads a slots file: slot → place or places. Throws `LIMNER_WORKFLOW_INVALID`. */
export function readSlotsFile(json: unknown): ReadonlyMap<SlotName, readonly SlotPlace[]> {
  if (!isRecord(json)) throw invalid('A slots file must be a JSON object: slot → {node, input}.');
  const places = new Map<SlotName, readonly SlotPlace[]>();
  const taken = new Map<string, string>();
  for (const [name, value] of Object.entries(json)) {
    if (!isSlotName(name)) throw unknownName('slot', name, Object.keys(SLOTS));
    const list = (Array.isArray(value) ? value : [value]).map((place: unknown) => readPlace(name, place));
    if (list.length === 0) throw invalid(`The slot "${name}" has no place.`, 'Give {node, input}, or leave it out.');
    for (const place of list) {
      const key = JSON.stringify([place.node, place.input]);
      const other = taken.get(key);
      if (other !== undefined)
        throw invalid(`The slots "${other}" and "${name}" share the input "${place.input}" of node ${place.node}.`);
      taken.set(key, name);
    }
    places.set(name, list);
  }
  return places;
}

function readPlace(name: string, place: unknown): SlotPlace {
  if (isRecord(place) && Object.keys(place).length === 2) {
    const { node, input } = place;
    const id = typeof node === 'number' ? String(node) : node;
    if (typeof id === 'string' && typeof input === 'string') return { node: id, input };
  }
  throw invalid(`The slot "${name}" must be {"node": id, "input": name}.`);
}
