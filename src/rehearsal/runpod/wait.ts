import type { Exchange } from '../http/answer.ts';
import type { Endpoint } from './endpoint.ts';
import type { Job } from './job.ts';

const USUAL_WAIT_MS = 90_000;

/** Waits until the job has ended, the `wait` of the request is over, or whoever asked has gone. */
export async function waitFor(job: Job, { settings, timers }: Endpoint, { url, signal }: Exchange): Promise<void> {
  const [least, most] = settings.ranges.wait;
  const wished = Number(url.searchParams.get('wait') ?? USUAL_WAIT_MS);
  const ms = Math.min(most, Math.max(least, Number.isFinite(wished) ? wished : USUAL_WAIT_MS));
  const over = Promise.withResolvers<void>();
  const callOff = timers.after(ms, over.resolve);
  signal.addEventListener('abort', () => over.resolve(), { once: true });
  await Promise.race([job.settled, over.promise]);
  callOff();
}
