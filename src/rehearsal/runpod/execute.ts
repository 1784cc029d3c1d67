import type { ComfyEngine } from '../comfy/engine.ts';
import { type Bucket, putOnWorker, putRefused } from './bucket.ts';
import { COMFYUI_DIED, FAILURE_NAMES, NOT_REACHABLE, scriptedFailure } from './failures.ts';
import type { Job } from './job.ts';
import type { EndpointSettings } from './options.ts';
import { dropFirstPrefix, toBlank, toHalfSize, toWebPage, truncateFirst, withSpoiledFile } from './spoil.ts';
import type { Timers } from '../http/timers.ts';
import type { PutObject } from './worker/collect-images.ts';
import { crashReport } from './worker/crash.ts';
import { type HandlerContext, type Posted, handleJob } from './worker/handler.ts';
import { toOldShape } from './worker/old-shape.ts';
import { HandlerCrash } from './worker/read-input.ts';
import type { Worker } from './worker.ts';

export interface Stage {
  readonly settings: EndpointSettings;
  readonly timers: Timers;
  readonly bucket: Bucket;
}

/**
 * What the worker posts at the end of a job, its faults included; `died` when it is gone before it could. Never settles for a
 * job that never ends.
 */
export async function execute(job: Job, worker: Worker, stage: Stage): Promise<Posted | 'died'> {
  const { settings, timers } = stage;
  if (worker.isPoisoned) {
    await timers.sleep(settings.poisonedMs);
    return NOT_REACHABLE;
  }
  if (settings.executionMs > 0) await timers.sleep(settings.executionMs);
  if (job.take('duplicate-execution')) {
    await runHandler(job, worker, stage, { engine: worker.engine });
    return 'died';
  }
  if (job.take('never-ending-run')) return new Promise(() => undefined);
  if (job.take('poisoned-worker')) {
    worker.isPoisoned = true;
    return COMFYUI_DIED;
  }
  const failed = job.takeAny(FAILURE_NAMES);
  if (failed) return scriptedFailure(failed, { catalogue: settings.catalogue, workerId: worker.id });
  const put = choosePut(job, settings, stage.bucket);
  const tools = { engine: spoiledEngine(job, worker.engine), ...(put ? { put } : {}) };
  return finishFaults(job, await runHandler(job, worker, stage, tools), settings);
}

async function runHandler(
  job: Job,
  worker: Worker,
  { settings }: Stage,
  tools: Pick<HandlerContext, 'engine' | 'put'>,
): Promise<Posted> {
  try {
    return await handleJob(job.spec.input, {
      ...tools,
      catalogue: settings.catalogue,
      ...(settings.comfyOrgApiKey === undefined ? {} : { comfyOrgApiKey: settings.comfyOrgApiKey }),
    });
  } catch (error) {
    if (error instanceof HandlerCrash) return crashReport(worker.id, error.type, error.message);
    return { error: `An unexpected error occurred: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function choosePut(job: Job, settings: EndpointSettings, bucket: Bucket): PutObject | undefined {
  if (job.take('failed-s3')) return putRefused;
  if (job.take('simulated-s3-path') || settings.bucket === 'keys-missing') return putOnWorker;
  return settings.bucket === 's3' ? bucket.putFor(job.spec.id) : undefined;
}

function spoiledEngine(job: Job, engine: ComfyEngine): ComfyEngine {
  if (job.take('not-a-png')) return withSpoiledFile(engine, toWebPage);
  if (job.take('blank-picture')) return withSpoiledFile(engine, toBlank);
  return job.take('wrong-size') ? withSpoiledFile(engine, toHalfSize) : engine;
}

function finishFaults(job: Job, posted: Posted, settings: EndpointSettings): Posted {
  const missing = job.take('missing-image') ? dropFirstPrefix(posted) : posted;
  const truncated = job.take('truncated-base64') ? truncateFirst(missing) : missing;
  const shaped = settings.workerGeneration === 3 ? toOldShape(truncated) : truncated;
  return job.take('completed-without-output') || isTooLarge(job, shaped, settings) ? {} : shaped;
}

/** The platform refuses a result that is too large; the worker only logs it, and the job ends without one. */
function isTooLarge(job: Job, posted: Posted, { limitBytes }: EndpointSettings): boolean {
  return Buffer.byteLength(JSON.stringify(posted)) > (job.spec.isSync ? limitBytes.runsync : limitBytes.run);
}
