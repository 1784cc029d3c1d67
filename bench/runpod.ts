import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '../src/generate.ts';
import { createSqliteLedger } from '../src/ledger/sqlite/index.ts';
import { parsePack } from '../src/pack/parse-pack.ts';
import { createRunpod } from '../src/providers/runpod/index.ts';
import { createFsBlobs } from '../src/store/fs/blobs.ts';
import { createFsStore } from '../src/store/fs/index.ts';
import { bindWorkflow } from '../src/workflow/bind.ts';
import { sampleValues } from '../src/workflow/sample-values.ts';
import { getWorkflowForAssetType } from '../src/workflow/asset-workflow.ts';
import { packOf } from './pack-of.ts';
import { type Traffic, watchTraffic } from './runpod-traffic.ts';
import { type Figure, ms } from './figure.ts';

const WORKERS = 20;
const EXECUTION_MS = 2000;
const JOBS = Number(process.env['JOBS'] ?? 1000);
/** Enough to see how the others fare. */
const PEER_JOBS = 200;
/** Jobs that a peer has under way at once: what limner chooses by itself. */
const AT_ONCE = WORKERS * 2;

/** A rehearsed endpoint of 20 workers with two seconds a job: limner, the naive poller and RunPod's own client. */
export async function measureRunpod(): Promise<readonly Figure[]> {
  const server = spawn(process.execPath, [serverScript, String(WORKERS), String(EXECUTION_MS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const baseUrl = line.toString().trim();
    return [
      ...figuresOf('limner', await runLimner(baseUrl, JOBS), JOBS, true),
      ...figuresOf('a poller every 2 s', await runPeer(baseUrl, naive), PEER_JOBS, false),
      ...figuresOf('npm runpod-sdk, run and poll', await runPeer(baseUrl, sdk), PEER_JOBS, false),
    ];
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

const serverScript = new URL('runpod-server.ts', import.meta.url).pathname;

function figuresOf(who: string, { wallMs, traffic }: Load, jobs: number, isOurs: boolean): readonly Figure[] {
  const idealMs = (jobs * EXECUTION_MS) / WORKERS;
  const noticed = traffic.noticedMs();
  const calls = traffic.statusCalls() / jobs;
  const ratio = wallMs / idealMs;
  const none = { target: '—', met: true };
  return [
    {
      subject: `${jobs} jobs on ${WORKERS} workers of ${EXECUTION_MS / 1000} s, ${who}: wall beside the ideal ${idealMs / 1000} s`,
      measured: `${(wallMs / 1000).toFixed(1)} s: × ${ratio.toFixed(3)}`,
      ...(isOurs ? { target: '× 1.05', met: ratio <= 1.05 } : none),
    },
    {
      subject: `in that run, ${who}: a finished job is noticed after`,
      measured: `${ms(noticed)} (median), ${calls.toFixed(2)} status calls a job`,
      ...(isOurs ? { target: '150 ms, 3 calls', met: noticed <= 150 && calls <= 3 } : none),
    },
  ];
}

interface Load {
  readonly wallMs: number;
  readonly traffic: Traffic;
}

async function runLimner(baseUrl: string, jobs: number): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'limner-bench-'));
  const ledger = createSqliteLedger(join(folder, 'ledger.sqlite'));
  try {
    const traffic = watchTraffic(globalThis.fetch);
    const runpod = createRunpod({
      name: 'comfyui-custom',
      endpointId: 'custom',
      apiKey: 'bench',
      baseUrl,
      fetch: traffic.fetch,
    });
    const parsed = parsePack(packOf(jobs, 32), { file: 'bench.yaml', format: 'yaml' });
    if (!parsed.ok) throw new TypeError('The pack of the bench is wrong.');
    // The probe belongs to the set-up: it is kept for a day.
    await runpod.probe({ signal: new AbortController().signal });
    const startedAt = performance.now();
    const summary = await generate(parsed.pack, {
      providers: [runpod],
      route: { environment: runpod.name },
      ledger,
      blobs: createFsBlobs(join(folder, 'blobs')),
      store: createFsStore(join(folder, 'out')),
    });
    const wallMs = performance.now() - startedAt;
    if (summary.made !== jobs) throw new Error(`Only ${summary.made} of ${jobs} were made.`);
    return { wallMs, traffic };
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }
}

type Peer = (baseUrl: string, input: unknown, fetch: typeof globalThis.fetch) => Promise<void>;

async function runPeer(baseUrl: string, peer: Peer): Promise<Load> {
  const traffic = watchTraffic(globalThis.fetch);
  const workflow = getWorkflowForAssetType('background');
  const startedAt = performance.now();
  const queue = Array.from({ length: PEER_JOBS }, (_, index) => index).values();
  const work = async (): Promise<void> => {
    for (const index of queue)
      await peer(
        baseUrl,
        { workflow: bindWorkflow(workflow, { ...sampleValues(workflow), seed: index }) },
        traffic.fetch,
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { wallMs: performance.now() - startedAt, traffic };
}

const naive: Peer = async (baseUrl, input, fetch) => {
  const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
  const taken = await fetch(`${baseUrl}/custom/run`, { method: 'POST', headers, body: JSON.stringify({ input }) });
  const { id } = (await taken.json()) as { id: string };
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const answer = await fetch(`${baseUrl}/custom/status/${id}`, { headers });
    const { status } = (await answer.json()) as { status: string };
    if (status === 'COMPLETED') return;
    if (status === 'FAILED') throw new Error('The job failed.');
  }
};

interface Sdk {
  default(key: string, options: { baseUrl: string }): { endpoint(id: string): SdkEndpoint };
}
interface SdkEndpoint {
  runSync(request: unknown, timeout: number): Promise<{ readonly status: string }>;
}

/** Installed for the moment: its package names no licence, so it is no dependency of ours. */
const loadSdk = ((): (() => Promise<Sdk>) => {
  let loaded: Promise<Sdk> | undefined;
  return () => (loaded ??= installSdk());
})();

async function installSdk(): Promise<Sdk> {
  const folder = mkdtempSync(join(tmpdir(), 'limner-bench-sdk-'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', 'runpod-sdk@1.1.2'], { cwd: folder });
  return (await import(pathToFileURL(join(folder, 'node_modules/runpod-sdk/dist/src/index.js')).href)) as Sdk;
}

/** It calls the global fetch, and says on the console whatever goes on. */
const sdk: Peer = async (baseUrl, input, fetch) => {
  const module = await loadSdk();
  const before = globalThis.fetch;
  globalThis.fetch = fetch;
  try {
    const { status } = await module.default('bench', { baseUrl }).endpoint('custom').runSync({ input }, 60_000);
    if (status !== 'COMPLETED') throw new Error(`The job ended as ${status}.`);
  } finally {
    globalThis.fetch = before;
  }
};
