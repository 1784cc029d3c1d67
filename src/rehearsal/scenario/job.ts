import { randomBytes } from 'node:crypto';
import type { LoggedJob, Operation } from './counters.ts';
import type { ScenarioFault, ScenarioFaultName } from './faults.ts';
import type { Body } from './read-inputs.ts';

export type ScenarioStatus = 'warming-up' | 'queued' | 'in-progress' | 'success' | 'failure' | 'canceled';

export interface ScenarioJobSpec {
  readonly jobType: string;
  readonly operation: Operation;
  readonly modelId: string;
  /** What the model got, and so without what was dropped. */
  readonly input: Body;
  readonly cu: number;
  readonly faults: readonly ScenarioFault[];
}

const ALIASES: { readonly [status in ScenarioStatus]?: string } = {
  success: 'succeeded',
  failure: 'failed',
  canceled: 'cancelled',
};

/** A job's life as `GET /jobs/{id}` tells it. */
export class ScenarioJob {
  readonly id = `job_${randomBytes(12).toString('hex')}`;
  readonly spec: ScenarioJobSpec;
  readonly createdAt = Date.now();
  #status: ScenarioStatus = 'warming-up';
  #history: readonly { readonly status: string; readonly date: string }[] = [];
  #progress = 0;
  #assetIds: readonly string[] = [];
  #error: string | undefined;

  constructor(spec: ScenarioJobSpec) {
    this.spec = spec;
    this.enter('warming-up');
  }

  get isOver(): boolean {
    return this.#status === 'success' || this.#status === 'failure' || this.#status === 'canceled';
  }

  /** The status in the words of this job. */
  get status(): string {
    return (this.fault('status-aliases') ? ALIASES[this.#status] : undefined) ?? this.#status;
  }

  fault(name: ScenarioFaultName): ScenarioFault | undefined {
    return this.spec.faults.find((fault) => fault.name === name);
  }

  enter(status: ScenarioStatus, progress = 0): void {
    this.#status = status;
    this.#progress = progress;
    this.#history = [...this.#history, { status: this.status, date: new Date().toISOString() }];
  }

  succeed(assetIds: readonly string[]): void {
    this.#assetIds = assetIds;
    this.enter('success', 1);
  }

  fail(status: 'failure' | 'canceled', error?: string): void {
    this.#error = error;
    this.enter(status, this.#progress);
  }

  view(): { readonly [key: string]: unknown } {
    const { jobType, modelId, input, cu } = this.spec;
    return {
      jobId: this.id,
      jobType,
      status: this.status,
      progress: this.#progress,
      statusHistory: this.#history,
      createdAt: new Date(this.createdAt).toISOString(),
      // It moves while the job is alive, also where the progress is stuck.
      updatedAt: this.isOver ? this.#history.at(-1)?.date : new Date().toISOString(),
      authorId: 'rehearsal',
      metadata: {
        input: { modelId, ...input },
        assetIds: this.#assetIds,
        ...(this.#error === undefined ? {} : { error: this.#error }),
      },
      billing: { cuCost: this.#isPaid ? cu : 0 },
    };
  }

  log(): LoggedJob {
    const { operation, modelId, input, cu } = this.spec;
    const prompt = typeof input['prompt'] === 'string' ? input['prompt'] : '';
    const { id: jobId, status, createdAt } = this;
    return {
      jobId,
      operation,
      modelId,
      prompt,
      status,
      cu: this.#isPaid ? cu : 0,
      assetIds: this.#assetIds,
      createdAt,
    };
  }

  get #isPaid(): boolean {
    return this.#status !== 'failure' && this.#status !== 'canceled';
  }
}
