import { extname } from 'node:path';
import type { ComfyEngine, FileName, HistoryEntry } from '../../comfy/engine.ts';

/** One picture as the job gives it back: neither its node nor its folder is told. */
export interface OutputImage {
  readonly filename: string;
  readonly type: 'base64' | 's3_url';
  readonly data: string;
}

export interface Collected {
  readonly images: readonly OutputImage[];
  readonly errors: readonly string[];
}

/** Puts a file into the bucket and gives its URL; throws with boto's words when it cannot. */
export type PutObject = (file: { readonly extension: string; readonly bytes: Uint8Array }) => string;

/** Everything that nodes report under `images` and that is not temporary, in the order in which the nodes ran. */
export function collectImages(entry: HistoryEntry, engine: ComfyEngine, put: PutObject | undefined): Collected {
  const images: OutputImage[] = [];
  const errors: string[] = [];
  for (const file of filesOf(entry)) {
    const bytes = engine.view(file);
    const outcome = bytes?.length ? encode(file, bytes, put) : notFetched(file);
    if (typeof outcome === 'string') errors.push(outcome);
    else images.push(outcome);
  }
  return { images, errors };
}

function filesOf(entry: HistoryEntry): readonly FileName[] {
  return inRunOrder(entry).flatMap((id) => (entry.outputs[id]?.images ?? []).filter(({ type }) => type !== 'temp'));
}

/** JavaScript sorts number-like keys, so the order in which nodes ran is taken from the prompt's list of outputs. */
function inRunOrder({ outputs, prompt }: HistoryEntry): readonly string[] {
  const listed = prompt[4].filter((id) => Object.hasOwn(outputs, id));
  return [...new Set([...listed, ...Object.keys(outputs)])];
}

function notFetched({ filename }: FileName): string {
  return `Failed to fetch image data for ${filename} from /view endpoint.`;
}

function encode({ filename }: FileName, bytes: Uint8Array, put: PutObject | undefined): OutputImage | string {
  if (!put) return { filename, type: 'base64', data: Buffer.from(bytes).toString('base64') };
  try {
    return { filename, type: 's3_url', data: put({ extension: extname(filename) || '.png', bytes }) };
  } catch (error) {
    return `Error uploading ${filename} to S3: ${error instanceof Error ? error.message : String(error)}`;
  }
}
