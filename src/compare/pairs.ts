import { hashJson } from '../hash.ts';
import type { JudgedComparison, JudgedSample } from './read-comparison.ts';

/** The same asset of the same run number, made by two providers. */
export interface Pair {
  /** The asset and the two pictures with their providers: a vote holds as long as both are the same, in whichever run they stand. */
  readonly key: string;
  readonly asset: string;
  readonly type: JudgedSample['type'];
  readonly kind?: JudgedSample['kind'];
  /** In the order of the comparison's providers. */
  readonly samples: readonly [JudgedSample, JudgedSample];
}

/** All that can be voted on, each once: both were made, and not to the same bytes. */
export function listPairs({ providers, samples }: JudgedComparison): readonly Pair[] {
  const ranks = new Map(providers.map(({ name }, rank) => [name, rank]));
  const rankOf = ({ provider }: JudgedSample): number => ranks.get(provider) ?? 0;
  const subjects = Map.groupBy(
    samples.filter((sample) => ranks.has(sample.provider) && isMade(sample)),
    ({ id, number }) => `${id}/${number}`,
  );
  const pairs = [...subjects.values()].flatMap((made) => {
    const ordered = made.toSorted((a, b) => rankOf(a) - rankOf(b));
    return ordered.flatMap((one, index) =>
      ordered
        .slice(index + 1)
        .filter((other) => other.provider !== one.provider && looksOf(other) !== looksOf(one))
        .map((other) => pairOf(one, other)),
    );
  });
  return [...new Map(pairs.toReversed().map((pair) => [pair.key, pair])).values()].toReversed();
}

/** What a sample shows, in the order in which it lies upon each other: a picture, or layers from the farthest on. */
export function picturesOf({ files }: JudgedSample): JudgedSample['files'] {
  return files.filter(({ role }) => role !== 'metadata').toSorted((a, b) => (a.layer ?? 0) - (b.layer ?? 0));
}

function isMade(sample: JudgedSample): boolean {
  return sample.status === 'done' && picturesOf(sample).length > 0;
}

function looksOf(sample: JudgedSample): string {
  return hashJson(picturesOf(sample).map(({ sha256 }) => sha256)).slice(0, 16);
}

function pairOf(one: JudgedSample, other: JudgedSample): Pair {
  const { id, type, kind } = one;
  return {
    key: [id, ...[one, other].map((sample) => `${sample.provider}@${looksOf(sample)}`).toSorted()].join('/'),
    asset: id,
    type,
    ...(kind === undefined ? {} : { kind }),
    samples: [one, other],
  };
}
