import type { SheetSpec } from '../pack/pack.ts';
import { joinClauses, tidyClause } from './clause.ts';
import { LIMITS, type PromptDraft } from './draft.ts';
import { listInOrder } from './list-in-order.ts';
import { ALWAYS, NO_SHEET_DECORATION } from './negatives.ts';
import { describeArrangement } from './sheet-arrangement.ts';

/** What the four kinds of sheets say differently. */
export interface SheetKindWords {
  /** How many of the layout's cells hold a picture. */
  readonly filled: number;
  /** What the entries are, before the list of them: `frames in order`. */
  readonly listTitle: string;
  /** One tidy phrase an entry, in the order of the cells. */
  readonly entries: readonly string[];
  readonly framing: readonly string[];
  readonly isCutOut: boolean;
  readonly negatives: readonly string[];
}

/** Everything that sheets have in common. */
export function draftSheet(asset: SheetSpec, kind: SheetKindWords): PromptDraft {
  const { basePrompt, commonModifiers, stylePreset } = asset.promptConfig;
  const list = listInOrder(kind.entries, LIMITS.entries);
  return {
    subject: tidyClause(joinClauses([asset.description, basePrompt ?? '']), LIMITS.subject),
    details: [
      tidyClause(commonModifiers ?? '', LIMITS.modifiers),
      ...describeArrangement(asset.layout, kind.filled),
      list === '' ? '' : `${kind.listTitle}: ${list}`,
    ],
    framing: [...kind.framing, 'no borders, no grid lines, no labels'],
    isCutOut: kind.isCutOut,
    negatives: [...NO_SHEET_DECORATION, ...kind.negatives, ...ALWAYS],
    ...(stylePreset === undefined ? {} : { stylePreset }),
  };
}
