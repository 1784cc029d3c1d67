/**
 * Every failure a user can meet: a permanent code, what it means, and what to do next when the place that throws knows
 * nothing better. `exitCode` is what the command line ends with when this failure ends the run. `docs/errors.md` is
 * written from this list by `scripts/write-errors.ts`.
 */
export const ERROR_CATALOGUE = {
  LIMNER_PACK_INVALID: {
    exitCode: 2,
    meaning: 'The pack has mistakes; each is named with its file, line and column.',
    next: 'Correct the lines named above and run the command again.',
  },
  LIMNER_PACK_UNREADABLE: {
    exitCode: 2,
    meaning: 'There is no pack at the given path, or it cannot be read.',
    next: 'Give the path of a pack file, or of a folder with a limner.yaml in it.',
  },
  LIMNER_WORKFLOW_UNREADABLE: {
    exitCode: 2,
    meaning: 'There is no workflow at the given path, or it cannot be read: a folder, not JSON, too large.',
    next: 'Give the path of a workflow in API format: in ComfyUI, Workflow → Export (API).',
  },
  LIMNER_CATALOGUE_UNREADABLE: {
    exitCode: 2,
    meaning: 'What a ComfyUI server can do (its object_info) cannot be read from the given file or server.',
    next: 'Give the address of a running ComfyUI, or a file with its answer to GET /object_info.',
  },
  LIMNER_WORKFLOW_INVALID: {
    exitCode: 2,
    meaning: 'A ComfyUI workflow, its slots file or what was asked of it has a mistake.',
    next: 'Correct what is named above; `limner workflow list` shows every workflow there is.',
  },
  LIMNER_USAGE: {
    exitCode: 2,
    meaning: 'The command was given something it does not know: a provider, an asset type or an asset.',
    next: 'See `limner --help`.',
  },
  LIMNER_RUN_NOT_FOUND: {
    exitCode: 2,
    meaning: 'There is no such run, or none that could be resumed.',
    next: 'List the runs with `limner runs`.',
  },
  LIMNER_COMPARISON_UNREADABLE: {
    exitCode: 2,
    meaning:
      'There is no comparison at the given path, its compare.json cannot be read, or nothing in it was made twice.',
    next: 'Give the folder that `limner compare` wrote, with a compare.json in it.',
  },
  LIMNER_OUTPUT_BUSY: {
    exitCode: 2,
    meaning: 'Another limner is writing into the same output folder.',
    next: 'Wait until the other run has ended, or choose another folder with --out.',
  },
  LIMNER_OUTPUT_UNWRITABLE: {
    exitCode: 2,
    meaning: 'The output folder cannot be made or written, or a file is there that must not be overwritten.',
    next: 'Choose another folder with --out.',
  },
  LIMNER_STATE_UNREADABLE: {
    exitCode: 2,
    meaning: 'The ledger cannot be opened, is not a ledger, or was written by a newer limner.',
    next: 'Choose another folder with --state.',
  },
  LIMNER_PROVIDER_UNAVAILABLE: {
    exitCode: 3,
    meaning: 'The provider that should make an asset is not set up here, or this version does not have it.',
    next: 'Set what it lacks in the environment, as `limner doctor` says, or choose another provider in the pack or with --provider.',
  },
  LIMNER_STORE_UNAVAILABLE: {
    exitCode: 3,
    meaning: 'The bucket that the pack wants its files in is not set up here, or cannot be reached or written to.',
    next: 'Set what is missing in the environment, or give a folder with --out.',
  },
  LIMNER_CAPABILITY_MISSING: {
    exitCode: 3,
    meaning: 'The provider is set up but cannot make this type of asset; the message says why.',
    next: 'Choose another provider for this asset type.',
  },
  LIMNER_BUDGET_EXCEEDED: {
    exitCode: 3,
    meaning: 'The next call would cost more than `budget` leaves; it was not sent.',
    next: 'Raise `budget` in the pack or with --budget and --day-budget, and run it again: only what is missing is made.',
  },
  LIMNER_WORKFLOW_REFUSED: {
    exitCode: 1,
    meaning: 'The server would not take the workflow; nothing ran and nothing was spent.',
    next: 'Refresh what limner knows of the server with `limner probe`, and check the workflow with `limner workflow validate`.',
  },
  LIMNER_MODEL_MISSING: {
    exitCode: 3,
    meaning: 'A model file that the workflow names is not on the server.',
    next: 'Put the file into the folder named above on the server, or choose another profile; `limner probe` shows what is there.',
  },
  LIMNER_NODE_MISSING: {
    exitCode: 3,
    meaning: 'A node that the workflow uses is not installed on the server.',
    next: 'Install the node pack on the server, or choose another removal; `limner probe` shows what is there.',
  },
  LIMNER_KEY_REFUSED: {
    exitCode: 3,
    meaning: 'The service does not accept the API key, or the key may not do this.',
    next: 'Set a key that is valid for this endpoint.',
  },
  LIMNER_CREDITS_EXHAUSTED: {
    exitCode: 3,
    meaning: 'The account at the service has too little credit left for the next job; it was not taken.',
    next: 'Buy credits or wait for the plan to renew, then run the command again: only what is missing is made.',
  },
  LIMNER_MODERATED: {
    exitCode: 1,
    meaning: 'The service found the words, or the picture that came of them, unfit and made or gave none.',
    next: 'Word the description differently, or choose another model: filters differ from model to model.',
  },
  LIMNER_ENDPOINT_NOT_FOUND: {
    exitCode: 3,
    meaning: 'There is no such endpoint, or nothing answers at its address.',
    next: 'Check the endpoint id and the address in the environment.',
  },
  LIMNER_TOO_LARGE: {
    exitCode: 1,
    meaning: 'A request or its result is larger than the service carries.',
    next: 'Ask for a smaller picture, or have the endpoint keep results in S3.',
  },
  LIMNER_CALL_TIMEOUT: {
    exitCode: 1,
    meaning: 'A job did not move on before its deadline.',
    next: 'Look at the endpoint, then run the command again: what is still under way is collected.',
  },
  LIMNER_RESULT_GONE: {
    exitCode: 1,
    meaning: 'A job ended, but its result was no longer there when it was fetched.',
    next: 'Run the command again: the picture is made anew.',
  },
  LIMNER_OUT_OF_MEMORY: {
    exitCode: 1,
    meaning: 'The GPU of the server has too little memory for this workflow and size.',
    next: 'Choose a smaller profile (fp8), a smaller picture, or a larger GPU.',
  },
  LIMNER_WORKER_BROKEN: {
    exitCode: 1,
    meaning: 'The worker that took the job is broken, and fails every job that it takes.',
    next: 'Recycle the workers of the endpoint (set its maximum to 0 and back), then run the command again.',
  },
  LIMNER_CALL_FAILED: {
    exitCode: 1,
    meaning: 'The provider could not be asked, refused a job, or ended it without a picture.',
    next: 'Run the command again: only what is missing is made.',
  },
  LIMNER_CALL_UNKNOWN: {
    exitCode: 1,
    meaning: 'A job was sent but its answer was lost, and the provider cannot tell whether it took the job.',
    next: 'Nothing was sent again, also to no other provider. See it with `limner calls`; `limner resume`, or the same command again, asks for its fate.',
  },
  LIMNER_CALL_OVERDUE: {
    exitCode: 1,
    meaning: 'A job did not end in time; it was told to stop, or cannot be stopped and may still end.',
    next: 'Run the command again: it asks after the job once more before anything is sent.',
  },
  LIMNER_PICTURE_INVALID: {
    exitCode: 1,
    meaning: 'A picture is damaged, empty or not what was asked for.',
    next: 'Run the command again with another --seed.',
  },
  LIMNER_PICTURE_UNUSABLE: {
    exitCode: 1,
    meaning:
      'A picture is whole, but nothing can be cut out of it: it is empty, or its ground is not as it was asked for.',
    next: 'Have it painted again with other seeds: run the command with --retries 2.',
  },
  LIMNER_PICTURE_LOST: {
    exitCode: 1,
    meaning: 'A picture that was made before is no longer in the cache, or has been damaged there.',
    next: 'Run the command again: what is lost is made anew.',
  },
  LIMNER_STORE_FAILED: {
    exitCode: 1,
    meaning:
      'A file or picture could not be written or read back: a full disk, a missing permission, a cleared cache, a bucket that refuses it.',
    next: 'Free some space or mend the folder, then run the command again: nothing is paid twice.',
  },
  LIMNER_BUG: {
    exitCode: 70,
    meaning: 'limner met something it should never meet.',
    next: 'This is a fault in limner; please report it with the text above.',
  },
} as const satisfies Record<string, { exitCode: number; meaning: string; next: string }>;

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
