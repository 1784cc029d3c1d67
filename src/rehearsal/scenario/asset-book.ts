import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { NewAsset } from './make-assets.ts';

const POLICY = z.object({ path: z.string(), expires: z.number() });

export interface Asset extends NewAsset {
  readonly id: string;
  readonly createdAt: string;
}

/** What a signed URL opens. */
export interface Opened {
  readonly asset: Asset;
  readonly isOriginal: boolean;
}

/** The team's files, and the signed URLs behind which the CDN gives them out. */
export class AssetBook {
  readonly #assets = new Map<string, Asset>();
  readonly #secret = randomBytes(32);
  readonly #origin: () => string;

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  add(made: NewAsset): Asset {
    const asset = { ...made, id: `asset_${randomBytes(12).toString('hex')}`, createdAt: new Date().toISOString() };
    this.#assets.set(asset.id, asset);
    return asset;
  }

  find(id: string): Asset | undefined {
    return this.#assets.get(id);
  }

  delete(id: string): boolean {
    return this.#assets.delete(id);
  }

  clear(): void {
    this.#assets.clear();
  }

  /** A URL for the CDN of this server. `lifetimeMs` may be below zero: it has expired then. */
  sign(
    asset: Asset,
    { isOriginal, lifetimeMs }: { readonly isOriginal: boolean; readonly lifetimeMs: number },
  ): string {
    const expires = Math.floor((Date.now() + lifetimeMs) / 1000);
    const path = `${isOriginal ? 'assets' : 'assets-transform'}/${asset.id}`;
    const policy = Buffer.from(JSON.stringify({ path, expires })).toString('base64url');
    const query = new URLSearchParams({ Policy: policy, Signature: this.#mac(policy), 'Key-Pair-Id': 'K2REHEARSAL' });
    return `${this.#origin()}/${path}?${query.toString()}`;
  }

  /** The asset behind a URL that was signed here, has not expired and was not changed. */
  open({ pathname, searchParams }: URL): Opened | undefined {
    const policy = searchParams.get('Policy') ?? '';
    const given = Buffer.from(searchParams.get('Signature') ?? '');
    const right = Buffer.from(this.#mac(policy));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const { path, expires } = POLICY.parse(JSON.parse(Buffer.from(policy, 'base64url').toString()));
    const asset = this.#assets.get(path.split('/')[1] ?? '');
    if (pathname !== `/${path}` || expires * 1000 <= Date.now() || !asset) return undefined;
    return { asset, isOriginal: path.startsWith('assets/') };
  }

  #mac(policy: string): string {
    return createHmac('sha256', this.#secret).update(policy).digest('base64url');
  }
}
