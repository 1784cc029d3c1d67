import { randomBytes } from 'node:crypto';
import type { PutObject } from './worker/collect-images.ts';

const WEEK_SECONDS = 604_800;

/** A bucket in memory whose signed URLs lead back to the rehearsal's own server. */
export class Bucket {
  readonly #objects = new Map<string, Uint8Array>();
  readonly #origin: () => string;

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** Puts under `{month}-{year}/{job}/{8 hex}{extension}`, as the SDK does. */
  putFor(jobId: string): PutObject {
    return ({ extension, bytes }) => {
      const now = new Date();
      const folder = `${twoDigits(now.getUTCMonth() + 1)}-${twoDigits(now.getUTCFullYear() % 100)}`;
      const key = `${folder}/${jobId}/${randomName()}${extension}`;
      this.#objects.set(key, bytes);
      return `${this.#origin()}/s3/${key}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=${WEEK_SECONDS}&X-Amz-Signature=${randomBytes(32).toString('hex')}`;
    };
  }

  get(key: string): Uint8Array | undefined {
    return this.#objects.get(key);
  }

  clear(): void {
    this.#objects.clear();
  }
}

/** The SDK without keys: a path on the worker that nobody else can read. */
export const putOnWorker: PutObject = ({ extension }) => `simulated_uploaded/${randomName()}${extension}`;

export const putRefused: PutObject = () => {
  throw new Error('An error occurred (AccessDenied) when calling the PutObject operation: Access Denied');
};

function randomName(): string {
  return randomBytes(4).toString('hex');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
