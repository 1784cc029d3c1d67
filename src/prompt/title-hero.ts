import type { TitleHeroSpec } from '../pack/pack.ts';
import { quote, tidyClause } from './clause.ts';
import { LIMITS, type PromptDraft } from './draft.ts';
import { ALWAYS, NO_SCENERY } from './negatives.ts';

/** The game's name as a picture. */
export function draftTitleHero(asset: TitleHeroSpec): PromptDraft {
  const isCutOut = !asset.keepBackground;
  return {
    subject: tidyClause(asset.description, LIMITS.subject),
    details: [letteringPhrase(quote(asset.title, LIMITS.title))],
    framing: ['spelled exactly', 'centred', isCutOut ? 'nothing but the logo' : 'title screen composition'],
    isCutOut,
    negatives: ['misspelled words', 'extra letters', 'cropped', ...(isCutOut ? NO_SCENERY : []), ...ALWAYS],
  };
}

function letteringPhrase(quotedTitle: string): string {
  const words = quotedTitle === '""' ? '' : `with the words ${quotedTitle} `;
  return `game logo ${words}as large readable lettering`;
}
