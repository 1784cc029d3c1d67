import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../test/source-files.ts';

const WORKER = join(ROOT, 'gpu-worker');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const WEIGHTS = Buffer.from('weights '.repeat(1000));
const REVISION = 'a'.repeat(40);
const FILE = `/me/model/resolve/${REVISION}/files/x.safetensors`;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Seen {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly range: string | undefined;
}

let folder: string;
let hub: Server;
let store: Server;
let seen: Seen[];
let breaksOffAfter: number | undefined;

/** A hub that sends those who ask for a file on to a store, as the real one does. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'limner-worker-'));
  seen = [];
  breaksOffAfter = undefined;
  store = createServer((request, response) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    seen.push({ url: 'store', authorization: request.headers.authorization, range: request.headers.range });
    const rest = WEIGHTS.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
    if (breaksOffAfter === undefined) return response.end(rest);
    const part = rest.subarray(0, breaksOffAfter);
    breaksOffAfter = undefined;
    return response.write(part, () => response.destroy());
  });
  hub = createServer((request, response) => {
    const url = request.url ?? '';
    seen.push({ url, authorization: request.headers.authorization, range: request.headers.range });
    if (url === FILE) return response.writeHead(302, { location: addressOf(store, 'localhost') }).end();
    const body = ANSWERS[url];
    return response.writeHead(body === undefined ? 403 : 200).end(JSON.stringify(body));
  });
  for (const server of [hub, store]) {
    server.listen(0);
    await once(server, 'listening');
  }
});

afterEach(() => {
  for (const server of [hub, store]) {
    server.closeAllConnections();
    server.close();
  }
});

const TREE = [{ path: 'files/x.safetensors', size: WEIGHTS.length, lfs: { oid: sha256(WEIGHTS) } }];
const ANSWERS: { readonly [url: string]: unknown } = {
  '/api/models/me/model': { sha: REVISION },
  [`/api/models/me/model/tree/${REVISION}/files`]: TREE,
  [`/api/models/me/model/tree/${REVISION}`]: [{ path: 'config.json', size: 2, oid: 'of git' }],
  [`/me/model/resolve/${REVISION}/config.json`]: {},
};

function addressOf(server: Server, host = '127.0.0.1'): string {
  const address = server.address();
  return `http://${host}:${typeof address === 'object' && address ? address.port : 0}`;
}

function writeLock(model: object = {}, base: object = {}): string {
  const complete = {
    folder: 'vae',
    name: 'x.safetensors',
    repository: 'me/model',
    revision: REVISION,
    path: 'files/x.safetensors',
    sha256: sha256(WEIGHTS),
    size: WEIGHTS.length,
    gated: false,
    for: ['sdxl'],
    ...model,
  };
  const file = join(folder, 'lock.json');
  writeFileSync(file, JSON.stringify({ base: { nodes: [], ...base }, packs: [], models: [complete] }));
  return file;
}

async function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, HF_TOKEN: 'hf_secret', HF_ENDPOINT: addressOf(hub), ...environment };
  const child = spawn(command, args, { env });
  const [output, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: Number(status), output: `${output}${errors}` };
}

const install = (lock: string, ...args: readonly string[]) =>
  run('python3', [join(WORKER, 'install.py'), '--lock', lock, ...args]);
const fill = (lock: string, ...names: readonly string[]) =>
  install(lock, 'models', '--to', join(folder, 'models'), ...names);
const target = (): string => join(folder, 'models/vae/x.safetensors');

describe.skipIf(!hasPython)('install.py', () => {
  test('puts a file where its loader looks, and shows the token to the hub alone', async () => {
    const { status, output } = await fill(writeLock(), 'sdxl');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(readFileSync(target()).equals(WEIGHTS)).toBe(true);
    expect(seen).toEqual([
      { url: FILE, authorization: 'Bearer hf_secret', range: undefined },
      { url: 'store', authorization: undefined, range: undefined },
    ]);
    expect(output).not.toContain('hf_secret');
  });

  test('asks for nothing that is there', async () => {
    const lock = writeLock();
    await fill(lock, 'sdxl');
    seen.length = 0;
    expect(await fill(lock, 'all')).toMatchObject({ status: 0 });
    expect(seen).toEqual([]);
  });

  test('goes on where a download broke off', async () => {
    breaksOffAfter = 3000;
    expect(await fill(writeLock(), 'sdxl')).toMatchObject({ status: 0 });
    expect(readFileSync(target()).equals(WEIGHTS)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ url: 'store', range: 'bytes=3000-' });
  });

  test('keeps nothing of a file that is another one', async () => {
    const { status, output } = await fill(writeLock({ sha256: 'b'.repeat(64) }), 'sdxl');
    expect(status).toBe(1);
    expect(output).toContain(`sha256 is ${sha256(WEIGHTS)}, but lock.json says bbb`);
    expect([existsSync(target()), existsSync(`${target()}.part`)]).toEqual([false, false]);
  });

  test.each([{ sha256: null }, { revision: null }])('downloads nothing that is not pinned: %j', async (gap) => {
    const { status, output } = await fill(writeLock(gap), 'sdxl');
    expect(status).toBe(1);
    expect(output).toContain('Not pinned in lock.json: x.safetensors. Run `node gpu-worker/pin.mjs`');
    expect(seen).toEqual([]);
  });

  test('says where the licence of a gated file is to be accepted', async () => {
    const { status, output } = await fill(writeLock({ path: 'secret.safetensors' }), 'sdxl');
    expect(status).toBe(1);
    expect(output).toContain('accept its licence at https://huggingface.co/me/model');
  });

  test('refuses a name that the lock does not know', async () => {
    expect(await fill(writeLock(), 'sdxxl')).toEqual({
      status: 1,
      output: 'lock.json has nothing for sdxxl; it has sdxl.\n',
    });
  });

  test('puts a pack at its commit', async () => {
    const origin = join(folder, 'origin');
    mkdirSync(origin);
    const git = (...args: readonly string[]): string =>
      spawnSync('git', ['-C', origin, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { encoding: 'utf8' })
        .stdout;
    git('init', '--quiet');
    git('config', 'uploadpack.allowReachableSHA1InWant', 'true');
    git('commit', '--quiet', '--allow-empty', '-m', 'one');
    const commit = git('rev-parse', 'HEAD').trim();
    git('commit', '--quiet', '--allow-empty', '-m', 'two');
    const lock = join(folder, 'lock.json');
    const pack = { name: 'pack', repository: `file://${origin}`, commit, python: [] };
    writeFileSync(lock, JSON.stringify({ packs: [pack] }));
    expect(await install(lock, 'packs', '--to', join(folder, 'nodes'))).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'nodes/pack/.git/HEAD'), 'utf8').trim()).toBe(commit);
  });
});

/** A ComfyUI that has one node, and lists one file. */
const COMFYUI = `
import http.server, json, sys
ANSWERS = {"/system_stats": {}, "/object_info/There": {"There": {}}, "/object_info/Gone": {}, "/models": ["vae"], "/models/vae": ["y.safetensors"]}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(json.dumps(ANSWERS[self.path]).encode())
http.server.HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Handler).serve_forever()
`;

describe.skipIf(!hasPython)('install.py check', () => {
  async function check(main: string, nodes: readonly string[], name: string) {
    mkdirSync(join(folder, 'comfyui/models/vae'), { recursive: true });
    writeFileSync(join(folder, 'comfyui/main.py'), main);
    writeFileSync(join(folder, 'comfyui/models/vae', name), '');
    const free = createServer().listen(0);
    await once(free, 'listening');
    const port = new URL(addressOf(free)).port;
    free.close();
    await once(free, 'close');
    return install(writeLock({ name }, { nodes }), 'check', '--comfyui', join(folder, 'comfyui'), '--port', port);
  }

  test('is content with a ComfyUI that shows all', async () => {
    expect(await check(COMFYUI, ['There'], 'y.safetensors')).toMatchObject({ status: 0 });
  });

  test('names the nodes and files that ComfyUI does not show', async () => {
    const { status, output } = await check(COMFYUI, ['There', 'Gone'], 'x.safetensors');
    expect(status).toBe(1);
    expect(output).toContain('ComfyUI does not show Gone, vae/x.safetensors.');
  });

  test('fails with a ComfyUI that does not start', async () => {
    const { status, output } = await check('raise SystemExit(3)', [], 'x.safetensors');
    expect(status).toBe(1);
    expect(output).toContain('ComfyUI did not start.');
  });
});

describe('pin.mjs', () => {
  const pin = (lock: string, ...args: readonly string[]) =>
    run(process.execPath, [join(WORKER, 'pin.mjs'), ...args], { LIMNER_LOCK: lock });

  test('fills what is null from the hub', async () => {
    const lock = writeLock({ revision: null, sha256: null, size: null });
    expect(await pin(lock)).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({
      models: [{ revision: REVISION, sha256: sha256(WEIGHTS), size: WEIGHTS.length }],
    });
  });

  test('hashes small files itself, which the hub knows by another hash', async () => {
    const lock = writeLock({ path: 'config.json', sha256: null, size: 2 });
    expect(await pin(lock)).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ models: [{ sha256: sha256(Buffer.from('{}')) }] });
  });

  test('changes nothing when a pinned value is not the hub’s', async () => {
    const lock = writeLock({ sha256: 'b'.repeat(64), size: null });
    const before = readFileSync(lock, 'utf8');
    const { status, output } = await pin(lock);
    expect(status).toBe(1);
    expect(output).toContain(`sha256 is ${sha256(WEIGHTS)}, but the lock says bbb`);
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  test('only compares with --check', async () => {
    const lock = writeLock({ size: null });
    const before = readFileSync(lock, 'utf8');
    expect(await pin(lock, '--check')).toMatchObject({ status: 1 });
    expect(readFileSync(lock, 'utf8')).toBe(before);
    expect(await pin(writeLock(), '--check')).toMatchObject({ status: 0 });
  });
});
