import type { JudgedSample } from '../../compare/read-comparison.ts';
import { picturesOf } from '../../compare/pairs.ts';
import { formatType } from '../../report/format.ts';
import type { Results, Shown } from './booth.ts';
import { type Motion, readMotion } from './motions.ts';

/** What the page is told. Nothing in it may tell who made what. */
export interface PairView {
  readonly pack: string;
  readonly done: number;
  readonly total: number;
  /** The address of one of the game's backgrounds, to see pictures on. */
  readonly background?: string;
  readonly pair?: {
    readonly id: string;
    readonly asset: string;
    /** In words. */
    readonly type: string;
    readonly description?: string;
    readonly motion?: Motion;
    /** It fills its frame: nothing is seen behind it. */
    readonly isScene: boolean;
    readonly left: SideView;
    readonly right: SideView;
  };
}

/** Addresses of pictures that lie upon each other, the farthest first. */
export interface SideView {
  readonly pictures: readonly string[];
}

export interface ViewContext {
  readonly pack: string;
  readonly background?: string;
  /** What the pack says of each asset. */
  readonly descriptions: ReadonlyMap<string, string>;
  readonly addressOf: (path: string) => string;
  readonly readMetadata: (sample: JudgedSample) => unknown;
}

export function viewOf({ done, total, next }: Shown, context: ViewContext): PairView {
  const { pack, background, descriptions, addressOf, readMetadata } = context;
  const head = { pack, done, total, ...(background === undefined ? {} : { background: addressOf(background) }) };
  if (!next) return head;
  const { id, pair, sides } = next;
  const sideOf = (sample: JudgedSample): SideView => ({
    pictures: picturesOf(sample).map(({ path }) => addressOf(path)),
  });
  const description = descriptions.get(pair.asset);
  // How it moves is the pack's, not the provider's: whichever file says it.
  const motion = readMotion(readMetadata(pair.samples[0]));
  return {
    ...head,
    pair: {
      id,
      asset: pair.asset,
      type: formatType(pair.type, pair.kind),
      ...(description === undefined ? {} : { description }),
      ...(motion === undefined ? {} : { motion }),
      isScene: pair.type === 'background' || pair.type === 'parallax',
      left: sideOf(sides[0]),
      right: sideOf(sides[1]),
    },
  };
}

/** The results with asset types in words. */
export function resultsView({ groups, ...results }: Results): object {
  const types = Map.groupBy(groups, ({ type }) => type);
  return {
    ...results,
    types: [...types].map(([type, rows]) => ({
      type,
      title: type === 'all' ? 'All types' : formatType(type),
      rows: rows.map(({ provider, judged }) => ({ provider, ...judged })),
    })),
  };
}
