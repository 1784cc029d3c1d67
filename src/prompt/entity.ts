import type { EntitySpec } from '../pack/pack.ts';
import { tidyClause } from './clause.ts';
import { LIMITS, type PromptDraft } from './draft.ts';
import { ALWAYS, NO_SCENERY, NO_TEXT, ONE_SUBJECT } from './negatives.ts';

/** One creature or thing, alone and whole. */
export function draftEntity(asset: EntitySpec): PromptDraft {
  return {
    subject: tidyClause(asset.description, LIMITS.subject),
    details: [tidyClause(asset.view ?? '', LIMITS.view)],
    framing: ['a single subject', 'whole in frame', 'centred', 'readable silhouette'],
    isCutOut: true,
    negatives: [...ONE_SUBJECT, ...NO_SCENERY, ...NO_TEXT, ...ALWAYS],
  };
}
