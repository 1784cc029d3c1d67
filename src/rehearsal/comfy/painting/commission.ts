import type { CellIntent, Composition, ImageJob } from '../../../providers/provider.ts';
import { paintJob } from '../../../providers/painter/art/paint-job.ts';
import { worldOf } from '../../../providers/painter/art/world.ts';
import type { Mask } from '../../../raster/mask.ts';
import type { Raster, Rect } from '../../../raster/raster.ts';
import type { PromptWish, SheetWish } from './read-prompt.ts';

export interface PaintOrder {
  readonly wish: PromptWish;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly outline?: Mask | undefined;
  readonly cells?: readonly Rect[] | undefined;
}

/** One picture by our painter. It is transparent around its subject exactly when the wish has a backdrop. */
export function paintOne(order: PaintOrder): Raster {
  const pictures = paint(order, compositionOf(order));
  const last = pictures.at(-1);
  if (!last) throw new Error('The painter gave no picture.');
  return last;
}

/** A scene as `count` layers, the farthest first and opaque; `words` are what each of the nearer ones is asked to show. */
export function paintLayers(order: PaintOrder, count: number, words = order.wish.subject): readonly Raster[] {
  const layers = Array.from({ length: count }, (_, index) => ({
    name: `layer ${index + 1}`,
    words: index === 0 ? 'sky' : words,
    depth: count > 1 ? index / (count - 1) : 0,
  }));
  return paint(order, { kind: 'layers', loop: 'none', layers });
}

function paint(order: PaintOrder, composition: Composition): readonly Raster[] {
  const { wish, seed, width, height, outline } = order;
  const job: ImageJob = {
    type: 'entity',
    prompt: wish.subject,
    negativePrompt: '',
    seed: seed % 2 ** 31,
    canvas: { width, height, scale: 1, content: { x: 0, y: 0, width, height } },
    style: { name: wish.style, words: '' },
    theme: wish.theme,
    subject: wish.subject,
    transparent: wish.backdrop !== undefined,
    composition,
  };
  return paintJob({ job, world: worldOf(job), ...(outline ? { outline } : {}) });
}

function compositionOf({ wish, width, height, cells, outline }: PaintOrder): Composition {
  const { sheet, title, layerDepth } = wish;
  if (sheet || cells) return cellsOf(sheet ?? NO_WORDS, cells ?? gridOf(sheet ?? NO_WORDS, width, height), wish);
  if (title !== undefined) return { kind: 'title', title };
  if (layerDepth !== undefined) return oneLayer(wish.subject, layerDepth);
  return wish.backdrop || outline ? { kind: 'subject' } : { kind: 'scene', tile: wish.tile };
}

const NO_WORDS: SheetWish = { kind: 'variation', columns: 2, rows: 2, entries: [] };

/** The painter takes the first layer for the far one, so another stands before one that is nearer. */
function oneLayer(subject: string, depth: number): Composition {
  const layer = { name: 'layer', words: subject.split(', ')[0] ?? subject, depth };
  const far = { name: 'sky', words: 'sky', depth: 0 };
  return { kind: 'layers', loop: 'x', layers: depth === 0 ? [layer] : [far, layer] };
}

function gridOf({ columns, rows }: SheetWish, width: number, height: number): readonly Rect[] {
  const [cellWidth, cellHeight] = [Math.floor(width / columns), Math.floor(height / rows)];
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: (index % columns) * cellWidth,
    y: Math.floor(index / columns) * cellHeight,
    width: Math.max(1, cellWidth),
    height: Math.max(1, cellHeight),
  }));
}

function cellsOf({ kind, entries }: SheetWish, rects: readonly Rect[], wish: PromptWish): Composition {
  const frames = entries.flatMap(framesOf);
  const cells = rects.map((rect, index): CellIntent => {
    const words = entries[index] ?? '';
    const frame = frames[index];
    const key = `cell_${index}`;
    if (kind === 'sprite') return { key, rect, words: '', ...(frame ? { frame } : {}) };
    if (kind === 'tile') return { key, rect, words, tile: { index, count: rects.length } };
    if (kind === 'variation') return { key, rect, words };
    return { key, rect, words, component: { type: componentOf(wish.subject), state: words.split(' ')[0] ?? 'normal' } };
  });
  return { kind: 'cells', sheet: kind, cells };
}

/** `walk in 4 frames as a loop` as its four moments. */
function framesOf(entry: string): readonly NonNullable<CellIntent['frame']>[] {
  const match = /^(.+?) in (\d+) frames?/.exec(entry);
  const count = Number(match?.[2] ?? 1);
  const loop = entry.includes('as a loop');
  return Array.from({ length: count }, (_, index) => ({ animation: match?.[1] ?? entry, index, count, loop }));
}

function componentOf(subject: string): string {
  const types = ['checkbox', 'radio', 'slider', 'panel', 'progress_bar', 'toggle_switch', 'dropdown'];
  return types.find((type) => subject.toLowerCase().includes(type.replace('_', ' '))) ?? 'button';
}
