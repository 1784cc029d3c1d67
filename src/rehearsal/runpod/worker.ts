import { randomBytes } from 'node:crypto';
import type { ComfyEngine } from '../comfy/engine.ts';

export type WorkerState = 'initializing' | 'idle' | 'running' | 'stopped';

/** One worker: a ComfyUI that stays warm between jobs, one job at a time. */
export class Worker {
  readonly id = workerId();
  readonly startedAt: number;
  readonly engine: ComfyEngine;
  state: WorkerState;
  /** Its ComfyUI is dead, and nobody starts it again: every further job fails. */
  isPoisoned = false;

  constructor(engine: ComfyEngine, state: 'initializing' | 'idle', now: number) {
    this.engine = engine;
    this.state = state;
    this.startedAt = now;
  }

  stop(): void {
    if (this.state === 'stopped') return;
    this.state = 'stopped';
    this.engine.stop();
  }
}

/** Fourteen letters and digits, as the platform's are. */
function workerId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(randomBytes(14), (byte) => letters.charAt(byte % letters.length)).join('');
}
