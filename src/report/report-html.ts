import type { ParallaxMetadata, SheetMetadata } from '../sheet/metadata.ts';
import { assetCard } from './card.ts';
import { chooseEmbedded, DEFAULT_EMBED_LIMIT_BYTES } from './embedding.ts';
import type { Manifest } from './manifest.ts';
import { pageFrame } from './page.ts';
import { loadPictures } from './picture.ts';

export interface ReportInput {
  readonly manifest: Manifest;
  /** A sheet's or parallax set's `<id>.json`, parsed. */
  readonly metadata: (id: string) => Promise<SheetMetadata | ParallaxMetadata | undefined>;
  /** The bytes of a file by its path in the manifest; called only for pictures that the page carries. */
  readonly load: (path: string) => Promise<Uint8Array>;
  /** Picture bytes the page may carry before it links the files beside it; 24 MiB unless told. */
  readonly embedLimitBytes?: number;
}

/**
 * `report.html`, a contact sheet that opens from disk: one file, no request. Yields a card at a time, so that memory
 * does not grow with the number of assets.
 */
export async function* reportChunks(input: ReportInput): AsyncGenerator<string, void, undefined> {
  const { manifest } = input;
  const embedded = chooseEmbedded(manifest.assets, input.embedLimitBytes ?? DEFAULT_EMBED_LIMIT_BYTES);
  const page = pageFrame(manifest, { linked: manifest.assets.length - embedded.size });
  yield page.start;
  for (const asset of manifest.assets) {
    const pictures = await loadPictures(asset.files, embedded.has(asset.id) ? input.load : undefined);
    const metadata = asset.status === 'done' ? await input.metadata(asset.id) : undefined;
    yield assetCard({ asset, pictures, metadata }).text;
  }
  yield page.end;
}
