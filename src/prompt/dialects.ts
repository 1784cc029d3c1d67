import { distinct, joinClauses, tidyClause } from './clause.ts';

/** What a prompt should say, before any model's taste in wording. Every text is tidy and may be empty. */
export interface PromptIntent {
  /** What is to be seen, in the user's words. */
  readonly subject: string;
  /** More of the user's words about it: view, modifiers, title, entries in order. */
  readonly details: readonly string[];
  /** How the picture is laid out. */
  readonly framing: readonly string[];
  readonly theme: string;
  readonly style: readonly string[];
  /** Only for subjects that stand free. */
  readonly background?: string;
  readonly negatives: readonly string[];
}

export interface PromptText {
  readonly prompt: string;
  readonly negativePrompt: string;
}

/** One model family's way of wording an intent. Pure: the same intent gives the same text. */
export interface Dialect {
  readonly name: string;
  write(intent: PromptIntent): PromptText;
}

/** Comma-separated natural phrases, the most important first: understood by every model we know. */
export const plain: Dialect = {
  name: 'plain',
  write(intent) {
    return {
      prompt: distinct([
        intent.subject,
        ...intent.details,
        ...intent.framing,
        themePhrase(intent.theme),
        ...intent.style,
        intent.background ?? '',
      ]).join(', '),
      negativePrompt: joinClauses(intent.negatives),
    };
  },
};

function themePhrase(theme: string): string {
  const words = tidyClause(theme);
  return words === '' ? '' : `for a game about ${words}`;
}
