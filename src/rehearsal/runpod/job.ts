import type { Fault, FaultName } from './faults.ts';
import type { Posted } from './worker/handler.ts';

export type JobStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TIMED_OUT';

export interface Policy {
  readonly executionTimeoutMs: number;
  readonly ttlMs: number;
  /** Never makes a worker start. */
  readonly lowPriority: boolean;
}

export interface JobSpec {
  readonly id: string;
  readonly input: unknown;
  readonly isSync: boolean;
  readonly policy: Policy;
  readonly faults: readonly Fault[];
  readonly submittedAt: number;
}

/** A job's life: queued, started, perhaps queued again, ended. Times in ms of the server's clock. */
export class Job {
  readonly spec: JobSpec;
  /** How long its faults keep it back in the queue; may be infinite. */
  readonly heldBackMs: number;
  #status: JobStatus = 'IN_QUEUE';
  #faults: readonly Fault[];
  #attempts = 0;
  #queuedAt: number;
  #startedAt: number | undefined;
  #endedAt: number | undefined;
  #workerId: string | undefined;
  #posted: Posted = {};
  #settled = Promise.withResolvers<void>();

  constructor(spec: JobSpec) {
    this.spec = spec;
    this.#faults = spec.faults;
    this.#queuedAt = spec.submittedAt;
    this.heldBackMs = heldBack(spec.faults);
  }

  get status(): JobStatus {
    return this.#status;
  }

  get isSettled(): boolean {
    return this.#status !== 'IN_QUEUE' && this.#status !== 'IN_PROGRESS';
  }

  /** How often it was started; tells one execution from the next. */
  get attempts(): number {
    return this.#attempts;
  }

  /** Resolves when the job has ended or is no more. */
  get settled(): Promise<void> {
    return this.#settled.promise;
  }

  has(name: FaultName): boolean {
    return this.#faults.some((fault) => fault.name === name);
  }

  /** Gives a fault of this name and forgets it: every fault strikes once. */
  take(name: FaultName): Fault | undefined {
    const index = this.#faults.findIndex((fault) => fault.name === name);
    const fault = this.#faults[index];
    if (fault) this.#faults = this.#faults.toSpliced(index, 1);
    return fault;
  }

  /** The first of these that is the job's; like `take`. */
  takeAny(names: readonly FaultName[]): FaultName | undefined {
    return names.find((name) => this.take(name));
  }

  start(workerId: string, now: number): void {
    this.#status = 'IN_PROGRESS';
    this.#attempts += 1;
    this.#workerId = workerId;
    this.#startedAt = now;
  }

  /** Back into the queue, with the old result dropped. */
  requeue(now: number): void {
    if (this.isSettled) this.#settled = Promise.withResolvers();
    this.#status = 'IN_QUEUE';
    this.#queuedAt = now;
    this.#posted = {};
    this.#startedAt = undefined;
    this.#endedAt = undefined;
    this.#workerId = undefined;
  }

  end(status: Exclude<JobStatus, 'IN_QUEUE' | 'IN_PROGRESS'>, now: number, posted: Posted = {}): void {
    this.#status = status;
    this.#endedAt = now;
    this.#posted = posted;
    this.#settled.resolve();
  }

  /** Wakes up whoever waits for a job that is deleted. */
  forget(): void {
    this.#settled.resolve();
  }

  /** What `/status` says: exactly the keys of the state it is in. */
  view(): { readonly [key: string]: unknown } {
    const { id } = this.spec;
    const status = this.#status;
    if (status === 'IN_QUEUE') return { id, status };
    const delayTime = this.#startedAt === undefined ? {} : { delayTime: Math.round(this.#startedAt - this.#queuedAt) };
    if (status === 'IN_PROGRESS') return { ...delayTime, id, status };
    const executionTime = this.#executionTime();
    if (status === 'CANCELLED' || status === 'TIMED_OUT') return { ...delayTime, ...executionTime, id, status };
    const workerId = this.#workerId === undefined ? {} : { workerId: this.#workerId };
    return { ...delayTime, ...executionTime, ...error(this.#posted), id, ...output(this.#posted), status, ...workerId };
  }

  #executionTime(): { readonly executionTime?: number } {
    if (this.#startedAt === undefined || this.#endedAt === undefined) return {};
    return { executionTime: Math.round(this.#endedAt - this.#startedAt) };
  }
}

function error(posted: Posted): { readonly error?: string } {
  return posted.error === undefined ? {} : { error: posted.error };
}

function output(posted: Posted): { readonly output?: unknown } {
  return posted.output === undefined ? {} : { output: posted.output };
}

const HELD_BACK_MS: { readonly [name in FaultName]?: number } = {
  'cold-start': 20_000,
  'slow-queue': 10_000,
  'never-ending-queue': Infinity,
};

function heldBack(faults: readonly Fault[]): number {
  return Math.max(0, ...faults.map(({ name, value }) => heldBackBy(name, value)));
}

function heldBackBy(name: FaultName, value: number | undefined): number {
  const usual = HELD_BACK_MS[name];
  return usual === undefined || usual === Infinity ? (usual ?? 0) : (value ?? usual);
}
