import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LimnerError } from '../errors.ts';
import { PackInvalidError } from '../pack/pack-invalid-error.ts';
import { encodePng } from '../raster/png.ts';
import { createRaster } from '../raster/raster.ts';
import { loadPack } from './load-pack.ts';

const GOOD = 'pack: p\nassets: [{ id: a, type: title_hero, title: A, width: 8, height: 8 }]\n';
const withImage = (path: string) =>
  `pack: p\nassets:\n  - { id: a, type: entity, description: d, width: 8, height: 8, shape: image, image: ${path} }\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limner-pack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function failure(path: string): Promise<LimnerError> {
  const error: unknown = await loadPack(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LimnerError) return error;
  throw new Error('expected a LimnerError', { cause: error });
}

describe('finding the file', () => {
  it.each(['limner.yaml', 'limner.yml', 'limner.json'])('takes a folder for its %s', async (name) => {
    const json = '{"pack": "p", "assets": [{"id": "a", "type": "title_hero", "title": "A", "width": 8, "height": 8}]}';
    const file = write(name, name.endsWith('json') ? json : GOOD);
    expect(await loadPack(folder)).toMatchObject({ file, folder, pack: { pack: 'p' } });
    expect(await loadPack(file)).toMatchObject({ file, folder });
  });

  it('says what it looked for', async () => {
    expect(await failure(folder)).toMatchObject({
      code: 'LIMNER_PACK_UNREADABLE',
      message: `The folder ${folder} has no limner.yaml in it.`,
    });
    const missing = join(folder, 'gone.yaml');
    expect((await failure(missing)).message).toBe(`There is no file or folder ${missing}.`);
  });
});

describe('what is no pack file', () => {
  it('is refused without waiting for a pipe or a device', async () => {
    const pipe = join(folder, 'limner.yaml');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, folder, '/dev/zero']) {
      expect(await failure(path)).toMatchObject({ code: 'LIMNER_PACK_UNREADABLE', exitCode: 2 });
    }
  });

  it('is refused by its size before a byte is read', async () => {
    const path = write('limner.yaml', '');
    truncateSync(path, 100 * 1024 * 1024);
    expect((await failure(path)).message).toContain('larger than 4 MB');
  });

  it('is refused when it is not text', async () => {
    expect((await failure(write('a.yaml', new Uint8Array([0xff, 0xfe, 0x41])))).message).toContain('not UTF-8 text');
    expect((await failure(write('b.yaml', 'pack: \0'))).message).toContain('binary, not text');
    const latin1 = write('c.yaml', new Uint8Array([...new TextEncoder().encode('pack: a\ntheme: caf'), 0xe9]));
    expect((await failure(latin1)).message).toContain(`${latin1}:2:11  the file is not UTF-8 text`);
  });

  it.skipIf(process.getuid?.() === 0)('is refused when this user may not read it', async () => {
    const path = write('limner.yaml', GOOD);
    chmodSync(path, 0);
    expect((await failure(path)).message).toBe(`${path} cannot be read: this user may not.`);
  });
});

it('shows all problems of a broken pack in the message, and keeps them as data', async () => {
  const path = write('limner.yaml', 'pack: p\nthem: x\nassets: 3\n');
  const error = await failure(path);
  expect(error).toBeInstanceOf(PackInvalidError);
  expect(error).toMatchObject({
    code: 'LIMNER_PACK_INVALID',
    problems: [
      { file: path, line: 2, column: 1, suggestion: 'theme' },
      { line: 3, column: 9 },
    ],
  });
  expect(error.message.split('\n')).toEqual([
    `The pack ${path} has 2 problems:`,
    `${path}:2:1  them  unknown key "them"; did you mean "theme"?`,
    `${path}:3:9  assets  assets must be a list of 1 to 20000 assets, not 3`,
  ]);
});

describe('images', () => {
  const png = encodePng(createRaster(2, 2));

  it('are read beside the pack', async () => {
    mkdirSync(join(folder, 'art'));
    write('art/a.png', png);
    const { images } = await loadPack(write('limner.yaml', withImage('art/a.png')));
    expect([...images]).toEqual([['art/a.png', png]]);
  });

  it.each([
    ['gone.png', 'is not there'],
    ['art', 'is not a plain file'],
    ['text.png', 'cannot be used'],
    ['cut.png', 'cannot be used'],
    ['link.png', "leads out of the pack's folder"],
    ['big.png', 'is larger than 32 MB'],
  ])('like %s get a problem at their line', async (path, words) => {
    mkdirSync(join(folder, 'art'));
    write('text.png', 'no picture');
    write('cut.png', png.slice(0, -20));
    write('big.png', '');
    truncateSync(join(folder, 'big.png'), 33 * 1024 * 1024);
    symlinkSync('/etc/hostname', join(folder, 'link.png'));
    const error = await failure(write('limner.yaml', withImage(path)));
    expect(error).toMatchObject({ problems: [{ line: 3, column: 86, path: 'assets[0].image' }] });
    expect(error.message).toContain(words);
  });
});
