import type { Timers } from '../http/timers.ts';
import type { AssetBook } from './asset-book.ts';
import type { ScenarioCounters } from './counters.ts';
import { ScenarioJob, type ScenarioJobSpec } from './job.ts';
import { makeAssets, type PaintTask } from './make-assets.ts';
import type { ScenarioSettings } from './options.ts';

export interface JobSurroundings {
  readonly settings: ScenarioSettings;
  readonly timers: Timers;
  readonly counters: ScenarioCounters;
  readonly assets: AssetBook;
}

const MODERATED =
  'The request was rejected by the moderation of the provider: the prompt or an input image may violate its content policy.';

/** All jobs of the team: each goes through its stations by itself, and is paid back when it fails. */
export class JobBook {
  readonly #around: JobSurroundings;
  readonly #jobs = new Map<string, ScenarioJob>();

  constructor(around: JobSurroundings) {
    this.#around = around;
  }

  /** Accepts and charges a job. */
  submit(spec: ScenarioJobSpec, task: PaintTask): ScenarioJob {
    const { counters, settings } = this.#around;
    const job = new ScenarioJob(spec);
    this.#jobs.set(job.id, job);
    counters.countSubmit('submitsAccepted', spec.operation);
    counters.count('cu', spec.cu);
    for (const { name } of spec.faults) counters.countFault(name);
    const slow = job.fault('slow');
    const warmUpMs = settings.warmUpMs + (slow ? (slow.value ?? 10_000) : 0);
    this.#later(job, warmUpMs, () => {
      job.enter('queued');
      this.#later(job, settings.queueMs, () => this.#run(job, task));
    });
    return job;
  }

  find(id: string): ScenarioJob | undefined {
    return this.#jobs.get(id);
  }

  /** The oldest first. */
  all(): readonly ScenarioJob[] {
    return [...this.#jobs.values()];
  }

  get underWay(): number {
    return this.all().filter((job) => !job.isOver).length;
  }

  clear(): void {
    this.#jobs.clear();
  }

  /** What was forgotten by a reset comes to nothing. */
  #later(job: ScenarioJob, ms: number, work: () => void): void {
    this.#around.timers.after(ms, () => {
      if (this.#jobs.has(job.id)) work();
    });
  }

  #run(job: ScenarioJob, task: PaintTask): void {
    const { counters, settings } = this.#around;
    counters.count('jobsRun');
    job.enter('in-progress', 0.1);
    if (job.fault('never-ending')) return;
    const stuck = job.fault('stuck-progress');
    const ms = settings.executionMs + (stuck ? (stuck.value ?? 20_000) : 0);
    this.#later(job, ms, () => this.#end(job, task));
  }

  #end(job: ScenarioJob, task: PaintTask): void {
    if (job.fault('canceled')) return this.#fail(job, 'canceled');
    if (job.fault('failed'))
      return this.#fail(job, 'failure', 'The model failed to produce an output. Please try again.');
    if (job.fault('failed-moderation')) return this.#fail(job, 'failure', MODERATED);
    try {
      const assets = makeAssets(job, task).map((made) => this.#around.assets.add(made).id);
      job.succeed(job.fault('missing-asset') ? assets.slice(0, -1) : assets);
    } catch (error) {
      this.#fail(job, 'failure', error instanceof Error ? error.message : String(error));
    }
  }

  #fail(job: ScenarioJob, status: 'failure' | 'canceled', error?: string): void {
    const { counters } = this.#around;
    if (status === 'failure') counters.count('jobsFailed');
    counters.reimburse(job.spec.cu);
    job.fail(status, error);
  }
}
