/** The part of a Workers R2 bucket binding that the store uses; Cloudflare's own `R2Bucket` fits. */
export interface R2BucketBinding {
  head(key: string): Promise<R2Stored | null>;
  get(key: string): Promise<(R2Stored & { arrayBuffer(): Promise<ArrayBuffer> }) | null>;
  /** Null where `onlyIf` does not hold. */
  put(key: string, value: Uint8Array, options: R2PutOptions): Promise<R2Stored | null>;
  delete(key: string): Promise<void>;
  createMultipartUpload(key: string, options: R2Served): Promise<R2Upload>;
}

export interface R2Stored {
  readonly size: number;
  readonly customMetadata?: Record<string, string>;
}

export interface R2Served {
  httpMetadata: { contentType: string; cacheControl: string };
  customMetadata?: Record<string, string>;
}

export interface R2PutOptions extends R2Served {
  /** In hex; R2 refuses bytes that do not match. */
  sha256: string;
  onlyIf?: { etagDoesNotMatch: string };
}

export interface R2Upload {
  uploadPart(number: number, value: Uint8Array): Promise<R2Part>;
  complete(parts: R2Part[]): Promise<R2Stored>;
  abort(): Promise<void>;
}

export interface R2Part {
  partNumber: number;
  etag: string;
}
