import type { ComfyuiClient } from './client.ts';
import { placeInQueue } from './history.ts';

/** True when the server stopped the prompt, or dropped it from its queue. */
export async function cancelPrompt(promptId: string, client: ComfyuiClient, signal: AbortSignal): Promise<boolean> {
  const said = await client.cancelJob(promptId, signal);
  if (said !== undefined) return said;
  // The oldest servers interrupt whatever runs, so they are asked to only while it is this prompt.
  const place = placeInQueue(promptId, await client.queue(signal));
  if (place === 'queued') await client.dequeue(promptId, signal);
  const stillThere = place === 'queued' ? placeInQueue(promptId, await client.queue(signal)) : place;
  if (stillThere === 'running') await client.interrupt(promptId, signal);
  return place === 'queued' || stillThere === 'running';
}
