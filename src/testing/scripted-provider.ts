import { LimnerError } from '../errors.ts';
import { hashJson } from '../hash.ts';
import type {
  CancelOutcome,
  ImageJob,
  ImageProvider,
  JobState,
  PaintedImage,
  Reconciliation,
  Ticket,
} from '../providers/provider.ts';
import { encodePng } from '../raster/png.ts';
import { createRaster } from '../raster/raster.ts';

/** What the service does with one submission. */
export type Reception = 'takes-it' | 'refuses' | 'refuses-for-now' | 'takes-it-but-answer-is-lost' | 'never-gets-it';

export interface Script {
  /** One reception for each submission in turn; then `takes-it`. */
  readonly receptions?: readonly Reception[];
  /** One end for each look at a finished job in turn; then `done`. */
  readonly ends?: readonly End[];
  /** So many of the first jobs bring a blank, however often they are looked at. */
  readonly blanks?: number;
  readonly reconciles?: boolean;
  readonly usd?: number;
  /** What the service remarks on each picture. */
  readonly warnings?: readonly string[];
  /** Polls before a job is done. */
  readonly pollsNeeded?: number;
  readonly pollAfterMs?: number;
  /** What a cancellation does; `cannot-cancel` unless told. */
  readonly cancels?: CancelOutcome;
  /** How many of the first questions of each kind meet a broken connection. */
  readonly breaks?: { readonly [question in 'probe' | 'poll' | 'cancel' | 'reconcile']?: number };
  readonly concurrency?: number;
}

export type End =
  | 'done'
  | 'fails'
  | 'fails-for-now'
  | 'breaks'
  | 'brings-nothing'
  /** A whole picture on which there is nothing to be seen. */
  | 'brings-a-blank'
  | keyof typeof BROKEN;

/** Downloads that are no whole picture. */
const BROKEN = {
  'brings-half': (job: ImageJob) => picture(job).subarray(0, 60),
  'brings-a-page': () => new TextEncoder().encode('<html>Service unavailable</html>'),
  'brings-no-bytes': () => new Uint8Array(0),
  'brings-far-too-much': () => encodePng(createRaster(4096, 2048), { level: 1 }),
} as const satisfies Record<string, (job: ImageJob) => Uint8Array>;

const PICTURES = {
  ...BROKEN,
  done: picture,
  'brings-a-blank': ({ canvas }: ImageJob) => encodePng(createRaster(canvas.width, canvas.height), { level: 1 }),
} as const;

/**
 * A provider whose service runs in this process and keeps count as an account would be charged: what the service took, it
 * charges for. For tests of the paid-call protocol.
 */
export function createScriptedProvider(script: Script = {}): ImageProvider & { readonly service: ScriptedService } {
  const service = new ScriptedService(script);
  const usd = script.usd ?? 0.01;
  const broken = { probe: 0, poll: 0, cancel: 0, reconcile: 0, ...script.breaks };
  const connect = (question: keyof typeof broken): void => {
    broken[question] -= 1;
    if (broken[question] >= 0) throw new TypeError('fetch failed');
  };
  return {
    name: 'scripted',
    family: 'painter',
    service,
    probe: async () => {
      connect('probe');
      return {
        canvas: { multipleOf: 16, minSide: 16, maxSide: 4096 },
        alpha: 'native',
        cannot: {},
        concurrency: script.concurrency ?? 4,
        version: '1',
      };
    },
    quote: () => ({ usd, seconds: 1, calls: 1 }),
    submit: async (job) => service.receive(job),
    poll: async (ticket) => {
      connect('poll');
      return service.look(ticket, usd);
    },
    cancel: async () => {
      connect('cancel');
      service.cancellations += 1;
      return script.cancels ?? 'cannot-cancel';
    },
    reconcile: async (job): Promise<Reconciliation> => {
      connect('reconcile');
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
  cancellations = 0;
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
    const index = Number(ticket.remoteId.slice(4)) - 1;
    const job = this.taken[index];
    if (!job) throw new LimnerError('LIMNER_CALL_FAILED', `The service knows no job ${ticket.remoteId}.`);
    this.polls += 1;
    if (this.polls < (this.#script.pollsNeeded ?? 1)) {
      return { phase: 'running', pollAfterMs: this.#script.pollAfterMs ?? 1 };
    }
    const isBlank = index < (this.#script.blanks ?? 0);
    const end = isBlank ? 'brings-a-blank' : (this.#script.ends?.[this.#ended] ?? 'done');
    this.#ended += 1;
    if (end === 'brings-nothing') return { phase: 'done', images: [], usd };
    if (end === 'breaks') return { phase: 'failed', error: new TypeError('undefined is not a picture'), usd };
    if (end !== 'fails' && end !== 'fails-for-now') {
      const bytes = PICTURES[end](job);
      const { warnings = [] } = this.#script;
      return { phase: 'done', images: asAskedFor(bytes, job), usd, warnings };
    }
    const error = new LimnerError('LIMNER_CALL_FAILED', 'The worker ran out of memory.', {
      retryable: end === 'fails-for-now',
    });
    return { phase: 'failed', error, usd: 0 };
  }
}

/** Every layer of a set looks the same. */
function asAskedFor(bytes: Uint8Array, { composition }: ImageJob): readonly PaintedImage[] {
  const mimeType = 'image/png';
  if (composition.kind !== 'layers') return [{ role: 'image', bytes, mimeType }];
  return composition.layers.map((_, layer) => ({ role: 'layer', layer, bytes, mimeType }));
}

/** A square of two colours on transparent ground: something to see, also where the ground is filled. */
function picture(job: ImageJob): Uint8Array {
  const { width, height } = job.canvas;
  const raster = createRaster(width, height);
  for (let y = height >> 2; y < height - (height >> 2); y += 1) {
    for (let x = width >> 2; x < width - (width >> 2); x += 1)
      raster.rgba.set([job.seed & 255, y * 2 < height ? 90 : 160, 30, 255], (y * width + x) * 4);
  }
  return encodePng(raster, { level: 1 });
}
