import type { ImageJob } from '../../provider.ts';

export type LookName = 'pixel' | 'cartoon' | 'flat' | '3d' | 'painterly';

/** How a style turns shapes and materials into pixels. */
export interface Look {
  readonly name: LookName;
  /** Outline width in hundredths of the subject's box; 0 for none. In pixel looks: in pixels of the grid. */
  readonly outline: number;
  /** `steps` are cel tones with the given softness 0..1; `round` is continuous. */
  readonly shading:
    | { readonly kind: 'steps'; readonly tones: 2 | 3; readonly softness: number }
    | { readonly kind: 'round' };
  /** Brush noise on tones, 0..1. */
  readonly texture: number;
  /** A bright spot and soft contact shadows. */
  readonly gloss: boolean;
  /** Whole pixels on a coarse grid, no half transparency, at most 32 colours. */
  readonly grid: boolean;
  /** Above 0 greyer, below 0 more vivid. */
  readonly fade: number;
}

export const LOOKS: Readonly<Record<LookName, Look>> = {
  pixel: {
    name: 'pixel',
    outline: 1,
    shading: { kind: 'steps', tones: 3, softness: 0 },
    texture: 0,
    gloss: false,
    grid: true,
    fade: -0.08,
  },
  cartoon: {
    name: 'cartoon',
    outline: 2.6,
    shading: { kind: 'steps', tones: 3, softness: 0.25 },
    texture: 0,
    gloss: false,
    grid: false,
    fade: -0.12,
  },
  flat: {
    name: 'flat',
    outline: 0,
    shading: { kind: 'steps', tones: 2, softness: 0.04 },
    texture: 0,
    gloss: false,
    grid: false,
    fade: 0.12,
  },
  '3d': { name: '3d', outline: 0, shading: { kind: 'round' }, texture: 0, gloss: true, grid: false, fade: -0.04 },
  painterly: {
    name: 'painterly',
    outline: 0,
    shading: { kind: 'round' },
    texture: 1,
    gloss: false,
    grid: false,
    fade: 0.08,
  },
};

/** The words of a custom style that point to one of our looks; the first that matches wins. */
const HINTS: readonly (readonly [LookName, RegExp])[] = [
  ['pixel', /\b(pixel|8.?bit|16.?bit|retro|nes|snes|voxel|low.?res)/i],
  ['3d', /\b(3d|render|clay|plastic|realistic|ray.?trac|blender|glossy|cgi)/i],
  ['painterly', /\b(paint|water ?colou?r|oil|gouache|brush|impression|ink wash|sketch|pencil|charcoal|pastel)/i],
  ['flat', /\b(flat|minimal|vector|geometric|paper|cut.?out|silhouette|bauhaus|poster)/i],
];

export function lookOf(style: ImageJob['style']): Look {
  if (style.name !== 'custom') return LOOKS[style.name];
  const hint = HINTS.find(([, pattern]) => pattern.test(style.words));
  return LOOKS[hint ? hint[0] : 'cartoon'];
}
