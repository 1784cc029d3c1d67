import type { Policy } from './job.ts';
import type { EndpointSettings } from './options.ts';
import { isDict } from '../http/dict.ts';

export interface SubmissionBody {
  readonly input: unknown;
  readonly policy: Policy;
}

/** Reads the body of `/run` and `/runsync`: what was submitted, or the sentence with which it is refused. */
export function readSubmission(body: unknown, settings: EndpointSettings): SubmissionBody | string {
  if (!isDict(body)) return 'request body must be a JSON object';
  const { input, policy = {} } = body;
  // The worker parses an input that is a string; the platform lets it through.
  if (!isDict(input) && typeof input !== 'string') return 'input is required and must be an object';
  if (!isDict(policy)) return 'policy must be an object';
  const executionTimeoutMs = duration('executionTimeout', policy, settings);
  const ttlMs = duration('ttl', policy, settings);
  if (typeof executionTimeoutMs === 'string') return executionTimeoutMs;
  if (typeof ttlMs === 'string') return ttlMs;
  return { input, policy: { executionTimeoutMs, ttlMs, lowPriority: policy['lowPriority'] === true } };
}

function duration(
  key: 'executionTimeout' | 'ttl',
  policy: { readonly [key: string]: unknown },
  settings: EndpointSettings,
): number | string {
  const value = policy[key];
  if (value === undefined) return key === 'ttl' ? settings.ttlMs : settings.executionTimeoutMs;
  const [least, most] = settings.ranges[key];
  const isFine = typeof value === 'number' && value >= least && value <= most;
  return isFine ? value : `policy.${key} must be between ${least} and ${most} milliseconds`;
}
