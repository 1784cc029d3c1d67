import type { LimnerError } from '../errors.ts';
import type { MakePlan } from '../plan/plan.ts';
import { asCandidate } from '../plan/re-roll.ts';
import type { GateResult, ManifestAsset, ManifestCandidate } from '../report/manifest.ts';
import { candidateFolder } from './candidate-files.ts';
import type { RunNews } from './events.ts';
import type { RunRecord } from './record.ts';
import { need } from './stage.ts';

/** One picture of an asset that was painted and looked at; a set counts as one. */
export interface Candidate {
  /** From 1. */
  readonly number: number;
  /** With what is finished and checked. */
  readonly record: RunRecord;
  /** Of one that has no files, since nothing could be cut out of its picture: what an asset without a better one fails with. */
  readonly unusable?: LimnerError;
  /** What it cost, failed attempts at it included. */
  readonly usd: number;
  /** Warnings about it, which nobody has heard yet: only those about the one that is kept are worth telling. */
  readonly untold: readonly RunNews[];
}

/** One that has files; of those, the one with the fewest failed gates; of those, with the fewest warnings; of those, the first. */
export function bestOf(candidates: readonly Candidate[]): Candidate {
  const count = ({ record }: Candidate, status: GateResult['status']): number =>
    gatesOf(record).filter((gate) => gate.status === status).length;
  const [best] = candidates.toSorted(
    (a, b) =>
      Number(a.unusable !== undefined) - Number(b.unusable !== undefined) ||
      count(a, 'fail') - count(b, 'fail') ||
      count(a, 'warn') - count(b, 'warn') ||
      a.number - b.number,
  );
  if (!best) throw new TypeError('There is no candidate to choose from.');
  return best;
}

export function gatesOf({ checked }: RunRecord): readonly GateResult[] {
  return need(checked, 'checked').gates;
}

/** For the manifest, with the paths at which their files are to stand. */
export function describeCandidates(candidates: readonly Candidate[]): readonly ManifestCandidate[] {
  const best = bestOf(candidates);
  return candidates.map((candidate) => {
    const { number, record, usd } = candidate;
    const { asset, request } = record.planned;
    const isChosen = candidate === best;
    const folder = isChosen ? '' : candidateFolder(asset.id, number);
    const { files } = need(record.finished, 'finished');
    return {
      number,
      seed: request.job.seed,
      chosen: isChosen,
      cost: { usd },
      gates: gatesOf(record),
      files: files.map((file) => ({ ...file, path: `${folder}${file.path}` })),
    };
  });
}

/** The candidates of an asset that was made before, from what was written down of them. */
export function knownCandidates(run: string, planned: MakePlan, entry: ManifestAsset): readonly Candidate[] {
  const { gates, files, cost, seed } = entry;
  const only = { number: 1, seed, chosen: true, cost, gates: withoutNotes(gates), files };
  return (entry.candidates ?? [only]).map(({ number, chosen, ...known }) => {
    const folder = chosen ? '' : candidateFolder(entry.id, number);
    const finished = { files: known.files.map((file) => ({ ...file, path: file.path.slice(folder.length) })) };
    const checked = { gates: known.gates };
    return {
      number,
      record: { run, planned: asCandidate(planned, number), finished, checked },
      usd: known.cost.usd,
      untold: [],
    };
  });
}

const NOTE = 're-roll';

/** Says among the gates of an asset why no more candidates of it were painted. */
export function withNote(gates: readonly GateResult[], message: string): readonly GateResult[] {
  return [...withoutNotes(gates), { name: NOTE, status: 'warn', message }];
}

function withoutNotes(gates: readonly GateResult[]): readonly GateResult[] {
  return gates.filter(({ name }) => name !== NOTE);
}
