import { type ImageProvider, LimnerError } from 'limner';

export interface HouseOptions {
  /** Where the service listens, without a slash at the end. */
  readonly url: string;
  readonly fetch?: typeof fetch;
}

/** A provider for a picture service of our own, which takes limner's jobs as they are. */
export function createHouseProvider({ url, fetch = globalThis.fetch }: HouseOptions): ImageProvider {
  return {
    name: 'house',
    family: 'painter',
    async probe({ signal }) {
      signal.throwIfAborted();
      return {
        canvas: { multipleOf: 16, minSide: 64, maxSide: 2048 },
        alpha: 'native',
        cannot: { title_hero: 'it cannot spell' },
        concurrency: 4,
        version: 'house-1',
      };
    },
    quote: () => ({ usd: 0.002, seconds: 4, calls: 1 }),
    async submit(job, { callId, signal }) {
      const response = await fetch(`${url}/jobs`, { method: 'POST', body: JSON.stringify({ callId, job }), signal });
      if (response.status >= 400 && response.status < 500) throw refusal(response.status);
      // Anything else than a clear answer leaves open whether the job runs: limner asks `reconcile` then.
      if (!response.ok) throw new Error(`The house answered ${response.status}.`);
      return ticketOf(response);
    },
    async poll({ remoteId }, { signal }) {
      const response = await fetch(`${url}/jobs/${remoteId}`, { signal });
      if (!response.ok) throw troubled(response.status);
      const job = (await response.json()) as HouseJob;
      if (job.state === 'failed') {
        return { phase: 'failed', error: new LimnerError('LIMNER_CALL_FAILED', job.reason), usd: 0 };
      }
      if (job.state !== 'done') return { phase: job.state, pollAfterMs: 250 };
      const images = await Promise.all(
        job.pictures.map(async ({ path, layer }) => {
          const bytes = new Uint8Array(await (await fetch(`${url}${path}`, { signal })).arrayBuffer());
          const file = { bytes, mimeType: 'image/png' };
          return layer === undefined ? { role: 'image' as const, ...file } : { role: 'layer' as const, layer, ...file };
        }),
      );
      return { phase: 'done', images, usd: 0.002 };
    },
    async cancel({ remoteId }, { signal }) {
      const response = await fetch(`${url}/jobs/${remoteId}`, { method: 'DELETE', signal });
      if (response.status === 409) return 'already-finished';
      return response.ok ? 'cancelled' : 'cannot-cancel';
    },
    async reconcile(_job, { callId, signal }) {
      const response = await fetch(`${url}/jobs?callId=${callId}`, { signal });
      if (response.status === 404) return { outcome: 'never-arrived' };
      return response.ok ? { outcome: 'found', ticket: await ticketOf(response) } : { outcome: 'cannot-tell' };
    },
  };
}

/** What the house says about a job. */
type HouseJob =
  | { readonly state: 'queued' | 'running' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'done'; readonly pictures: readonly { readonly path: string; readonly layer?: number }[] };

async function ticketOf(response: Response): Promise<{ remoteId: string }> {
  const { id } = (await response.json()) as { id: string };
  return { remoteId: id };
}

/** The house surely did not take the job, so nothing is owed; when it only was busy, it may be asked again. */
function refusal(status: number): LimnerError {
  const message = `The house refused the job (${status}).`;
  return new LimnerError('LIMNER_CALL_FAILED', message, { refused: true, retryable: status === 429 });
}

function troubled(status: number): LimnerError {
  const message = `The house cannot say what became of a job (${status}).`;
  return new LimnerError('LIMNER_CALL_FAILED', message, { retryable: status >= 500 });
}
