import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockPlace } from '../../src/cli/destination.ts';
import { lockFolder } from '../../src/store/fs/lock-folder.ts';
import { startFakeS3 } from '../../src/testing/fake-s3.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { readBucket } from '../verify-bucket.ts';

const PACK = `pack: shelf
store: { type: s3, bucket: game-assets, prefix: shelf/v1, publicUrl: https://assets.example.com }
assets:
  - { id: slime, type: entity, description: a green slime, width: 32, height: 32 }
  - { id: hills, type: parallax, description: rolling hills, width: 96, height: 48, layerCount: 2 }
  - id: gems
    type: sheet
    kind: variation
    description: a gem
    layout: { type: grid, columns: 2, rows: 1, cellWidth: 16, cellHeight: 16 }
    variants: [{ key: red }, { key: blue }]
`;

type Server = Awaited<ReturnType<typeof startFakeS3>>;

function shelf(server: Server, variables: Readonly<Record<string, string>> = {}) {
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), PACK);
  const { endpoint, accessKeyId, secretAccessKey, region } = server.access;
  const keys = { R2_ACCESS_KEY_ID: accessKeyId, R2_SECRET_ACCESS_KEY: secretAccessKey };
  const env = { S3_ENDPOINT: endpoint, AWS_REGION: region, ...keys, ...variables };
  return { home, run: (...args: readonly string[]) => runLimner(args, { cwd: home, env }) };
}

const putsOf = ({ seen }: Server): readonly string[] =>
  seen.flatMap(({ method, url }) => (method === 'PUT' ? [url] : []));

test('a pack goes into its bucket, the manifest last, and is not sent twice', async () => {
  await using server = await startFakeS3();
  const { home, run } = shelf(server);
  const { code, stdout, stderr } = await run('generate', '.');
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const { manifest, wrong, report } = await readBucket({ ...server.access, prefix: 'shelf/v1' });
  expect(wrong).toEqual([]);
  expect(report).toMatch(/<\/html>\s*$/);
  const files = manifest.assets.flatMap((asset) => asset.files);
  expect([...server.objects.keys()].toSorted()).toEqual(
    [...files.map(({ path }) => path), 'report.html', 'manifest.json'].map((path) => `shelf/v1/${path}`).toSorted(),
  );
  expect(files[0]).toMatchObject({ path: 'slime.png', url: 'https://assets.example.com/shelf/v1/slime.png' });
  expect(putsOf(server).at(-1)).toBe('/game-assets/shelf/v1/manifest.json');
  expect(stdout).toContain('https://assets.example.com/shelf/v1/report.html');
  expect(existsSync(join(home, 'out'))).toBe(false);

  const before = putsOf(server).length;
  expect((await run('generate', '.')).code).toBe(0);
  expect(
    putsOf(server)
      .slice(before)
      .map((url) => url.split('/').at(-1)),
  ).toEqual(['report.html', 'manifest.json']);
  expect(filesWith(server.access.secretAccessKey, home)).toEqual([]);
  expect(JSON.stringify(manifest) + report).not.toContain(server.access.secretAccessKey);
});

test('with --out the same pack goes into a folder, and asks for no key', async () => {
  await using server = await startFakeS3();
  const { home, run } = shelf(server, { S3_ENDPOINT: '' });
  expect((await run('generate', '.', '--out', 'here')).code).toBe(0);
  expect(existsSync(join(home, 'here/manifest.json'))).toBe(true);
  expect(server.seen).toEqual([]);
});

test.each([
  ['a variable is missing', { R2_SECRET_ACCESS_KEY: '' }, /R2_SECRET_ACCESS_KEY is not set/],
  ['the secret is wrong', { R2_SECRET_ACCESS_KEY: 'planted-secret' }, /the secret does not belong to the access key/],
  ['there is no such bucket', { R2_BUCKET: 'nowhere' }, /there is no such bucket/],
])('nothing is begun when %s, and doctor says the same', async (_what, variables, words) => {
  await using server = await startFakeS3();
  const { run } = shelf(server, variables);
  const made = await run('generate', '.', '--json');
  expect(made.code).toBe(3);
  expect(made.stdout).toContain('"code":"LIMNER_STORE_UNAVAILABLE"');
  expect(made.stdout).not.toContain('run-start');
  const examined = await run('doctor', '.', '--json');
  expect(examined.code).toBe(2);
  for (const { stdout, stderr } of [made, examined]) {
    expect(stdout).toMatch(words);
    expect(stdout + stderr).not.toContain('planted-secret');
  }
  expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
});

test('doctor finds a bucket that can be written, and leaves it as it is', async () => {
  await using server = await startFakeS3();
  const { code, stdout } = await shelf(server).run('doctor', '.');
  expect(code).toBe(0);
  expect(stdout).toMatch(/output +s3:\/\/127\.0\.0\.1:\d+\/game-assets\/shelf\/v1 can be written/);
  expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
});

test('two runs that share a state do not write into one place of a bucket', async () => {
  await using server = await startFakeS3();
  const { home, run } = shelf(server);
  const state = join(home, '.limner');
  const place = `s3://${new URL(server.access.endpoint).host}/game-assets/shelf/v1`;
  const lock = lockFolder(lockPlace(place, state), { pid: process.pid, since: 'now', state });
  const { code, stderr } = await run('generate', '.');
  lock.release();
  expect(code).toBe(2);
  expect(stderr).toContain(`is writing into ${place}`);
});

/** The files below a folder that hold a word. */
function filesWith(word: string, folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(word));
}
