import type { Measures } from '../../measure/metric.ts';
import { NO_REQUESTS, type ManifestAsset, type ManifestFile } from '../../report/manifest.ts';
import type { Phases, Sample } from '../comparison.ts';
import { TYPICAL_MEASURES } from './metrics-sample.ts';

/** How the provider that a sample run stands in for works. */
export interface Hand {
  readonly provider: string;
  readonly style: string;
  readonly usd: number;
  readonly secondsEach: number;
  /** Requests and calls an asset. */
  readonly calls: number;
  readonly requests: number;
  /** The first asset of a run waits for a worker to start. */
  readonly startSeconds: number;
  /** Of all measures: more is better. */
  readonly skill: number;
}

export interface RunFacts {
  readonly hand: Hand;
  readonly number: number;
  readonly run: string;
  readonly seed: number;
  readonly folder: string;
}

/** What a comparison would hold of one asset of a painted run, with made-up times, prices and measures. */
export function sampleOf(asset: ManifestAsset, facts: RunFacts, index: number): Sample {
  const { hand, number, run, seed, folder } = facts;
  const draw = drawer(`${hand.provider} ${number} ${asset.id}`);
  const phases = phasesOf(hand, index, draw);
  return {
    id: asset.id,
    type: asset.type,
    ...(asset.kind ? { kind: asset.kind } : {}),
    provider: hand.provider,
    number,
    run,
    seed,
    status: 'done',
    cached: false,
    attempts: 1,
    calls: hand.calls,
    polls: 3 + Math.floor(draw() * 5),
    requests: { ...NO_REQUESTS, generate: hand.calls, store: 1, total: hand.requests },
    usd: hand.usd * (0.6 + draw() * 0.8),
    standbyUsd: hand.startSeconds * 0.00001,
    phases,
    gates: asset.gates,
    measures: measuresOf(asset, hand, draw),
    files: asset.files.map((file): ManifestFile => ({ ...file, path: `${folder}/${file.path}` })),
  };
}

/** The same asset, of which nothing came. */
export function unmade(sample: Sample, status: 'failed' | 'refused', error: NonNullable<Sample['error']>): Sample {
  const { phases: _, ...rest } = sample;
  const paid = status === 'failed';
  return {
    ...rest,
    status,
    error,
    attempts: paid ? 3 : 0,
    calls: paid ? 3 : 0,
    usd: paid ? sample.usd : 0,
    requests: paid ? { ...NO_REQUESTS, generate: 3, total: 3 } : NO_REQUESTS,
    gates: [],
    measures: {},
    files: [],
  };
}

function phasesOf(hand: Hand, index: number, draw: () => number): Phases {
  const coldMs = index === 0 ? hand.startSeconds * 1000 : 0;
  const queueMs = 100 + draw() * 900;
  const runMs = hand.secondsEach * (500 + draw() ** 3 * 1500);
  const transferMs = 200 + draw() * 400;
  const ownMs = 40 + draw() * 200;
  const totalMs = queueMs + coldMs + runMs + transferMs + ownMs;
  return { queueMs, coldMs, runMs, transferMs, ownMs, totalMs };
}

function measuresOf(asset: ManifestAsset, hand: Hand, draw: () => number): Measures {
  const known = Object.entries(TYPICAL_MEASURES).filter(([name]) => appliesTo(name, asset));
  return Object.fromEntries(
    known.map(([name, [middle, spread]]) => {
      const way = name === 'fringe' || name === 'seam' ? -1 : 1;
      return [name, Math.max(0, middle + spread * (draw() - 0.5 + way * hand.skill))];
    }),
  );
}

function appliesTo(name: string, { type, kind }: ManifestAsset): boolean {
  if (name === 'seam') return type === 'parallax' || kind === 'tile';
  if (name === 'silhouette') return type === 'entity';
  return name !== 'fringe' || type !== 'background';
}

/** Numbers of 0..1 that are always the same for the same name. */
function drawer(name: string): () => number {
  let state = [...name].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619),
    2166136261,
  );
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) & 0xffff) / 0x10000;
  };
}
