import { expect, test } from 'vitest';
import { paintRaster } from '../../../test/rasters.ts';
import { generate } from '../../generate.ts';
import { parsePack } from '../../pack/parse-pack.ts';
import type { ImageProvider } from '../../providers/provider.ts';
import { createPainter } from '../../providers/painter/index.ts';
import { encodePng } from '../../raster/png.ts';
import type { Manifest } from '../../report/manifest.ts';
import { createMemoryStore } from '../../store/memory.ts';

const PACK = `pack: one
theme: a cave
assets:
  - { id: ball, type: entity, description: a ball, width: 128, height: 128 }
`;

/** Paints a disc of radius 30 that begins so far from the left. */
function discPainter(left: number): ImageProvider {
  const disc = paintRaster(128, 128, (x, y) => {
    const cover = Math.max(0, Math.min(1, 30.5 - Math.hypot(x - 30 - left, y - 64)));
    return [200, 90 + (y >> 1), 60, Math.round(cover * 255)];
  });
  const images = [{ role: 'image', bytes: encodePng(disc), mimeType: 'image/png' }] as const;
  return { ...createPainter(), poll: async () => ({ phase: 'done', images, usd: 0 }) };
}

async function gatesOf(provider: ImageProvider): Promise<readonly string[]> {
  const parsed = parsePack(PACK, { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error('The pack is wrong.');
  const store = createMemoryStore();
  await generate(parsed.pack, { providers: [provider], store });
  const manifest: Manifest = JSON.parse(new TextDecoder().decode(await store.get('manifest.json')));
  return manifest.assets.flatMap(({ gates }) => gates).map(({ name, status }) => `${name} ${status}`);
}

test('a subject that was cut while it was painted is told, although it was framed since', async () => {
  expect(await gatesOf(discPainter(-20))).toContain('cut-off fail');
});

test('a whole subject passes, and every gate is written down', async () => {
  const gates = ['size', 'transparency', 'blank', 'cut-off', 'subjects', 'halo'].map((name) => `${name} pass`);
  expect(await gatesOf(discPainter(10))).toEqual(gates);
});
