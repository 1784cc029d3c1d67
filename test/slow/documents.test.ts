import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startFakeS3 } from '../../src/testing/fake-s3.ts';
import { type Block, fencedBlocks } from '../markdown.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT, listFiles } from '../source-files.ts';
import { type RunningRehearsal, startRehearsal } from '../start-rehearsal.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const blocksOf = (path: string, language: string): readonly Block[] =>
  fencedBlocks(read(path)).filter((block) => block.language === language);
const documents = ['README.md', ...listFiles('docs').filter((path) => path.endsWith('.md'))];
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('what readers are told to type', () => {
  const told = documents.filter((path) => blocksOf(path, 'sh').length > 0);

  test('is in the places where they begin', () => {
    expect(told).toEqual(expect.arrayContaining(['README.md', 'docs/command-line.md']));
  });

  test.each(told)('works, line by line: %s', async (document) => {
    const cwd = freshFolder();
    layOut(document, cwd);
    const lines = blocksOf(document, 'sh').flatMap(({ text }) =>
      text
        .trim()
        .replaceAll(/ \\\n\s*/g, ' ')
        .split('\n'),
    );
    await using reader = await createReader(cwd, lines);
    for (const line of lines) await checkLine(line.replace(/\s+#.*$/, ''), reader);
  });
});

test("README's library example makes README's pack", async () => {
  const [pack] = blocksOf('README.md', 'yaml');
  const [example] = blocksOf('README.md', 'ts');
  const code = `const text = ${JSON.stringify(pack?.text)};\n${example?.text}
    const manifest = JSON.parse(new TextDecoder().decode(await store.get('manifest.json')));
    console.log(JSON.stringify({ summary, assets: manifest.assets.map(({ id, status }) => [id, status]) }));`;
  const args = ['--conditions=limner-source', '--input-type=module-typescript', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const done = ['slime', 'cave', 'logo'].map((id) => [id, 'done']);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { status: 'done', made: 3, exitCode: 0 }, assets: done });
});

test("the library example of the page about stores puts that page's pack into a bucket", async () => {
  await using bucket = await startFakeS3();
  const cwd = freshFolder();
  layOut('docs/store.md', cwd);
  const [example] = blocksOf('docs/store.md', 'ts');
  const inFolder = example?.text.replace("'limner.yaml'", JSON.stringify(join(cwd, 'limner.yaml'))) ?? '';
  const args = ['--conditions=limner-source', '--input-type=module-typescript', '--eval', inFolder];
  const env = { PATH: process.env['PATH'], ...bucketVariables(bucket) };
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  expect([...bucket.objects.keys()].slice(-3)).toEqual(
    ['report.html', 'manifest.json', 'released.txt'].map((path) => `slime-quest/v1/${path}`),
  );
});

/** Puts beside the reader what a page speaks of: the pack of the page about stores; the first workflow of one about workflows, and a server's object_info. */
function layOut(document: string, cwd: string): void {
  if (document === 'docs/store.md') writeFileSync(join(cwd, 'limner.yaml'), blocksOf(document, 'yaml')[0]?.text ?? '');
  const [workflow] = blocksOf(document, 'json');
  if (!workflow) return;
  writeFileSync(join(cwd, 'workflow.json'), workflow.text);
  writeFileSync(join(cwd, 'request.json'), `{"prompt": ${workflow.text}}`);
  cpSync(join(ROOT, 'test/fixtures/comfyui/comfyui-object_info-core-0.33.0.json'), join(cwd, 'object_info.json'));
}

interface Reader extends AsyncDisposable {
  readonly cwd: string;
  /** Stands for every service that a page speaks of. */
  readonly rehearsal: RunningRehearsal | undefined;
  /** Stands for the bucket that a page speaks of. */
  readonly bucket: Awaited<ReturnType<typeof startFakeS3>> | undefined;
  /** What was exported. */
  env: Readonly<Record<string, string>>;
}

async function createReader(cwd: string, lines: readonly string[]): Promise<Reader> {
  const needsBucket = lines.some((line) => line.startsWith('export R2_'));
  const needsService = !needsBucket && lines.some((line) => line.startsWith('export '));
  const rehearsal = needsService ? await startRehearsal() : undefined;
  const bucket = needsBucket ? await startFakeS3() : undefined;
  const end = async (): Promise<void> => {
    await rehearsal?.[Symbol.asyncDispose]();
    await bucket?.[Symbol.asyncDispose]();
  };
  return { cwd, rehearsal, bucket, env: {}, [Symbol.asyncDispose]: end };
}

/** Runs a line as far as a test can; a line of a kind that it does not know is a fault. */
async function checkLine(line: string, reader: Reader): Promise<void> {
  // What goes into a file is told all the same.
  const words = line.replace(/ > \S+$/, '').split(/\s+/);
  const variables = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=', 2));
  const [program, ...args] = words.slice(variables.length).filter((word) => word !== 'npx');
  if (words[0] === 'export') reader.env = { ...reader.env, ...exported(line, reader) };
  else if (program === 'npm') {
    const script = args[0] === 'run' ? args[1] : args[0];
    expect(manifest.scripts, line).toHaveProperty([script ?? '']);
  } else if (program === 'node') expect(existsSync(join(ROOT, args[0] ?? '')), line).toBe(true);
  else if (program === 'curl') {
    expect((await curl(line, reader)).ok, line).toBe(true);
  } else {
    expect(program, line).toBe('limner');
    // One runs beside the reader already.
    if (args[0] === 'rehearse') return;
    // It would go on for ever; here it is enough that there is something to serve.
    if (args[0] === 'serve') {
      expect(existsSync(join(reader.cwd, args[2] ?? '', 'compare.json')), line).toBe(true);
      return;
    }
    const env = { ...reader.env, ...(Object.fromEntries(variables) as Record<string, string>) };
    const outcome = await runLimner(args, { cwd: reader.cwd, env });
    expect(outcome, line).toMatchObject({ code: 0, stderr: '' });
  }
}

/** The request of a line, to the rehearsal that runs beside the reader. */
function curl(line: string, { rehearsal }: Reader): Promise<Response> {
  const { port, pathname, search } = new URL(/http:[^"\s]+/.exec(line)?.[0] ?? '');
  const { RUNPOD_ENDPOINT_BASE_URL = '', SCENARIO_BASE_URL = '' } = rehearsal?.environment ?? {};
  const { origin } = new URL(port === '8192' ? SCENARIO_BASE_URL : RUNPOD_ENDPOINT_BASE_URL);
  const user = / -u (\S+)/.exec(line)?.[1];
  const body = / -d '([^']+)'/.exec(line)?.[1];
  const headers = [...line.matchAll(/ -H "([^:]+): ([^"]+)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const all = user === undefined ? headers : [...headers, ['authorization', `Basic ${btoa(user)}`] as const];
  return fetch(`${origin}${pathname}${search}`, {
    headers: all.map(([name, value]): [string, string] => [name, value]),
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
}

/** A variable of the services, with the rehearsal's value for the page's. */
function exported(line: string, { rehearsal, bucket }: Reader): Readonly<Record<string, string>> {
  const [name = '', value = ''] = line.replace('export ', '').split('=', 2);
  const known: Readonly<Record<string, string>> = rehearsal?.environment ?? (bucket ? bucketVariables(bucket) : {});
  const { [name]: real } = known;
  const address = name.startsWith('SCENARIO_') ? 'SCENARIO_BASE_URL' : 'RUNPOD_ENDPOINT_BASE_URL';
  expect({ line, value, isKnown: real !== undefined }).toMatchObject({
    value: expect.stringMatching(/./) as string,
    isKnown: true,
  });
  const beside = bucket ? { S3_ENDPOINT: bucket.access.endpoint, AWS_REGION: bucket.access.region } : {};
  const { [address]: here } = known;
  const service = /^(RUNPOD|SCENARIO)_/.test(name) && here !== undefined ? { [address]: here } : {};
  return { [name]: real ?? '', ...beside, ...service };
}

function bucketVariables({ access }: NonNullable<Reader['bucket']>): Readonly<Record<string, string>> {
  const { endpoint, accessKeyId, secretAccessKey } = access;
  return {
    S3_ENDPOINT: endpoint,
    R2_ACCOUNT_ID: 'account',
    R2_ACCESS_KEY_ID: accessKeyId,
    R2_SECRET_ACCESS_KEY: secretAccessKey,
  };
}
