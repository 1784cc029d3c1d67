import type { InputValue } from './graph.ts';

export type SlotKind = 'text' | 'file' | 'seed' | 'size' | 'fraction' | 'count' | 'prefix';

/** Something a caller fills in. */
export interface Slot {
  readonly name: SlotName;
  readonly kind: SlotKind;
  readonly required: boolean;
  readonly default?: InputValue;
}

interface SlotRule {
  readonly kind: SlotKind;
  readonly default?: InputValue;
  readonly about: string;
}

/** Every slot there is, in our workflows and in a user's own. */
export const SLOTS = {
  prompt: { kind: 'text', about: 'what is to be seen' },
  negativePrompt: { kind: 'text', default: '', about: 'what is not to be seen' },
  seed: { kind: 'seed', about: 'a whole number from 0 to 2^50' },
  width: { kind: 'size', about: 'of the canvas, a multiple of 16' },
  height: { kind: 'size', about: 'of the canvas, a multiple of 16' },
  inputImage: { kind: 'file', about: 'the name of an uploaded picture' },
  denoise: { kind: 'fraction', default: 0.9, about: 'how much of the given picture is painted anew, 0 to 1' },
  layers: { kind: 'count', default: 4, about: 'how many layers' },
  largestSide: { kind: 'size', default: 640, about: 'the longer side of the layers' },
  prefix: { kind: 'prefix', about: 'how the names of the finished files begin' },
} as const satisfies Record<string, SlotRule>;

export type SlotName = keyof typeof SLOTS;

export type SlotValues = { readonly [name in SlotName]?: InputValue };

export function isSlotName(name: string): name is SlotName {
  return Object.hasOwn(SLOTS, name);
}

export function slotRule(name: SlotName): SlotRule {
  return SLOTS[name];
}

const MAX_SEED = 2 ** 50;
const MAX_SIDE = 16_384;

/** Says what a value must be to fill a slot of this kind, or undefined when it may. */
export function slotFault(kind: SlotKind, value: unknown): string | undefined {
  const check = CHECKS[kind];
  return check.holds(value) ? undefined : check.rule;
}

const CHECKS: { readonly [kind in SlotKind]: { readonly rule: string; holds(value: unknown): boolean } } = {
  text: { rule: 'must be a text', holds: (value) => typeof value === 'string' },
  file: {
    rule: 'must be the name of a file',
    holds: (value) => typeof value === 'string' && value.trim() !== '' && !value.split(/[\\/]/).includes('..'),
  },
  seed: { rule: 'must be a whole number from 0 to 2^50', holds: (value) => isWhole(value, 0, MAX_SEED) },
  size: {
    rule: 'must be a multiple of 16, from 16 to 16384',
    holds: (value) => isWhole(value, 16, MAX_SIDE) && value % 16 === 0,
  },
  fraction: {
    rule: 'must be a number from 0 to 1',
    holds: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  },
  count: { rule: 'must be a whole number from 1 to 16', holds: (value) => isWhole(value, 1, 16) },
  prefix: {
    rule: 'must be made of letters, digits, ".", "_" and "-", with no folder',
    holds: (value) => typeof value === 'string' && /^[A-Za-z0-9_-][\w.-]{0,127}$/.test(value),
  },
};

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}
