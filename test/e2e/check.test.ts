import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckedFile } from '../../src/cli/check-files.ts';
import { encodePng } from '../../src/raster/png.ts';
import { createRaster } from '../../src/raster/raster.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const PACK = join(ROOT, 'examples/slime-quest');

test('what was just painted passes', async () => {
  const cwd = await paintedFolder();
  const { code, stdout } = await runLimner(['check', PACK, 'made'], { cwd });
  expect(stdout).toMatch(/✓ forest-layer-0\.png\n/);
  expect(stdout).toMatch(/^17 pictures: 17 pass\.$/m);
  expect(code).toBe(0);
});

test('says of each picture what is wrong with it, whatever lies there', async () => {
  const cwd = await paintedFolder();
  const place = (path: string): string => join(cwd, 'made', path);
  const empty = (width: number, height: number) => encodePng(createRaster(width, height));
  for (const path of ['slime.png', 'hero.png', 'ground.png', 'gems.png', 'button.png', 'forest-layer-2.png'])
    writeFileSync(place(path), empty(3, 900));
  writeFileSync(place('hero.png'), empty(1, 1));
  writeFileSync(place('potion.png'), empty(64, 64));
  writeFileSync(place('crown.png'), 'no picture');
  rmSync(place('bat.png'));
  rmSync(place('logo.png'));
  mkdirSync(place('logo.png'));
  const { code, stdout } = await runLimner(['check', PACK, 'made', '--json'], { cwd });
  expect(code).toBe(1);
  const { files } = JSON.parse(stdout) as { files: readonly CheckedFile[] };
  const found = (status: string): readonly string[] =>
    files.filter((file) => file.status === status).map(({ path }) => path);
  expect(found('fail')).toEqual([
    'slime.png',
    'potion.png',
    'forest-layer-2.png',
    'hero.png',
    'ground.png',
    'gems.png',
    'button.png',
  ]);
  expect(found('unreadable')).toEqual(['crown.png', 'logo.png']);
  expect(found('missing')).toEqual(['bat.png']);
  expect(found('pass')).toContain('torch.png');
  const only = await runLimner(['check', PACK, 'made', '--only', 'bat,torch'], { cwd });
  expect(only).toMatchObject({ code: 1, stdout: expect.stringContaining('2 pictures: 1 pass, 1 not there.') });
});

test('says where it looked when nothing is there', async () => {
  const { code, stderr } = await runLimner(['check', PACK], { cwd: freshFolder() });
  expect(code).toBe(2);
  expect(stderr).toMatch(/No picture of this pack is in out\/slime-quest[^]*Name the folder/);
});

async function paintedFolder(): Promise<string> {
  const cwd = freshFolder();
  await runLimner(['generate', PACK, '--out', 'made', '--state', 'state'], { cwd });
  return cwd;
}
