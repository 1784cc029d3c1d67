import type { AlphaSource } from '../providers/provider.ts';
import type { AssetSpec, LayerSpec, ParallaxSpec, Style } from '../pack/pack.ts';
import { draftPrompt } from './builders.ts';
import { splitWords, tidyClause } from './clause.ts';
import { wholeWords } from './colour-words.ts';
import { plain, type Dialect, type PromptIntent } from './dialects.ts';
import { LIMITS, type PromptDraft } from './draft.ts';
import { chooseKeyColour, type KeyColour } from './key-colour.ts';
import { draftLayer } from './parallax.ts';
import { namedStyle, styleWords, type StyleWords } from './styles.ts';

export interface Prompt {
  /** At most 2,000 characters, one line. */
  readonly prompt: string;
  readonly negativePrompt: string;
  /** The subject's own words, without style, theme or background. */
  readonly subject: string;
  /** What the prompt asks to be painted behind the subject and cut away later; only with `alpha: 'key-colour'`. */
  readonly keyColour?: KeyColour;
}

export interface PromptOptions {
  readonly theme: string;
  readonly style: Style;
  /** What stands behind a subject that is to be free: nothing, a plain ground, or a flat colour to be cut away. */
  readonly alpha: AlphaSource;
  readonly dialect?: Dialect;
}

/** The words for one asset. The same asset and options always give the same text. */
export function writePrompt(asset: AssetSpec, options: PromptOptions): Prompt {
  return finishPrompt(draftPrompt(asset), options);
}

/** The words for one parallax layer painted on its own; `layer` is one of `asset.layers`. */
export function writeLayerPrompt(asset: ParallaxSpec, layer: LayerSpec, options: PromptOptions): Prompt {
  return finishPrompt(draftLayer(asset, layer), options);
}

/** Must this asset's picture be transparent around its subject? A parallax answers for its farthest layer. */
export function isCutOut(asset: AssetSpec): boolean {
  return draftPrompt(asset).isCutOut;
}

function finishPrompt(draft: PromptDraft, options: PromptOptions): Prompt {
  const style = chosenStyle(draft, options.style);
  const keyColour = chosenKeyColour(draft, style, options);
  const background = backgroundSentence(draft, options.alpha, keyColour);
  const intent: PromptIntent = {
    subject: draft.subject,
    details: draft.details,
    framing: draft.framing,
    theme: tidyClause(options.theme, LIMITS.theme),
    style: style.words,
    ...(background === undefined ? {} : { background }),
    negatives: [...style.negatives, ...unwanted(draft)],
  };
  const text = (options.dialect ?? plain).write(intent);
  return { ...text, subject: draft.subject, ...(keyColour ? { keyColour } : {}) };
}

/** A preset that names one of our styles replaces the pack's; other words are added to it. */
function chosenStyle(draft: PromptDraft, packStyle: Style): StyleWords {
  const preset = draft.stylePreset ?? '';
  const named = namedStyle(preset);
  if (named) return styleWords(named);
  const style = styleWords(packStyle);
  return { ...style, words: [...splitWords(tidyClause(preset, LIMITS.preset)), ...style.words] };
}

/** Our own negatives, but for those that name what the user asks for: a picture frame may have a frame. */
function unwanted(draft: PromptDraft): readonly string[] {
  const asked = ` ${wholeWords(draft.subject).join(' ')} `;
  return draft.negatives.filter((negative) => !asked.includes(` ${wholeWords(negative).join(' ')} `));
}

function chosenKeyColour(draft: PromptDraft, style: StyleWords, options: PromptOptions): KeyColour | undefined {
  if (!draft.isCutOut || options.alpha !== 'key-colour') return undefined;
  const palette = typeof options.style === 'string' ? [] : style.words;
  return chooseKeyColour([draft.subject, ...draft.details, ...palette].join(' '));
}

function backgroundSentence(
  draft: PromptDraft,
  alpha: AlphaSource,
  keyColour: KeyColour | undefined,
): string | undefined {
  if (!draft.isCutOut) return undefined;
  // A model that is asked for transparency paints a checkerboard, and coloured ground shines onto the subject.
  if (alpha === 'removed') return 'isolated on a plain light grey background, no shadow';
  if (!keyColour) return 'isolated subject, transparent background';
  return `isolated on a plain flat ${keyColour.hex} ${keyColour.name} background, no shadow`;
}
