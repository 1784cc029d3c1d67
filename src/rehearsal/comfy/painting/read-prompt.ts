import { STYLE_NAMES, type SheetKind, type StyleName } from '../../../pack/pack.ts';
import { STYLES } from '../../../prompt/styles.ts';
import { readSubject } from '../../../providers/painter/art/subject.ts';

/** What a prompt asks the painter for, as far as our own prompt builders' wording and plain words tell. */
export interface PromptWish {
  readonly subject: string;
  readonly theme: string;
  readonly style: StyleName;
  /** The colour around a subject that stands free, each channel 0..1; absent when a whole scene is asked for. */
  readonly backdrop?: readonly [red: number, green: number, blue: number];
  readonly title?: string;
  readonly tile: 'none' | 'x' | 'xy';
  /** One parallax layer, with its depth: 0 is the farthest and opaque, 1 the nearest. */
  readonly layerDepth?: number;
  readonly sheet?: SheetWish;
}

export interface SheetWish {
  readonly kind: SheetKind;
  readonly columns: number;
  readonly rows: number;
  /** What the single cells show, in reading order; may be shorter than the sheet. */
  readonly entries: readonly string[];
}

export function readPrompt(prompt: string): PromptWish {
  const text = prompt.toLowerCase();
  const title = /\bwords? "([^"]+)"/i.exec(prompt)?.[1] ?? /\btitle "([^"]+)"/i.exec(prompt)?.[1];
  const subject = subjectOf(prompt);
  const sheet = readSheet(prompt);
  const layerDepth = readLayerDepth(text);
  return {
    subject,
    theme: /\bfor a game about ([^,]+)/.exec(prompt)?.[1] ?? '',
    style: STYLE_NAMES.find((name) => text.includes(STYLES[name].words[0] ?? name)) ?? 'cartoon',
    tile: text.includes('seamless pattern') ? 'xy' : text.includes('edges join seamlessly') ? 'x' : 'none',
    ...backdropOf(text, subject),
    ...(title === undefined ? {} : { title }),
    ...(sheet ? { sheet } : {}),
    ...(layerDepth === undefined ? {} : { layerDepth }),
  };
}

/** Clauses up to the first that our builders add; theirs never tell what is to be seen. */
function subjectOf(prompt: string): string {
  const clauses = prompt.split(/,\s*/);
  const end = clauses.findIndex((clause) => ADDED.test(clause));
  return clauses.slice(0, end > 0 ? end : 1).join(', ');
}

const ADDED =
  /^(a single subject|game |isolated |plain |for a game about|a sheet of|wide side-scrolling|(farthest|far|middle|near)\b.* layer of|fills the whole|only this layer|spelled exactly|full body|whole in frame|side view|front view|(pixel|cartoon|3d|flat|hand-painted)\b)/i;

const NAMED_BACKDROPS: Readonly<Record<string, readonly [number, number, number]>> = {
  white: [1, 1, 1],
  black: [0, 0, 0],
  grey: [0.5, 0.5, 0.5],
  gray: [0.5, 0.5, 0.5],
  green: [0, 1, 0],
  magenta: [1, 0, 1],
  blue: [0, 0, 1],
  cyan: [0, 1, 1],
  yellow: [1, 1, 0],
};

function backdropOf(text: string, subject: string): Pick<PromptWish, 'backdrop'> {
  const hex = /\b(?:plain|flat|solid)\b[^,]*#([0-9a-f]{6})[^,]*background/.exec(text)?.[1];
  if (hex) {
    const number = Number.parseInt(hex, 16);
    return { backdrop: [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255] };
  }
  const named = /\b(?:plain|flat|solid|simple|isolated|on)\b[^,]*?\b(\w+) background/.exec(text)?.[1];
  const colour = named === undefined ? undefined : NAMED_BACKDROPS[named];
  if (colour) return { backdrop: colour };
  if (/\bisolated|transparent background|plain[^,]* background|single subject/.test(text)) return { backdrop: PAPER };
  const isScene = /background scene|fills the whole|backdrop|landscape|title screen/.test(text);
  return !isScene && readSubject(subject).family ? { backdrop: PAPER } : {};
}

/** What models put around a subject when nothing was said: nearly white. */
const PAPER = [0.94, 0.94, 0.94] as const;

const LAYER_DEPTHS: Readonly<Record<string, number>> = {
  'farthest distance': 0,
  'far distance': 0.2,
  'middle distance': 0.5,
  'near foreground': 1,
};

function readLayerDepth(text: string): number | undefined {
  const name = /\b(farthest distance|far distance|middle distance|near foreground) layer of\b/.exec(text)?.[1];
  return name === undefined ? undefined : LAYER_DEPTHS[name];
}

function readSheet(prompt: string): SheetWish | undefined {
  const arrangement = /\ba sheet of (\d+) pictures?\b(?: in (\d+) columns? and (\d+) rows?| in one (row|column))?/.exec(
    prompt,
  );
  if (!arrangement) return undefined;
  const count = Number(arrangement[1]);
  const isColumn = arrangement[4] === 'column';
  const list =
    /\b(animations|tiles|variants|states) in reading order: (.*?)(?:, (?:the same|each|square|game user|no borders)|$)/.exec(
      prompt,
    );
  return {
    kind: KINDS[list?.[1] ?? ''] ?? 'variation',
    columns: Number(arrangement[2] ?? (isColumn ? 1 : count)),
    rows: Number(arrangement[3] ?? (isColumn ? count : 1)),
    entries: (list?.[2] ?? '').split('; ').filter((entry) => entry !== ''),
  };
}

const KINDS: Readonly<Record<string, SheetKind>> = {
  animations: 'sprite',
  tiles: 'tile',
  variants: 'variation',
  states: 'ui_component',
};
