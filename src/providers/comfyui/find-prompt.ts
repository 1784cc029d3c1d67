import { isObject } from '../../workflow/answers/loose-json.ts';
import type { ComfyuiClient } from './client.ts';
import { placeInQueue, queueItems, readHistory } from './history.ts';
import { prefixOf, promptIdOf } from './translate.ts';

/** The server's id of a call's prompt, wherever it stands; undefined when the server has none of it. */
export async function findPrompt(
  callId: string,
  client: ComfyuiClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  const id = promptIdOf(callId);
  // In this order: what leaves the queue in between is in the history by then.
  const queue = await client.queue(signal);
  if (placeInQueue(id, queue) !== 'absent') return id;
  if (readHistory(id, await client.history(id, signal))) return id;
  // Old servers make ids up themselves: there it is known by what it saves.
  const waiting = idOf(callId, queueItems(queue));
  if (waiting !== undefined) return waiting;
  const entries = Object.values(await client.recentHistory(signal));
  return idOf(
    callId,
    entries.flatMap((entry) => (isObject(entry) ? [entry['prompt']] : [])),
  );
}

/** Of the prompt, `[number, id, graph, …]`, that saves under the call's prefix. */
function idOf(callId: string, prompts: readonly unknown[]): string | undefined {
  const prefix = JSON.stringify(prefixOf(callId));
  for (const prompt of prompts) {
    if (!Array.isArray(prompt)) continue;
    const [, id, graph] = prompt as readonly unknown[];
    if (typeof id === 'string' && (JSON.stringify(graph) ?? '').includes(prefix)) return id;
  }
  return undefined;
}
