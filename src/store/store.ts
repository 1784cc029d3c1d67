/**
 * Where finished files go. Paths are relative, with forward slashes. A file is visible whole or not at all,
 * whatever happens to the process in the middle of a `put`.
 */
export interface AssetStore {
  put(path: string, body: Body, options: PutOptions): Promise<void>;
  get(path: string): Promise<Uint8Array | undefined>;
  /** What stands there already, without its bytes. */
  head(path: string): Promise<StoredFile | undefined>;
  /** No error when there is nothing to remove. */
  remove(path: string): Promise<void>;
  /**
   * Finds out, leaving no trace, whether files can be written and looked up. Only stores that may refuse it have this.
   * @throws LIMNER_STORE_UNAVAILABLE
   */
  check?(): Promise<void>;
  /** Where everybody can read a file, where a store knows. */
  publicUrl?(path: string): string | undefined;
}

/** Bytes, or pieces that are written as they come. */
export type Body = Uint8Array | AsyncIterable<Uint8Array | string>;

export interface PutOptions {
  /** For example `image/png`; stores without types ignore it. */
  readonly contentType: string;
  /** Refuses, with LIMNER_STORE_FAILED, to replace other bytes; that the same ones stand there already is a success. */
  readonly ifAbsent?: boolean;
}

export interface StoredFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Pictures on their way, kept by what is in them: the same bytes are kept once. */
export interface BlobStore {
  /** The sha256 of the bytes, under which they are found again. */
  put(bytes: Uint8Array, options?: KeepOptions): Promise<string>;
  /** @throws LIMNER_PICTURE_LOST when nothing is kept under that hash, or not what it names. */
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
}

export interface KeepOptions {
  /** They outlive a power cut once this resolves, not only their process. */
  readonly durably: boolean;
}
