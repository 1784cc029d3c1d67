import type { AssetType } from '../pack/pack.ts';
import type { ImageProvider, WaitContext } from './provider.ts';

/** A provider behind an account, which can say what the account has and what it costs there: `limner probe`. */
export interface AccountProvider extends ImageProvider {
  survey(context: WaitContext): Promise<AccountSurvey>;
  /** Whether it answers, in words after its name. Costs nothing. */
  greet(context: WaitContext): Promise<string>;
}

export interface AccountSurvey {
  /** A: all asset types can be made; C: some cannot. */
  readonly outcome: 'A' | 'C';
  readonly words: string;
  readonly assets: { readonly [type in AssetType]: SurveyedAsset };
  /** Of one unit of the account, in US dollars, and where that comes from. */
  readonly unit: { readonly name: string; readonly usd: number; readonly words: string };
}

export type SurveyedAsset =
  | {
      readonly ok: true;
      readonly profile: string;
      readonly workflow: string;
      /** Of a small one. */
      readonly usd: number;
      readonly calls: number;
    }
  | { readonly ok: false; readonly reason: string };

export function isAccount(provider: ImageProvider): provider is AccountProvider {
  return 'survey' in provider && typeof provider.survey === 'function';
}
