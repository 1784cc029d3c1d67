import type { GraphRequest } from '../graph-provider.ts';
import { encodeBase64 } from '../base64.ts';
import type { RunpodClient } from './client.ts';
import { answerFault, requestFault } from './limits.ts';

export interface SendGraphOptions {
  readonly provider: string;
  readonly client: Pick<RunpodClient, 'run'>;
  /** The worker puts its pictures into a bucket: an answer is never too large. */
  readonly resultsInBucket?: boolean;
  readonly signal: AbortSignal;
}

/** For all of a request but its pictures. */
const ROOM_BYTES = 200_000;

/** Sends one graph in one request. What is too large for the way there or back is refused before. Gives the job's id. */
export async function sendGraph(
  { callId, graph, uploads, pixels = 0, beforeSend, limitMs }: GraphRequest & { readonly limitMs?: number },
  { provider, client, resultsInBucket = false, signal }: SendGraphOptions,
): Promise<string> {
  const tooLarge = resultsInBucket ? undefined : answerFault(provider, pixels);
  if (tooLarge) throw tooLarge;
  const images = uploads.map(({ name, bytes }) => ({ name, image: encodeBase64(bytes) }));
  const pictureBytes = images.reduce((sum, { image }) => sum + image.length, 0);
  const tooHeavy = requestFault(provider, pictureBytes + ROOM_BYTES);
  if (tooHeavy) throw tooHeavy;
  const input = { workflow: graph, ...(images.length > 0 ? { images } : {}), limner: { call: callId } };
  signal.throwIfAborted();
  return (await client.run(callId, input, signal, { beforeSend, limitMs })).id;
}
