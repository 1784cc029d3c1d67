import type { CallRow } from '../ledger/ledger.ts';
import type { CallResult } from '../pipeline/call.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import type { Phases } from './comparison.ts';

/** Everything before a call's end that is limner's own work, by the stage's key in `ManifestAsset.timings`. */
const OWN_STAGES = ['guideMs', 'finishMs', 'checkMs', 'storeMs'];

const NAMES = ['runMs', 'transferMs', 'coldMs', 'queueMs'] as const;
type Waited = (typeof NAMES)[number];

/**
 * Where an asset's time went. Calls that were under way side by side are counted once: at a moment at which one works and another waits,
 * the asset was worked on. What no call explains of the time between the stages was spent waiting for a turn. Undefined for an asset whose calls
 * took longer than its stages: it was broken off and taken up again, and nobody knows how long it would have taken.
 */
export function phasesOf({ timings }: Pick<ManifestAsset, 'timings'>, calls: readonly CallRow[]): Phases | undefined {
  const totalMs = Object.values(timings).reduce((sum, ms) => sum + ms, 0);
  const spans = calls.flatMap(spansOf);
  const parts = partition(spans);
  if (spans.length === 0) return { ownMs: totalMs, totalMs };
  const called = NAMES.reduce((sum, name) => sum + parts[name], 0);
  const ownMs = sumOf(OWN_STAGES, timings) + (isCutHere(called, timings) ? (timings['cutMs'] ?? 0) : 0);
  if (ownMs + called > totalMs) return undefined;
  return { ...parts, queueMs: parts.queueMs + totalMs - ownMs - called, ownMs, totalMs };
}

/** Subjects are cut out by a call of its own or by limner itself: then the calls fit into the time of painting. */
function isCutHere(calledMs: number, timings: ManifestAsset['timings']): boolean {
  return calledMs <= (timings['paintMs'] ?? 0);
}

function sumOf(stages: readonly string[], timings: ManifestAsset['timings']): number {
  return stages.reduce((sum, stage) => sum + (timings[stage] ?? 0), 0);
}

interface Span {
  readonly name: Waited;
  readonly from: number;
  readonly to: number;
}

/**
 * A call waits, then its machine starts, then it works, then its pictures come; before all that its own ones went up. What the service says
 * itself goes before what polls saw: the answer to a question that waits for the pictures comes when they are there, and tells nothing of how
 * long they took to come.
 */
function spansOf({ claimedAt, submittedAt, finishedAt, result }: CallRow): readonly Span[] {
  if (finishedAt === undefined) return [];
  const sentAt = submittedAt ?? claimedAt;
  const { timing, watched } = (result as CallResult | undefined) ?? {};
  const coldMs = timing?.coldMs ?? watched?.startingMs ?? 0;
  const queueMs = timing?.queueMs ?? watched?.queuedMs ?? 0;
  const seenAt = Math.max(sentAt, finishedAt - (watched?.fetchMs ?? 0));
  const lastMoment = timing ? finishedAt : seenAt;
  const waitedUntil = Math.min(sentAt + Math.round(queueMs), lastMoment);
  const startedAt = Math.min(waitedUntil + Math.round(coldMs), lastMoment);
  const endedAt = timing ? Math.min(startedAt + Math.round(timing.seconds * 1000), finishedAt) : seenAt;
  return [
    { name: 'transferMs', from: claimedAt, to: sentAt },
    { name: 'queueMs', from: sentAt, to: waitedUntil },
    { name: 'coldMs', from: waitedUntil, to: startedAt },
    { name: 'runMs', from: startedAt, to: endedAt },
    { name: 'transferMs', from: endedAt, to: finishedAt },
  ];
}

/** Each moment goes to one phase: to the first of `NAMES` that any span has there. */
function partition(spans: readonly Span[]): Record<Waited, number> {
  const parts = { runMs: 0, transferMs: 0, coldMs: 0, queueMs: 0 };
  const times = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  times.slice(1).forEach((to, index) => {
    const from = times[index] ?? to;
    const name = NAMES.find((one) => spans.some((span) => span.name === one && span.from <= from && span.to >= to));
    if (name) parts[name] += to - from;
  });
  return parts;
}
