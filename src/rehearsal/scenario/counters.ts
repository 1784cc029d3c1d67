/** What is made of a job: the four operations limner knows, and all else. */
export type Operation = 'txt2img' | 'img2img' | 'remove-background' | 'layered' | 'other';

interface Plain {
  /** Paid submissions that reached the server, those it did not accept among them. */
  readonly submitsSeen: number;
  readonly submitsAccepted: number;
  readonly dryRuns: number;
  /** Assets that came in by `POST /assets`, and uploads that were completed. */
  readonly uploads: number;
  /** Questions for an asset or its URL. */
  readonly assetResolutions: number;
  /** Signed URLs that were fetched, good or expired. */
  readonly cdnDownloads: number;
  /** Requests to signed URLs that carried an Authorization, which is none of their business. */
  readonly leakedAuthorizations: number;
  /** Questions for a job. */
  readonly polls: number;
  /** Questions for the list of jobs. */
  readonly lists: number;
  readonly modelReads: number;
  readonly cancels: number;
  readonly jobsRun: number;
  readonly jobsFailed: number;
  /** Inputs that wanted an array and got a single value: dropped and paid for. */
  readonly droppedScalars: number;
  /** Paid submissions whose body, in vain, said dryRun. */
  readonly dryRunInBody: number;
  readonly unknownFields: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Compute units charged, less those paid back. */
  readonly cu: number;
  readonly cuReimbursed: number;
}

export interface ScenarioCounts extends Plain {
  readonly usd: number;
  /** How often each fault struck. */
  readonly faults: { readonly [name: string]: number };
}

export interface LoggedJob {
  readonly jobId: string;
  readonly operation: Operation;
  readonly modelId: string;
  readonly prompt: string;
  readonly status: string;
  /** What it cost in the end: nothing when it was paid back. */
  readonly cu: number;
  readonly assetIds: readonly string[];
  /** When it was accepted, in ms since the epoch. */
  readonly createdAt: number;
}

type Submits = Pick<Plain, 'submitsSeen' | 'submitsAccepted'>;
type ByOperation = { readonly [operation in Operation]: Submits };

export interface ScenarioReport {
  readonly total: ScenarioCounts;
  readonly operations: ByOperation;
  /** Every job in the order of acceptance, so that what was made twice can be found. */
  readonly jobs: readonly LoggedJob[];
}

export class ScenarioCounters {
  #counts = emptyCounts();
  #operations = emptyOperations();
  #faults: { readonly [name: string]: number } = {};

  count(what: keyof Plain, amount = 1): void {
    this.#counts = { ...this.#counts, [what]: this.#counts[what] + amount };
  }

  countSubmit(what: keyof Submits, operation: Operation): void {
    this.count(what);
    const counts = this.#operations[operation];
    this.#operations = { ...this.#operations, [operation]: { ...counts, [what]: counts[what] + 1 } };
  }

  countFault(name: string): void {
    this.#faults = { ...this.#faults, [name]: (this.#faults[name] ?? 0) + 1 };
  }

  reimburse(cu: number): void {
    this.count('cu', -cu);
    this.count('cuReimbursed', cu);
  }

  get cu(): number {
    return this.#counts.cu;
  }

  reset(): void {
    this.#counts = emptyCounts();
    this.#operations = emptyOperations();
    this.#faults = {};
  }

  report(usdPerCu: number, jobs: readonly LoggedJob[]): ScenarioReport {
    // A millionth of a dollar is finer than any price; sums of fractions are not exact beyond.
    const usd = Math.round(this.cu * usdPerCu * 1e6) / 1e6;
    return { total: { ...this.#counts, usd, faults: this.#faults }, operations: this.#operations, jobs };
  }
}

function emptyOperations(): ByOperation {
  const none = { submitsSeen: 0, submitsAccepted: 0 };
  return { txt2img: none, img2img: none, 'remove-background': none, layered: none, other: none };
}

function emptyCounts(): Plain {
  return {
    submitsSeen: 0,
    submitsAccepted: 0,
    dryRuns: 0,
    uploads: 0,
    assetResolutions: 0,
    cdnDownloads: 0,
    leakedAuthorizations: 0,
    polls: 0,
    lists: 0,
    modelReads: 0,
    cancels: 0,
    jobsRun: 0,
    jobsFailed: 0,
    droppedScalars: 0,
    dryRunInBody: 0,
    unknownFields: 0,
    bytesIn: 0,
    bytesOut: 0,
    cu: 0,
    cuReimbursed: 0,
  };
}
