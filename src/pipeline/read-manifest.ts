import type { Manifest } from '../report/manifest.ts';

/** The manifest that stands in a store; undefined when there is none or it is not one of ours. */
export function readManifest(bytes: Uint8Array | undefined): Manifest | undefined {
  if (!bytes) return undefined;
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest> | null;
    return typeof manifest?.pack === 'string' && Array.isArray(manifest.assets) ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
