import { encodeBase64 } from '../base64.ts';
import { LimnerError } from '../../errors.ts';
import { isObject, textOf } from '../../workflow/answers/loose-json.ts';
import { pause } from '../pause.ts';
import type { ScenarioClient } from './client.ts';
import { httpFailure, unreadable } from './errors.ts';

/** Brings pictures to Scenario; costs nothing. */
export interface Uploads {
  /** The asset's id. Bytes with the same key travel once. */
  bring(key: string, read: () => Promise<Uint8Array>, signal: AbortSignal): Promise<string>;
  /** Puts a picture there under a name, whatever is there. */
  put(file: UploadFile, signal: AbortSignal): Promise<string>;
  forget(key: string): void;
}

export interface UploadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

export interface UploadOptions {
  readonly provider: string;
  readonly client: ScenarioClient;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Beyond this the JSON of `POST /assets` nears its 6 MB. */
const MOST_IN_JSON = 4 * 1024 * 1024;
/** Parts but the last have 5 MB at the least. */
const PART_BYTES = 8 * 1024 * 1024;
const FIRST_LOOK_MS = 200;
const SLOWEST_LOOK_MS = 2000;
const LONGEST_MS = 45_000;

export function createUploads({ provider, client, sleep = pause }: UploadOptions): Uploads {
  const brought = new Map<string, Promise<string>>();

  async function post(path: string, body: unknown, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    const answer = await client.ask({ path, body }, signal);
    if (answer.status >= 400) throw httpFailure(provider, answer);
    return isObject(answer.body) ? answer.body : {};
  }

  async function putSmall({ name, bytes }: UploadFile, signal: AbortSignal): Promise<string> {
    const { asset } = await post('/assets', { image: encodeBase64(bytes), name }, signal);
    const id = isObject(asset) ? textOf(asset['id']) : '';
    if (id === '') throw unreadable(provider, 'an uploaded asset has no id');
    return id;
  }

  async function putLarge({ name, bytes, mimeType }: UploadFile, signal: AbortSignal): Promise<string> {
    const parts = Math.ceil(bytes.length / PART_BYTES);
    const asked = { fileName: name, contentType: mimeType, fileSize: bytes.length, kind: 'image', parts };
    const upload = readUpload((await post('/uploads', asked, signal))['upload']);
    if (upload.id === '' || upload.urls.length !== parts) throw unreadable(provider, 'an upload has no place to go');
    for (const [index, url] of upload.urls.entries())
      await client.put(url, bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES), mimeType, signal);
    await post(`/uploads/${upload.id}/action`, { action: 'complete' }, signal);
    return imported(upload.id, signal);
  }

  /** Until the file has become an asset. */
  async function imported(id: string, signal: AbortSignal): Promise<string> {
    let waitedMs = 0;
    for (let waitMs = FIRST_LOOK_MS; waitedMs < LONGEST_MS; waitMs = Math.min(SLOWEST_LOOK_MS, waitMs * 1.5)) {
      const answer = await client.ask({ path: `/uploads/${id}` }, signal);
      if (answer.status >= 400) throw httpFailure(provider, answer);
      const { status, entityId, error } = readUpload(isObject(answer.body) ? answer.body['upload'] : undefined);
      if (status === 'imported' && entityId !== '') return entityId;
      if (status === 'failed') throw uploadFailed(provider, error);
      await sleep(waitMs, signal);
      waitedMs += waitMs;
    }
    throw uploadFailed(provider, 'it did not end in time');
  }

  const put = (file: UploadFile, signal: AbortSignal): Promise<string> =>
    file.bytes.length < MOST_IN_JSON ? putSmall(file, signal) : putLarge(file, signal);

  return {
    put,
    async bring(key, read, signal) {
      const known = brought.get(key);
      if (known) return known;
      const coming = read().then((bytes) =>
        put({ name: `limner-${key.slice(0, 16)}.png`, bytes, mimeType: 'image/png' }, signal),
      );
      brought.set(key, coming);
      coming.catch(() => brought.delete(key));
      return coming;
    },
    forget: (key) => void brought.delete(key),
  };
}

function readUpload(upload: unknown) {
  const value = isObject(upload) ? upload : {};
  const parts = Array.isArray(value['parts']) ? value['parts'].filter(isObject) : [];
  const ordered = parts.toSorted((a, b) => Number(a['number']) - Number(b['number']));
  return {
    id: textOf(value['id']),
    status: textOf(value['status']),
    entityId: textOf(value['entityId']),
    error: textOf(value['errorMessage']),
    urls: ordered.map((part) => textOf(part['url'])).filter((url) => url !== ''),
  };
}

function uploadFailed(provider: string, reason: string): LimnerError {
  return new LimnerError(
    'LIMNER_CALL_FAILED',
    `${provider} did not take a picture${reason === '' ? '' : `: ${reason}`}.`,
    {
      refused: true,
      retryable: true,
    },
  );
}
