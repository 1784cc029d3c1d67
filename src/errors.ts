/**
 * Every failure a user can meet: a permanent code, and what to do next when the place that throws knows nothing
 * better. `exitCode` is what the command line ends with when this failure ends the run.
 */
export const ERROR_CATALOGUE = {
  LIMNER_PACK_INVALID: { exitCode: 2, next: 'Correct the lines named above and run the command again.' },
  LIMNER_PACK_UNREADABLE: {
    exitCode: 2,
    next: 'Give the path of a pack file, or of a folder with a limner.yaml in it.',
  },
  LIMNER_USAGE: { exitCode: 2, next: 'See `limner --help`.' },
  LIMNER_RUN_NOT_FOUND: { exitCode: 2, next: 'List the runs with `limner runs`.' },
  LIMNER_OUTPUT_BUSY: { exitCode: 2, next: 'Wait until the other run has ended, or choose another folder with --out.' },
  LIMNER_OUTPUT_UNWRITABLE: { exitCode: 2, next: 'Choose another folder with --out.' },
  LIMNER_STATE_UNREADABLE: { exitCode: 2, next: 'Choose another folder with --state.' },
  LIMNER_PROVIDER_UNAVAILABLE: { exitCode: 3, next: 'Choose another provider in the pack or with --provider.' },
  LIMNER_STORE_UNAVAILABLE: { exitCode: 3, next: 'Set `store: { type: fs }` in the pack.' },
  LIMNER_CAPABILITY_MISSING: { exitCode: 3, next: 'Choose another provider for this asset type.' },
  LIMNER_BUDGET_EXCEEDED: { exitCode: 3, next: 'Raise `budget` in the pack, or make fewer assets with --only.' },
  LIMNER_CALL_FAILED: { exitCode: 1, next: 'Run the command again: only what is missing is made.' },
  LIMNER_CALL_UNKNOWN: {
    exitCode: 1,
    next: 'Nothing was sent again. Run the command again later to ask for its fate.',
  },
  LIMNER_PICTURE_INVALID: { exitCode: 1, next: 'Run the command again with another --seed.' },
  LIMNER_STORE_FAILED: {
    exitCode: 1,
    next: 'Free some space or mend the folder, then run the command again: nothing is paid twice.',
  },
  LIMNER_INTERRUPTED: { exitCode: 4, next: 'Run `limner resume` to finish.' },
  LIMNER_BUG: { exitCode: 70, next: 'This is a fault in limner; please report it with the text above.' },
} as const satisfies Record<string, { exitCode: number; next: string }>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

export interface ErrorDetails {
  readonly cause?: unknown;
  /** What to do, where it is better known than the catalogue's sentence. */
  readonly next?: string;
  readonly retryable?: boolean;
  /** The service surely did not take the job: its claim can be released. */
  readonly refused?: boolean;
  /** Ids, sizes, urls without secrets. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** The only error limner throws on purpose. `message` says what happened and why; `next` says what to do. */
export class LimnerError extends Error {
  override readonly name = 'LimnerError';
  readonly code: ErrorCode;
  readonly next: string;
  readonly retryable: boolean;
  readonly refused: boolean;
  readonly facts: Readonly<Record<string, string | number | boolean>>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.next = details.next ?? ERROR_CATALOGUE[code].next;
    this.retryable = details.retryable ?? false;
    this.refused = details.refused ?? false;
    this.facts = details.facts ?? {};
  }

  get exitCode(): number {
    return ERROR_CATALOGUE[this.code].exitCode;
  }
}

/** The plain form for manifests, events and `--json`. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string;
}

export function describeError(error: unknown): ErrorReport {
  if (error instanceof LimnerError) return { code: error.code, message: error.message, next: error.next };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'LIMNER_BUG', message, next: ERROR_CATALOGUE.LIMNER_BUG.next };
}
