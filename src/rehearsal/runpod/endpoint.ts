import type { Counts } from './counters.ts';
import { Counters } from './counters.ts';
import type { Bucket } from './bucket.ts';
import type { RunpodFaultBook } from './faults.ts';
import { JobQueue } from './job-queue.ts';
import { type EndpointOptions, type EndpointSettings, withDefaults } from './options.ts';
import { RateGate } from './rate-limit.ts';
import type { Timers } from '../http/timers.ts';

/** All that belongs to one endpoint id. */
export interface Endpoint {
  readonly id: string;
  readonly settings: EndpointSettings;
  readonly counters: Counters;
  readonly queue: JobQueue;
  readonly gate: RateGate;
  readonly faults: RunpodFaultBook;
  readonly timers: Timers;
}

export interface Surroundings {
  readonly timers: Timers;
  readonly bucket: Bucket;
  readonly faults: RunpodFaultBook;
}

export function createEndpoint(
  id: string,
  options: EndpointOptions,
  { timers, bucket, faults }: Surroundings,
): Endpoint {
  const settings = withDefaults(options);
  const counters = new Counters();
  const queue = new JobQueue({ settings, timers, counters, bucket });
  return { id, settings, counters, queue, gate: new RateGate(settings.rateLimits ?? {}), faults, timers };
}

export function countsOf({ counters, queue, settings }: Endpoint): Counts {
  return counters.report(queue.fleet.billedSeconds, settings.usdPerGpuSecond);
}
