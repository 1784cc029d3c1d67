import { LimnerError } from '../errors.ts';
import { hashJson } from '../hash.ts';
import type { ImageJob, ImageProvider, JobState, Reconciliation, Ticket } from '../providers/provider.ts';
import { encodePng } from '../raster/png.ts';
import { createRaster } from '../raster/raster.ts';

/** What the service does with one submission. */
export type Reception = 'takes-it' | 'refuses' | 'refuses-for-now' | 'takes-it-but-answer-is-lost' | 'never-gets-it';

export interface Script {
  /** One reception for each submission in turn; then `takes-it`. */
  readonly receptions?: readonly Reception[];
  /** One end for each finished job in turn; then `done`. */
  readonly ends?: readonly ('done' | 'fails' | 'fails-for-now' | 'brings-nothing')[];
  readonly reconciles?: boolean;
  readonly usd?: number;
  /** What the service remarks on each picture. */
  readonly warnings?: readonly string[];
  /** Polls before a job is done. */
  readonly pollsNeeded?: number;
}

/**
 * A provider whose service runs in this process and keeps count as an account would be charged: what the service took, it
 * charges for. For tests of the paid-call protocol.
 */
export function createScriptedProvider(script: Script = {}): ImageProvider & { readonly service: ScriptedService } {
  const service = new ScriptedService(script);
  const usd = script.usd ?? 0.01;
  return {
    name: 'scripted',
    family: 'painter',
    service,
    probe: async () => ({
      canvas: { multipleOf: 16, minSide: 16, maxSide: 4096 },
      alpha: 'native',
      cannot: {},
      concurrency: 4,
      version: '1',
    }),
    quote: () => ({ usd, seconds: 1, calls: 1 }),
    submit: async (job) => service.receive(job),
    poll: async (ticket) => service.look(ticket, usd),
    cancel: async () => 'cannot-cancel',
    reconcile: async (job): Promise<Reconciliation> => {
      if (!(script.reconciles ?? true)) return { outcome: 'cannot-tell' };
      const ticket = service.find(job);
      return ticket ? { outcome: 'found', ticket } : { outcome: 'never-arrived' };
    },
  };
}

class ScriptedService {
  /** Every job the service took, and so charges for. */
  readonly taken: ImageJob[] = [];
  submissions = 0;
  polls = 0;
  readonly #script: Script;
  #ended = 0;

  constructor(script: Script) {
    this.#script = script;
  }

  receive(job: ImageJob): Ticket {
    const reception = this.#script.receptions?.[this.submissions] ?? 'takes-it';
    this.submissions += 1;
    if (reception === 'refuses')
      throw new LimnerError('LIMNER_CALL_FAILED', 'The service refused the job.', { refused: true });
    if (reception === 'refuses-for-now') {
      throw new LimnerError('LIMNER_CALL_FAILED', 'The service is busy.', { refused: true, retryable: true });
    }
    if (reception === 'never-gets-it') throw new Error('connection reset before the request was sent');
    this.taken.push(job);
    if (reception === 'takes-it-but-answer-is-lost') throw new Error('connection reset before the answer came');
    return { remoteId: `job-${this.taken.length}` };
  }

  find(job: ImageJob): Ticket | undefined {
    const index = this.taken.findIndex((taken) => hashJson(taken) === hashJson(job));
    return index === -1 ? undefined : { remoteId: `job-${index + 1}` };
  }

  look(ticket: Ticket, usd: number): JobState {
    const job = this.taken[Number(ticket.remoteId.slice(4)) - 1];
    if (!job) throw new LimnerError('LIMNER_CALL_FAILED', `The service knows no job ${ticket.remoteId}.`);
    this.polls += 1;
    if (this.polls < (this.#script.pollsNeeded ?? 1)) return { phase: 'running', pollAfterMs: 1 };
    const end = this.#script.ends?.[this.#ended] ?? 'done';
    this.#ended += 1;
    if (end === 'brings-nothing') return { phase: 'done', images: [], usd };
    if (end === 'done') {
      const { warnings = [] } = this.#script;
      return { phase: 'done', images: [{ role: 'image', bytes: picture(job), mimeType: 'image/png' }], usd, warnings };
    }
    const error = new LimnerError('LIMNER_CALL_FAILED', 'The worker ran out of memory.', {
      retryable: end === 'fails-for-now',
    });
    return { phase: 'failed', error, usd: 0 };
  }
}

/** A square on transparent ground. */
function picture(job: ImageJob): Uint8Array {
  const { width, height } = job.canvas;
  const raster = createRaster(width, height);
  for (let y = height >> 2; y < height - (height >> 2); y += 1) {
    for (let x = width >> 2; x < width - (width >> 2); x += 1)
      raster.rgba.set([job.seed & 255, 90, 30, 255], (y * width + x) * 4);
  }
  return encodePng(raster, { level: 1 });
}
