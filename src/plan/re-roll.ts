import type { GateResult, ManifestAsset } from '../report/manifest.ts';
import { deriveSeed } from './build-job.ts';
import type { MakePlan } from './plan.ts';

/** Gates that fail every picture alike, whatever its seed, by the reason: what they find, limner itself has made. */
const INCURABLE: ReadonlyMap<string, string> = new Map([['size', 'the finish brings every picture to its size']]);

/** The failed gates, where another picture may pass them all; none where one of them would fail it just the same. */
export function curableFailures(gates: readonly GateResult[]): readonly GateResult[] {
  const failed = gates.filter(({ status }) => status === 'fail');
  return failed.some(({ name }) => INCURABLE.has(name)) ? [] : failed;
}

/** The asset as its candidate of this number is asked for; 1 is the asset as it was planned. The hash stays that of the whole. */
export function asCandidate(planned: MakePlan, number: number): MakePlan {
  if (number === 1) return planned;
  const { request } = planned;
  const seed = candidateSeed(request.job.seed, number);
  return { ...planned, request: { ...request, job: { ...request.job, seed } } };
}

/** Follows from the seed of the first candidate alone. 0..2147483647. */
export function candidateSeed(seed: number, number: number): number {
  return deriveSeed(seed, `candidate ${number}`);
}

/** How many more candidates may be painted of what is kept: those of earlier runs count. */
export function retriesLeft(
  retries: number,
  { gates, candidates }: Pick<ManifestAsset, 'gates' | 'candidates'>,
): number {
  if (curableFailures(gates).length === 0) return 0;
  return Math.max(0, 1 + retries - (candidates?.length ?? 1));
}
