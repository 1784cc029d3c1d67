import type { ExpectedPicture } from '../../src/check/index.ts';
import { generate, plan } from '../../src/generate.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { expectedPicture } from '../../src/pipeline/expected-picture.ts';
import type { ImageProvider } from '../../src/providers/provider.ts';
import { decodePng } from '../../src/raster/png.ts';
import type { GateResult, Manifest } from '../../src/report/manifest.ts';
import { createMemoryStore } from '../../src/store/memory.ts';

/** What `generate` made of one asset, and what its gates said. */
export interface Generated {
  readonly name: string;
  readonly pictures: readonly ExpectedPicture[];
  readonly alarms: readonly GateResult[];
}

/** Makes the pack with that provider, through the whole pipeline. */
export async function generatePack(pack: Pack, provider: ImageProvider): Promise<readonly Generated[]> {
  const store = createMemoryStore();
  const options = { providers: [provider], route: { flags: { default: provider.name } } };
  const planned = await plan(pack, options);
  await generate(pack, { ...options, store });
  const manifest = JSON.parse(new TextDecoder().decode(await store.get('manifest.json'))) as Manifest;
  return manifest.assets.map(({ id, files, gates, error }) => {
    if (error) throw new Error(`${id}: ${error.message}`);
    const own = planned.assets.find(({ asset }) => asset.id === id);
    const pictures = files.flatMap((file) => {
      const bytes = store.files.get(file.path);
      if (file.role === 'metadata' || !bytes || own?.action === 'refuse' || !own) return [];
      return [expectedPicture(own, { file, raster: decodePng(bytes), images: new Map() })];
    });
    const alarms = gates.filter(({ name, status }) => status !== 'pass' && name !== 'provider');
    return { name: `${provider.name}: ${pack.style as string} ${nameOf(own?.asset)}`, pictures, alarms };
  });
}

function nameOf(asset: Pack['assets'][number] | undefined): string {
  if (!asset) return '';
  const size = 'width' in asset ? `${asset.width} x ${asset.height}` : 'layout' in asset ? asset.kind : '';
  return `${asset.id}, ${asset.description}, ${size}`;
}
