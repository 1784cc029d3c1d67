#!/usr/bin/env node
// Says what an endpoint can do (A, B or C) and makes one small entity on it. Needs Node 22.18 and no packages.
//
//   RUNPOD_API_KEY=… RUNPOD_ENDPOINT_ID=… node gpu-worker/smoke.ts [picture.png]
//
// Ends with 0 for A or B with a picture, 1 otherwise. It wakes a worker: a cold start and a few seconds of GPU are paid.
import { writeFileSync } from 'node:fs';
import { LimnerError } from '../src/errors.ts';
import { createRunpodClient } from '../src/providers/runpod/client.ts';
import { explainFailure } from '../src/providers/runpod/failures.ts';
import { decodeBase64 } from '../src/providers/base64.ts';
import { imagesUnder, readOutput } from '../src/providers/runpod/outputs.ts';
import { pause } from '../src/providers/pause.ts';
import { probeEndpoint } from '../src/providers/runpod/probe.ts';
import type { RemoteJob } from '../src/providers/runpod/remote-job.ts';
import { createWatch } from '../src/providers/runpod/watch.ts';
import { createMemoryProbeCache } from '../src/providers/probe-cache.ts';
import { bindWorkflow } from '../src/workflow/bind.ts';
import { compileWorkflow } from '../src/workflow/compile.ts';
import { fitEndpoint } from '../src/workflow/fit-endpoint.ts';
import { packOf } from '../src/workflow/node-packs.ts';

const { RUNPOD_API_KEY: apiKey = '', RUNPOD_ENDPOINT_ID: endpointId = '', RUNPOD_ENDPOINT_BASE_URL } = process.env;
if (apiKey === '' || endpointId === '') {
  console.error('Set RUNPOD_API_KEY and RUNPOD_ENDPOINT_ID.');
  process.exit(2);
}
const [pictureFile] = process.argv.slice(2);
const provider = `endpoint ${endpointId}`;
const client = createRunpodClient({
  name: provider,
  endpointId,
  apiKey,
  ...(RUNPOD_ENDPOINT_BASE_URL ? { baseUrl: RUNPOD_ENDPOINT_BASE_URL } : {}),
});
const QUEUE_MS = 15 * 60_000;
const RUN_MS = 5 * 60_000;
const SIDE = 512;
const shared = { provider, client, watch: createWatch({ client, now: Date.now, sleep: pause }), packOf };
const { signal } = new AbortController();

try {
  process.exitCode = (await smoke()) ? 0 : 1;
} catch (error) {
  const next = error instanceof LimnerError ? [error.next] : [];
  console.error(error instanceof Error ? [error.message, ...next].join('\n') : error);
  process.exitCode = 1;
}

async function smoke(): Promise<boolean> {
  const cache = createMemoryProbeCache();
  const facts = await probeEndpoint(
    // What the probe costs is nobody's but the caller's.
    {
      ...shared,
      bill: { carry: () => undefined },
      cache,
      key: 'smoke',
      now: Date.now,
      queueMs: QUEUE_MS,
      pauseMs: 500,
    },
    signal,
  );
  const fit = fitEndpoint(facts);
  console.log(`Outcome ${fit.outcome}. ${fit.words}`);
  const { ok, profile, removal = 'none', files, missing } = fit.assets.entity;
  for (const lack of missing)
    console.log(`missing ${lack.kind} ${'folder' in lack ? `${lack.folder}/` : ''}${lack.name}`);
  return ok && profile !== undefined && makeEntity({ profile, removal, files });
}

interface Chosen {
  readonly profile: string;
  readonly removal: string;
  readonly files: Readonly<Record<string, string>>;
}

async function makeEntity({ profile, removal, files }: Chosen): Promise<boolean> {
  const workflow = compileWorkflow({ type: 'entity', profile, removal, options: { files, guide: false } });
  // A new seed: an endpoint would answer a graph it has seen from its cache.
  const seed = Date.now() % 2 ** 32;
  const prefix = `smoke-${seed}`;
  const prompt = 'a small round green slime creature, game sprite, on a plain white background';
  const graph = bindWorkflow(workflow, { prompt, seed, width: SIDE, height: SIDE, prefix });
  const job = await finish(await client.run(undefined, { workflow: graph }, signal));
  const output = readOutput(job.output);
  const [image] = output ? imagesUnder(prefix, output) : [];
  if (job.status !== 'COMPLETED' || !image) throw explainFailure(job, shared);
  const bytes = image.isAddress ? await client.download(image.data, signal) : decodeBase64(image.data);
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const isPng = bytes.length > 26 && header.getUint32(0) === 0x89504e47;
  const isTransparent = isPng && header.getUint8(25) === 6;
  console.log(
    `One entity with ${profile} and removal ${removal}: ${isPng ? `${header.getUint32(16)}×${header.getUint32(20)} px` : 'no PNG'}, ` +
      `${isTransparent ? 'with' : 'without'} transparency, ${seconds(job.delayMs)} in the queue and starting, ${seconds(job.executionMs)} at work.`,
  );
  if (pictureFile) writeFileSync(pictureFile, bytes);
  return isPng && isTransparent === (removal !== 'none');
}

async function finish(submitted: RemoteJob): Promise<RemoteJob> {
  const deadline = Date.now() + QUEUE_MS + RUN_MS;
  for (;;) {
    const sight = await shared.watch.look(submitted.id, deadline - Date.now(), signal);
    if (sight.job === 'gone') throw new Error(`${provider} lost the job.`);
    if (sight.hasEnded) return sight.job;
    if (Date.now() > deadline) {
      await client.cancel(submitted.id, signal);
      throw new Error(`${provider} did not finish in ${(QUEUE_MS + RUN_MS) / 60_000} minutes; the job was cancelled.`);
    }
    await shared.watch.rest(sight.lookAgainMs, signal);
  }
}

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
