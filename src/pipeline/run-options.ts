import type { RunEvent } from './events.ts';

export interface RunOptions {
  /** The version of limner, for the manifest. */
  readonly limner: string;
  /** Absolute, for people and for `resume`. */
  readonly packFile: string;
  /** Names the place of the output, so that runs into the same place know each other. */
  readonly out: string;
  /** Whatever the caller needs to take the run up again; plain JSON. */
  readonly snapshot: unknown;
  readonly concurrency: number;
  /** Attempts at a call whose failure may pass. */
  readonly attempts: number;
  /** How long a job may take from its submission to its end, its time in the queue included. */
  readonly callDeadlineMs: number;
  /** Names this process in the ledger's claims. */
  readonly owner: string;
  readonly signal: AbortSignal;
  /** See `GenerateOptions.onEvent`. */
  readonly onEvent: (event: RunEvent) => void;
}
