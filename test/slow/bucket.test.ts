import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';
import { readBucket } from '../verify-bucket.ts';
import { startFaultyProxy } from './faulty-proxy.ts';

const BUCKET = 'game-assets';
const KEYS = { accessKeyId: 'test', secretAccessKey: 'test', region: 'us-east-1' };
const COUNT = 60;
const RATE = 0.2;

/** A public S3 server that can be killed, and is the same again when it was started anew. */
async function startServer() {
  const folder = freshFolder();
  let child: ChildProcess;
  let port = 0;
  const start = async (): Promise<void> => {
    const args = [join(ROOT, 'test/slow/serve-fauxqs.ts'), String(port), folder, BUCKET];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer];
    port = (JSON.parse(line.toString()) as { port: number }).port;
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await start();
  return { port: () => port, start, kill, [Symbol.asyncDispose]: kill };
}

function packOf(count: number): string {
  const assets = Array.from({ length: count }, (_, i) =>
    i % 6 === 5
      ? `  - { id: view${i}, type: parallax, description: hills number ${i}, width: 96, height: 48, layerCount: 2 }`
      : `  - { id: gem${i}, type: entity, description: a gem number ${i}, width: 48, height: 48 }`,
  );
  return `pack: shelf\nstore: { type: s3, bucket: ${BUCKET}, prefix: shelf/v1 }\nassets:\n${assets.join('\n')}\n`;
}

function shelf(endpoint: string, count: number) {
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(count));
  const env = { S3_ENDPOINT: endpoint, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  return (command: 'generate' | 'resume', strike: Readonly<Record<string, string>> = {}) =>
    runLimner([command, '.', '--json'], { cwd: home, env: { ...env, ...strike } });
}

async function verify(port: number, count: number): Promise<void> {
  const direct = { ...KEYS, endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, prefix: 'shelf/v1' };
  const { manifest, wrong, report } = await readBucket(direct);
  expect(wrong).toEqual([]);
  expect(manifest.assets.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 'done'));
  expect(report).toMatch(/<\/html>\s*$/);
}

test('a bucket whose server fails a fifth of its requests and is killed in the middle has every byte in the end', async () => {
  await using server = await startServer();
  await using proxy = await startFaultyProxy(RATE, server.port);
  let restarted: Promise<void> | undefined;
  proxy.watch((count) => {
    if (count < COUNT) return;
    restarted ??= server
      .kill()
      .then(() => new Promise((resolve) => setTimeout(resolve, 1500)))
      .then(() => server.start());
  });
  const { code, stdout, stderr } = await shelf(proxy.endpoint, COUNT)('generate');
  await restarted;
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const summary = readLines<RunEvent>(stdout).at(-1);
  expect(summary).toMatchObject({ type: 'run-done', status: 'done', made: COUNT, calls: COUNT });
  expect(restarted).toBeDefined();
  expect(proxy.counts.failed / proxy.counts.requests).toBeGreaterThan(RATE * 0.9);
  await verify(server.port(), COUNT);
});

test('a run that is killed again and again fills its bucket in the end, and shows no manifest before', async () => {
  await using server = await startServer();
  await using proxy = await startFaultyProxy(RATE, server.port);
  const run = shelf(proxy.endpoint, 30);
  const direct = { ...KEYS, endpoint: `http://127.0.0.1:${server.port()}`, bucket: BUCKET, prefix: 'shelf/v1' };
  for (const delayMs of [0, 300, 900]) {
    const { signal } = await run('generate', atWord({ word: 'asset-done', what: 'SIGKILL', delayMs }));
    expect(signal).toBe('SIGKILL');
    await expect(readBucket(direct)).rejects.toThrow(/JSON/);
  }
  expect((await run('resume')).code).toBe(0);
  await verify(server.port(), 30);
});
