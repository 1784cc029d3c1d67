import { randomBytes } from 'node:crypto';
import type { Timers } from '../http/timers.ts';
import type { AssetBook } from './asset-book.ts';
import { readUploaded } from './read-image.ts';

export type UploadStatus = 'pending' | 'validating' | 'validated' | 'imported' | 'failed';

/** One file on its way in. */
export interface Upload {
  readonly id: string;
  readonly secret: string;
  readonly fileName: string;
  readonly parts: readonly (Uint8Array | undefined)[];
  readonly status: UploadStatus;
  readonly entityId?: string;
  readonly errorMessage?: string;
}

export interface UploadSurroundings {
  readonly timers: Timers;
  readonly assets: AssetBook;
  readonly importMs: number;
}

/** Files that come in parts, and are looked at once they are whole. */
export class UploadBook {
  readonly #around: UploadSurroundings;
  readonly #uploads = new Map<string, Upload>();

  constructor(around: UploadSurroundings) {
    this.#around = around;
  }

  begin(fileName: string, parts: number): Upload {
    const id = `upload_${randomBytes(12).toString('hex')}`;
    const secret = randomBytes(16).toString('hex');
    const empty = Array.from({ length: parts }, () => undefined);
    return this.#keep({ id, secret, fileName, parts: empty, status: 'pending' });
  }

  find(id: string): Upload | undefined {
    return this.#uploads.get(id);
  }

  /** Takes the bytes of a part, the first being 1; false when there is no such part. */
  put(upload: Upload, number: number, bytes: Uint8Array): boolean {
    if (!Number.isInteger(number) || number < 1 || number > upload.parts.length) return false;
    this.#keep({ ...upload, parts: upload.parts.with(number - 1, bytes) });
    return true;
  }

  /** Has the file looked at and made an asset, in steps. */
  complete(upload: Upload): Upload {
    const { timers, importMs } = this.#around;
    timers.after(importMs, () => {
      this.#keep({ ...upload, status: 'validated' });
      timers.after(importMs, () => this.#import(upload));
    });
    return this.#keep({ ...upload, status: 'validating' });
  }

  clear(): void {
    this.#uploads.clear();
  }

  #import(upload: Upload): void {
    const bytes = Buffer.concat(upload.parts.map((part) => part ?? new Uint8Array()));
    try {
      const asset = this.#around.assets.add(readUploaded(new Uint8Array(bytes), upload.fileName));
      this.#keep({ ...upload, status: 'imported', entityId: asset.id });
    } catch (error) {
      this.#keep({ ...upload, status: 'failed', errorMessage: error instanceof Error ? error.message : String(error) });
    }
  }

  #keep(upload: Upload): Upload {
    this.#uploads.set(upload.id, upload);
    return upload;
  }
}
