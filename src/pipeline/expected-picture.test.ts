import { expect, test } from 'vitest';
import { plan } from '../generate.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { createPainter } from '../providers/painter/index.ts';
import { createRaster } from '../raster/raster.ts';
import type { ManifestFile } from '../report/manifest.ts';
import { expectedPicture } from './expected-picture.ts';
import type { ExpectedPicture } from '../check/expected-picture.ts';

const PACK = `pack: five
style: pixel
theme: a cave
assets:
  - { id: slime, type: entity, description: a slime, shape: circle, width: 32, height: 24 }
  - { id: bat, type: entity, description: a bat, width: 32, height: 24 }
  - { id: net, type: entity, description: a glowing net with a white outline, width: 32, height: 24 }
  - { id: wall, type: background, description: a wall, tile: xy, width: 32, height: 32 }
  - { id: logo, type: title_hero, title: Five, description: letters, width: 64, height: 32 }
  - { id: hills, type: parallax, description: hills, width: 64, height: 32, loop: x, layers: [sky, hills] }
  - { id: gems, type: sheet, kind: variation, description: a gem, layout: { type: grid, columns: 2, rows: 1, cellWidth: 16, cellHeight: 16 }, variants: [{ key: red }, { key: blue }] }
`;

const FILE: ManifestFile = { path: 'x.png', role: 'image', bytes: 0, sha256: '' };

async function expectedOf(id: string, file: ManifestFile = FILE): Promise<ExpectedPicture> {
  const parsed = parsePack(PACK, { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const { assets } = await plan(parsed.pack, { providers: [createPainter()] });
  const planned = assets.find(({ asset }) => asset.id === id);
  if (planned?.action !== 'make') throw new Error(`${id} cannot be made.`);
  return expectedPicture(planned, { file, raster: createRaster(1, 1), images: new Map() });
}

test('an entity stands free, in the outline that was chosen for it', async () => {
  const slime = await expectedOf('slime');
  expect(slime).toMatchObject({
    width: 32,
    height: 24,
    alpha: 'cut-out',
    free: 'subject',
    isPixelArt: true,
    loop: 'none',
  });
  expect(slime.silhouette).toMatchObject({ width: 32, height: 24 });
  expect(slime.mostColours).toBe(64);
  expect((await expectedOf('bat')).silhouette).toBeUndefined();
});

test('what a description asks for is told to the gates: little to see, light, a line around', async () => {
  expect(await expectedOf('net')).toMatchObject({ isSlight: true, isAglow: true, isRimmed: true });
  const bat = await expectedOf('bat');
  expect([bat.isSlight, bat.isAglow, bat.isRimmed]).toEqual([undefined, undefined, undefined]);
});

test('a title stands free in many parts', async () => {
  expect(await expectedOf('logo')).toMatchObject({ alpha: 'cut-out', free: 'lettering' });
});

test('a background is opaque, and joins where it tiles', async () => {
  const wall = await expectedOf('wall');
  expect(wall).toMatchObject({ alpha: 'opaque', loop: 'xy' });
  expect(wall.free).toBeUndefined();
});

test('of layers all but the farthest are cut out, and none stands free', async () => {
  const layer = (index: number): ManifestFile => ({ ...FILE, role: 'layer', layer: index });
  expect(await expectedOf('hills', layer(0))).toMatchObject({ alpha: 'opaque', loop: 'x' });
  const near = await expectedOf('hills', layer(1));
  expect([near.alpha, near.free]).toEqual(['cut-out', undefined]);
});

test('a sheet tells its cells, and may have any transparency and any number of colours', async () => {
  const gems = await expectedOf('gems');
  expect(gems.sheet).toMatchObject({ kind: 'variation', cells: [{ key: 'red' }, { key: 'blue', rect: { x: 16 } }] });
  expect([gems.alpha, gems.mostColours]).toEqual(['any', undefined]);
});
