import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROVIDER_NAMES } from '../src/pack/pack.ts';
import { ROOT, type SourceFile, listFiles, sourceFiles } from './source-files.ts';

const PURE = ['pack', 'guide', 'prompt', 'sheet', 'raster', 'workflow', 'plan', 'finish', 'measure', 'check'];
/** What pure code may import besides its own kind: contracts, errors and hashing. */
const PURE_MAY_IMPORT = ['src/errors.ts', 'src/hash.ts', 'src/providers/provider.ts', 'src/report/manifest.ts'];
const PORTABLE_PACKAGES = ['zod', 'yaml', 'fflate', '@noble/hashes'];
const PROVIDER_FILES = ['README.md', 'client.ts', 'errors.ts', 'index.ts', 'options.ts', 'probe.ts', 'translate.ts'];

const files = sourceFiles('src');
const inFolder = (folder: string): readonly SourceFile[] =>
  files.filter(({ path }) => path.startsWith(`src/${folder}/`));
const folders = (path: string): readonly string[] =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe.each(PURE)('%s is pure and portable:', (folder) => {
  test('imports only pure code, contracts and portable packages', () => {
    const isAllowed = (path: string): boolean =>
      PURE_MAY_IMPORT.includes(path) ||
      PURE.some((pure) => path.startsWith(`src/${pure}/`)) ||
      PORTABLE_PACKAGES.some((name) => path === name || path.startsWith(`${name}/`));
    const strays = inFolder(folder).flatMap(({ path, imports }) =>
      imports.filter((name) => !isAllowed(name)).map((name) => `${path} → ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('reads no clock, environment, randomness or network', () => {
    const forbidden = /\b(Math\.random|Date\.now|new Date\(\)|performance\.|process\.|fetch\(|setTimeout|crypto\.)/;
    expect(
      inFolder(folder)
        .filter(({ text }) => forbidden.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('providers', () => {
  const providers = folders('src/providers');

  test('are there', () => expect(providers).toContain('painter'));

  test.each(providers)('%s imports no other provider', (name) => {
    const others = providers.filter((other) => other !== name).map((other) => `src/providers/${other}/`);
    const strays = inFolder(`providers/${name}`).filter(({ imports }) =>
      imports.some((path) => others.some((other) => path.startsWith(other))),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  test.each(providers)('%s has the files that every provider has', (name) => {
    expect(readdirSync(join(ROOT, 'src/providers', name))).toEqual(expect.arrayContaining(PROVIDER_FILES));
  });

  test.each(providers)('%s runs the contract suite of providers', (name) => {
    expect(testsOf(`src/providers/${name}`)).toMatch(/providerContract\(/);
  });

  test('are compared by name in compose.ts alone', () => {
    const comparison = new RegExp(
      `[=!]==?\\s*['"](${PROVIDER_NAMES.join('|')})['"]|case ['"](${PROVIDER_NAMES.join('|')})['"]`,
    );
    const strays = files.filter(({ path, text }) => path !== 'src/cli/compose.ts' && comparison.test(text));
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});

describe('every implementation runs its contract suite:', () => {
  test.each([
    ['src/store', 'memory.test.ts', /storeContract\([\s\S]*blobContract\(/],
    ['src/store/fs', 'fs.test.ts', /storeContract\([\s\S]*blobContract\(/],
    ['src/store/s3', 's3.test.ts', /storeContract\(/],
    ['src/store/s3', 'real-server.node.test.ts', /storeContract\(/],
    ['src/store/r2', 'r2.workerd.test.ts', /storeContract\(/],
    ['src/ledger', 'memory.test.ts', /ledgerContract\(/],
    ['src/ledger/sqlite', 'sqlite.test.ts', /ledgerContract\(/],
    ['src/pipeline', 'ledger-step.test.ts', /stepContract\(/],
  ])('%s/%s', (folder, file, contract) => {
    expect(readFileSync(join(ROOT, folder, file), 'utf8')).toMatch(contract);
  });

  test('no store or ledger folder is missing from the list above', () => {
    expect([...folders('src/store'), ...folders('src/ledger')]).toEqual(['fs', 'r2', 's3', 'sqlite']);
  });
});

test('the environment is read in one file', () => {
  expect(files.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)).toEqual([
    'src/cli/environment.ts',
  ]);
});

test('nothing outside the command line imports it', () => {
  const strays = files.filter(
    ({ path, imports }) => !path.startsWith('src/cli/') && imports.some((name) => name.startsWith('src/cli/')),
  );
  expect(strays.map(({ path }) => path)).toEqual(['src/node.ts']);
});

test('files stay small: median ≤ 90 lines, 90th percentile ≤ 180, none over 300', () => {
  const sorted = [...files].sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]?.lines ?? 0;
  expect(at(0.5)).toBeLessThanOrEqual(90);
  expect(at(0.9)).toBeLessThanOrEqual(180);
  expect(sorted.filter(({ lines }) => lines > 300).map(({ path }) => path)).toEqual([]);
});

test('no file lives under a name that says nothing', () => {
  const vague = /\/(utils?|helpers?|common|misc|manager|shared)(\/|\.|-)/;
  expect(listFiles('src').filter((path) => vague.test(path))).toEqual([]);
});

test('the command line, the package and the manifest give the same version', async () => {
  const { version } = await import('../src/version.ts');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(manifest.version).toBe(version);
});

function testsOf(folder: string): string {
  return listFiles(folder)
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
}
