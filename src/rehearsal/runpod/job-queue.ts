import { randomUUID } from 'node:crypto';
import type { Bucket } from './bucket.ts';
import type { Counters } from './counters.ts';
import { execute } from './execute.ts';
import type { Fault } from './faults.ts';
import { Fleet } from './fleet.ts';
import { isProbe } from './is-probe.ts';
import { Job, type Policy } from './job.ts';
import type { EndpointSettings } from './options.ts';
import type { Timers } from '../http/timers.ts';
import type { Worker } from './worker.ts';
import type { Posted } from './worker/handler.ts';

export interface Submission {
  readonly input: unknown;
  readonly isSync: boolean;
  readonly policy: Policy;
  readonly faults: readonly Fault[];
}

export interface QueueContext {
  readonly settings: EndpointSettings;
  readonly timers: Timers;
  readonly counters: Counters;
  readonly bucket: Bucket;
}

/** The jobs of one endpoint, from submission to the day their results are thrown away. */
export class JobQueue {
  readonly fleet: Fleet;
  readonly #context: QueueContext;
  readonly #jobs = new Map<string, Job>();
  /** Those that may start, the oldest first. */
  readonly #waiting = new Set<Job>();
  readonly #running = new Map<Job, Worker>();
  /** Jobs whose slow worker is under way. */
  #coldStarts = 0;
  #retried = 0;

  constructor(context: QueueContext) {
    this.#context = context;
    this.fleet = new Fleet(context.settings, context.timers, () => this.#dispatch());
    this.fleet.scale(0);
  }

  submit(submission: Submission): Job {
    const { timers, counters } = this.#context;
    const id = `${submission.isSync ? 'sync-' : ''}${randomUUID()}-u1`;
    const job = new Job({ ...submission, id, submittedAt: timers.now() });
    this.#jobs.set(id, job);
    counters.count(isProbe(submission.input) ? 'probes' : 'submitsAccepted');
    for (const { name } of submission.faults) counters.countFault(name);
    timers.after(submission.policy.ttlMs, () => this.#expire(job));
    this.#wakeUpFor(job);
    return job;
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  /** Ends a job that has not ended yet; the worker that runs it is killed. */
  cancel(job: Job): void {
    if (job.isSettled) return;
    this.#killWorkerOf(job);
    this.#end(job, 'CANCELLED');
    this.#dispatch();
  }

  /** Queues a job again under its old id. Only for jobs that failed or timed out. */
  retry(job: Job): void {
    this.#requeue(job);
    this.#context.timers.after(0, () => this.#dispatch());
  }

  /** Cancels what waits; how many jobs that were. */
  purge(): number {
    const waiting = this.#with('IN_QUEUE');
    for (const job of waiting) this.cancel(job);
    return waiting.length;
  }

  health(): unknown {
    const jobs = {
      completed: this.#with('COMPLETED').length,
      failed: this.#with('FAILED').length,
      inProgress: this.#running.size,
      inQueue: this.#with('IN_QUEUE').length,
      retried: this.#retried,
    };
    const workers = this.fleet.health();
    return { jobs, workers: { ...workers, initializing: workers.initializing + this.#coldStarts } };
  }

  /** Keeps the result no longer than this from now on. */
  deleteAfter(job: Job, ms: number): void {
    const attempts = job.attempts;
    this.#context.timers.after(ms, () => {
      if (job.isSettled && job.attempts === attempts) this.#delete(job);
    });
  }

  /** Stops every worker; what they were at is queued again. */
  recycle(): void {
    const interrupted = [...this.#running.keys()];
    this.#running.clear();
    this.fleet.stopAll();
    for (const job of interrupted) this.#requeue(job);
    this.#dispatch();
  }

  /** Forgets every job and stops every worker. */
  clear(): void {
    for (const job of this.#jobs.values()) this.#delete(job);
    this.#waiting.clear();
    this.#running.clear();
    this.#retried = 0;
    this.fleet.stopAll();
  }

  #with(status: Job['status']): readonly Job[] {
    return [...this.#jobs.values()].filter((job) => job.status === status);
  }

  /** Never at once: whoever queued the job is told first that it waits. */
  #wakeUpFor(job: Job): void {
    if (job.heldBackMs === Infinity) return;
    const starting = job.has('cold-start') ? 1 : 0;
    this.#coldStarts += starting;
    this.#context.timers.after(job.heldBackMs, () => {
      this.#coldStarts -= starting;
      if (job.status === 'IN_QUEUE' && this.#jobs.has(job.spec.id)) this.#waiting.add(job);
      this.#dispatch();
    });
  }

  /** Gives the jobs that may start to the workers that are free, and asks for more workers. */
  #dispatch(): void {
    for (const job of this.#waiting) {
      const free = this.fleet.take();
      if (!free) break;
      this.#start(job, job.take('cold-start') ? this.fleet.replace(free, job.heldBackMs) : free);
    }
    if (this.fleet.hasRoom) this.fleet.scale([...this.#waiting].filter(({ spec }) => !spec.policy.lowPriority).length);
  }

  #start(job: Job, worker: Worker): void {
    const { timers, counters } = this.#context;
    job.start(worker.id, timers.now());
    this.#waiting.delete(job);
    this.#running.set(job, worker);
    if (!isProbe(job.spec.input)) counters.count('executions');
    const attempt = job.attempts;
    const isCurrent = (): boolean => job.status === 'IN_PROGRESS' && job.attempts === attempt;
    const callOff = timers.after(job.spec.policy.executionTimeoutMs, () => {
      if (isCurrent()) this.#timeOut(job);
    });
    void execute(job, worker, this.#context).then((posted) => {
      callOff();
      if (isCurrent()) this.#conclude(job, posted);
      this.fleet.release(worker);
    });
  }

  #conclude(job: Job, posted: Posted | 'died'): void {
    if (posted === 'died') return this.#executeAgain(job);
    this.#running.delete(job);
    this.#end(job, posted.error === undefined ? 'COMPLETED' : 'FAILED', posted);
    if (job.take('ttl-404')) this.#delete(job);
  }

  /** The worker has died without a word: the platform queues its job again. */
  #executeAgain(job: Job): void {
    this.#killWorkerOf(job);
    this.#requeue(job);
    this.#dispatch();
  }

  #requeue(job: Job): void {
    this.#retried += 1;
    job.requeue(this.#context.timers.now());
    this.#waiting.add(job);
  }

  #timeOut(job: Job): void {
    this.#killWorkerOf(job);
    this.#end(job, 'TIMED_OUT');
    this.#dispatch();
  }

  /** The time to live is over: a waiting job times out, a running one is deleted, work and all. */
  #expire(job: Job): void {
    if (job.status === 'IN_QUEUE') this.#end(job, 'TIMED_OUT');
    if (job.status !== 'IN_PROGRESS') return;
    this.#killWorkerOf(job);
    this.#end(job, 'TIMED_OUT');
    this.#delete(job);
    this.#dispatch();
  }

  #end(job: Job, status: 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TIMED_OUT', posted?: Posted): void {
    const { settings, timers } = this.#context;
    job.end(status, timers.now(), posted);
    this.#waiting.delete(job);
    this.deleteAfter(job, job.spec.isSync ? settings.retentionMs.runsync : settings.retentionMs.run);
  }

  #killWorkerOf(job: Job): void {
    const worker = this.#running.get(job);
    this.#running.delete(job);
    if (worker) this.fleet.stop(worker);
  }

  #delete(job: Job): void {
    this.#jobs.delete(job.spec.id);
    job.forget();
  }
}
