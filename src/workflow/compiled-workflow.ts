import type { WorkflowGraph } from './graph.ts';
import type { ModelFile } from './profile.ts';
import type { Slot, SlotName } from './slots.ts';

/** A whole graph of real nodes in which only slots are left to fill. */
export interface CompiledWorkflow {
  readonly type: string;
  readonly profile: string;
  readonly removal: string;
  /** API format; a slot is `{"$slot": name}`. */
  readonly graph: WorkflowGraph;
  readonly slots: readonly Slot[];
  /** Slots of its type that have no effect here, such as a negative prompt at cfg 1: they may be given, and are dropped. */
  readonly ignored: readonly SlotName[];
  readonly outputs: readonly WorkflowOutput[];
  /** The model files it loads, under the names it loads them. */
  readonly models: readonly ModelFile[];
}

/** One SaveImage. */
export interface WorkflowOutput {
  readonly name: string;
  readonly node: string;
  readonly prefixSlot: SlotName;
  /** `layers`: several pictures in one go, the farthest first. */
  readonly role: 'image' | 'layer' | 'layers';
  /** Its pictures have true alpha. */
  readonly rgba: boolean;
}
