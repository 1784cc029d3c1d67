import type { ImageJob } from '../../provider.ts';

export type LookName = 'pixel' | 'cartoon' | 'flat' | '3d' | 'painterly';

/** How a style turns shapes and materials into pixels. */
export interface Look {
  readonly name: LookName;
  /** Outline width in hundredths of the subject's box; 0 for none. In pixel looks: in pixels of the grid. */
  readonly outline: number;
  /** `steps` are three cel tones with the given softness 0..1; `halves` a light and a dark side; `round` is polished. */
  readonly shading:
    | { readonly kind: 'steps'; readonly softness: number }
    | { readonly kind: 'halves' }
    | { readonly kind: 'round' }
    | { readonly kind: 'brush' };
  /** Brush noise over scenes and grounds, 0..1. */
  readonly texture: number;
  /** Each part throws a soft shadow on those below it. */
  readonly contact: boolean;
  /** Faces of dots, hardly a highlight. */
  readonly simple: boolean;
  /** Whole pixels on a coarse grid, no half transparency, at most 32 colours. */
  readonly grid: boolean;
  /** Above 0 greyer, below 0 more vivid. */
  readonly fade: number;
}

const PLAIN = { texture: 0, contact: false, simple: false, grid: false, outline: 0 } as const;

export const LOOKS: Readonly<Record<LookName, Look>> = {
  pixel: { ...PLAIN, name: 'pixel', outline: 1, shading: { kind: 'steps', softness: 0 }, grid: true, fade: -0.08 },
  cartoon: { ...PLAIN, name: 'cartoon', outline: 3, shading: { kind: 'steps', softness: 0.1 }, fade: -0.14 },
  flat: { ...PLAIN, name: 'flat', shading: { kind: 'halves' }, simple: true, fade: 0.14 },
  '3d': { ...PLAIN, name: '3d', shading: { kind: 'round' }, contact: true, fade: -0.04 },
  painterly: { ...PLAIN, name: 'painterly', shading: { kind: 'brush' }, texture: 1, contact: true, fade: 0.04 },
};

/** The words of a custom style that point to one of our looks; the one that stands first in the text wins. */
const HINTS: readonly (readonly [LookName, RegExp])[] = [
  ['pixel', /\b(pixel|8.?bit|16.?bit|retro|nes|snes|voxel|low.?res)/i],
  ['3d', /\b(3d|render|clay|plastic|realistic|ray.?trac|blender|glossy|cgi)/i],
  ['painterly', /\b(paint|water ?colou?r|oil|gouache|brush|impression|ink wash|sketch|pencil|charcoal|pastel)/i],
  ['flat', /\b(flat|minimal|vector|geometric|paper|cut.?out|silhouette|bauhaus|poster)/i],
];

export function lookOf(style: ImageJob['style']): Look {
  if (style.name !== 'custom') return LOOKS[style.name];
  const told = HINTS.map(([name, pattern]) => ({ name, at: style.words.search(pattern) })).filter(({ at }) => at >= 0);
  const first = told.reduce((best, hint) => (hint.at < best.at ? hint : best), told[0] ?? { name: 'cartoon', at: 0 });
  return LOOKS[first.name];
}
