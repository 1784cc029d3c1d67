import type { EndpointSettings } from './options.ts';
import type { Timers } from '../http/timers.ts';
import { Worker } from './worker.ts';

type HealthState = 'idle' | 'initializing' | 'ready' | 'running' | 'throttled' | 'unhealthy';

/** The workers of one endpoint: started when jobs wait, stopped when nothing comes for a while, paid for in between. */
export class Fleet {
  readonly #settings: EndpointSettings;
  readonly #timers: Timers;
  readonly #onReady: () => void;
  readonly #workers = new Set<Worker>();
  readonly #idleTimers = new Map<Worker, () => void>();
  #stoppedSeconds = 0;

  /** `onReady` is called whenever a worker becomes free. */
  constructor(settings: EndpointSettings, timers: Timers, onReady: () => void) {
    this.#settings = settings;
    this.#timers = timers;
    this.#onReady = onReady;
  }

  /** A warm worker, which runs from now on; undefined when none is free. */
  take(): Worker | undefined {
    const worker = [...this.#workers].find(({ state }) => state === 'idle');
    if (worker) this.#begin(worker);
    return worker;
  }

  /** A worker in the place of this one that knows nothing of what came before; its start took so long, and is billed. */
  replace(worker: Worker, startMs: number): Worker {
    this.stop(worker);
    const fresh = this.#add('idle', startMs);
    this.#begin(fresh);
    return fresh;
  }

  /** The job has ended; a worker that was stopped meanwhile stays so. */
  release(worker: Worker): void {
    if (worker.state !== 'running') return;
    worker.state = 'idle';
    this.#stopWhenIdle(worker);
    this.#onReady();
  }

  stop(worker: Worker): void {
    if (!this.#workers.delete(worker)) return;
    this.#idleTimers.get(worker)?.();
    this.#idleTimers.delete(worker);
    this.#stoppedSeconds += this.#secondsOf(worker);
    worker.stop();
  }

  stopAll(): void {
    for (const worker of this.#workers) this.stop(worker);
  }

  get hasRoom(): boolean {
    return this.#workers.size < this.#settings.workersMax;
  }

  /** Starts as many workers as the waiting jobs want and the endpoint allows. */
  scale(waiting: number): void {
    const free = this.count('idle') + this.count('initializing');
    const wanted = Math.max(waiting - free, this.#settings.workersMin - this.#workers.size);
    const starting = Math.min(wanted, this.#settings.workersMax - this.#workers.size);
    for (let count = 0; count < starting; count += 1) this.#warmUp(this.#add('initializing'));
  }

  count(state: 'initializing' | 'idle' | 'running'): number {
    return [...this.#workers].filter((worker) => worker.state === state).length;
  }

  /** Workers whose ComfyUI is dead look healthy to the platform. */
  health(): { readonly [state in HealthState]: number } {
    const [idle, running] = [this.count('idle'), this.count('running')];
    const initializing = this.count('initializing');
    return { idle, initializing, ready: idle + running, running, throttled: 0, unhealthy: 0 };
  }

  get billedSeconds(): number {
    return [...this.#workers].reduce((sum, worker) => sum + this.#secondsOf(worker), this.#stoppedSeconds);
  }

  /** Forgets what stopped workers cost. */
  resetCost(): void {
    this.#stoppedSeconds = 0;
  }

  #add(state: 'initializing' | 'idle', startMs = 0): Worker {
    const worker = new Worker(this.#settings.makeEngine(), state, this.#timers.now() - startMs);
    this.#workers.add(worker);
    return worker;
  }

  #warmUp(worker: Worker): void {
    this.#timers.after(this.#settings.coldStartMs, () => {
      if (worker.state !== 'initializing') return;
      worker.state = 'idle';
      this.#stopWhenIdle(worker);
      this.#onReady();
    });
  }

  #begin(worker: Worker): void {
    this.#idleTimers.get(worker)?.();
    this.#idleTimers.delete(worker);
    worker.state = 'running';
  }

  #stopWhenIdle(worker: Worker): void {
    const cancel = this.#timers.after(this.#settings.idleTimeoutMs, () => {
      if (this.#workers.size > this.#settings.workersMin) this.stop(worker);
    });
    this.#idleTimers.set(worker, cancel);
  }

  #secondsOf(worker: Worker): number {
    return Math.ceil((this.#timers.now() - worker.startedAt) / 1000);
  }
}
