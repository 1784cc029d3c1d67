/**
 * What a builder knows of one asset, before theme, style and background are added. Texts are tidy and bounded:
 * together they leave room for the rest within `MAX_PROMPT_LENGTH`.
 */
export interface PromptDraft {
  readonly subject: string;
  readonly details: readonly string[];
  readonly framing: readonly string[];
  /** The subject stands free and everything around it must be transparent. */
  readonly isCutOut: boolean;
  readonly negatives: readonly string[];
  /** A sheet may ask for another style than the pack's. */
  readonly stylePreset?: string;
}

export const MAX_PROMPT_LENGTH = 2000;

/** How many characters of each kind of user's words a prompt keeps. */
export const LIMITS = {
  subject: 600,
  theme: 160,
  title: 100,
  view: 60,
  modifiers: 160,
  preset: 80,
  entries: 420,
} as const;
