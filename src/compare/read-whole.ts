import * as z from 'zod';
import { ASSET_TYPES } from '../pack/pack.ts';
import type { Group } from './comparison.ts';
import type { Findings } from './conclude.ts';
import { JUDGED_COMPARISON, JUDGED_FILE, JUDGED_SAMPLE, parsed } from './read-comparison.ts';

/** A comparison as far as its conclusions can be drawn anew. */
export interface KnownComparison extends Findings {
  /** What only the pictures tell. */
  readonly groups: readonly (Pick<Group, 'type' | 'provider'> & { readonly quality: Pick<Group['quality'], 'set'> })[];
}

/** The text of a `compare.json` with all that it found; undefined when it is none, or not whole. */
export function readWholeComparison(text: string): KnownComparison | undefined {
  const found = COMPARISON.safeParse(parsed(text));
  return found.success ? found.data : undefined;
}

const count = () => z.int().min(0);
const usd = () => z.number().min(0);
const ms = () => z.number().min(0);
const share = () => z.number().min(0).max(1);
const colour = () => z.string().regex(/^#[\da-f]{6}$/i);
const measures = () => z.record(z.string(), z.number());

const PROVIDER = z.object({
  name: z.string(),
  isRehearsed: z.boolean(),
  runs: z.array(
    z.object({ number: z.int(), seed: z.int(), run: z.string(), folder: z.string(), usd: usd(), wallMs: ms() }),
  ),
});

const GATE = z.object({
  name: z.string(),
  status: z.enum(['pass', 'warn', 'fail']),
  message: z.string(),
  value: z.number().exactOptional(),
  limit: z.number().exactOptional(),
  place: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).exactOptional(),
});

const PHASES = z.object({
  queueMs: ms().exactOptional(),
  coldMs: ms().exactOptional(),
  runMs: ms().exactOptional(),
  transferMs: ms().exactOptional(),
  ownMs: ms(),
  totalMs: ms(),
});

const SAMPLE = JUDGED_SAMPLE.extend({
  run: z.string(),
  seed: z.int(),
  cached: z.boolean(),
  madeIn: z.string().exactOptional(),
  failedIn: z.array(z.string()).exactOptional(),
  error: z.object({ code: z.string(), message: z.string() }).exactOptional(),
  attempts: count(),
  calls: count(),
  polls: count(),
  requests: z.object({ upload: count(), generate: count(), download: count(), store: count(), total: count() }),
  usd: usd(),
  standbyUsd: usd(),
  phases: PHASES.exactOptional(),
  gates: z.array(GATE),
  measures: measures(),
  files: z.array(JUDGED_FILE.extend({ url: z.string().exactOptional(), bytes: count() })),
});

const COMPARISON = JUDGED_COMPARISON.extend({
  limner: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  providers: z.array(PROVIDER).min(2),
  palette: z.array(colour()),
  thresholds: z.object({
    made: share(),
    seconds: z.number().min(0),
    saving: share(),
    gateLoss: share(),
    preferred: share(),
    samples: z.number().min(0),
    votes: z.number().min(0),
  }),
  volume: z.int().min(1).exactOptional(),
  samples: z.array(SAMPLE),
  groups: z.array(
    z.object({
      type: z.enum([...ASSET_TYPES, 'all']),
      provider: z.string(),
      quality: z.object({ set: measures() }),
    }),
  ),
});
