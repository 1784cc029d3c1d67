import type { FileStore } from '../files.ts';
import type { Plane } from '../picture/plane.ts';
import type { Value } from '../values.ts';
import type { Inputs } from './inputs.ts';

/** What a node class does when it runs. */
export type Kernel = (inputs: Inputs, context: KernelContext) => Result | Promise<Result>;

export interface Result {
  /** One value a slot; a slot of a class in `LIST_OUTPUTS` holds a list. */
  readonly values: readonly (Value | readonly Value[])[];
  /** What clients are shown: lists by key, like `images` or `text`. */
  readonly ui?: Shown;
}

export type Shown = Readonly<Record<string, readonly unknown[]>>;

export interface KernelContext {
  readonly files: FileStore;
  /** Local time, for file names. */
  readonly now: () => Date;
  /** Text chunks of written PNGs. */
  readonly pngText: Readonly<Record<string, string>>;
  /** Tells how far the node is, waits as long as a step takes, and throws when the prompt was interrupted. */
  readonly step: (progress: StepProgress) => Promise<void>;
  /** A picture straight to the client, without progress. */
  readonly sendPicture: (plane: Plane) => void;
}

export interface StepProgress {
  readonly value: number;
  readonly max: number;
  /** A picture that goes along. A `final` one is sent whatever previews were asked for. */
  readonly preview?: { readonly plane: Plane; readonly final: boolean };
  /** How long to wait; a sampling step's duration when absent. */
  readonly waitMs?: number;
}

/** One value in the first slot. */
export function give(...values: readonly Value[]): Result {
  return { values };
}
