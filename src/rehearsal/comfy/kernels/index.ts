import { ALPHA } from './alpha.ts';
import { COMPOSITE } from './composite.ts';
import { CONDITIONING } from './conditioning.ts';
import { DEPTH } from './depth.ts';
import { IMAGE_SIZE } from './image-size.ts';
import { IMAGE } from './image.ts';
import type { Kernel } from './kernel.ts';
import { LATENT } from './latent.ts';
import { LOAD_IMAGE } from './load-image.ts';
import { LOADERS, MODEL_PATCHES } from './loaders.ts';
import { MASK } from './mask.ts';
import { PRIMITIVES } from './primitives.ts';
import { REMOVAL } from './removal.ts';
import { SAMPLER_SETTINGS } from './sampler-settings.ts';
import { SAMPLING } from './sampling.ts';
import { SAVE } from './save.ts';
import { SEND } from './send.ts';
import { TILES } from './tiles.ts';
import { VAE } from './vae.ts';

/** Every node class that this rehearsal can run. */
export const KERNELS: Readonly<Record<string, Kernel>> = {
  ...LOADERS,
  ...MODEL_PATCHES,
  ...CONDITIONING,
  ...LATENT,
  ...VAE,
  ...SAMPLER_SETTINGS,
  ...SAMPLING,
  ...LOAD_IMAGE,
  ...IMAGE,
  ...IMAGE_SIZE,
  ...COMPOSITE,
  ...TILES,
  ...MASK,
  ...ALPHA,
  ...REMOVAL,
  ...DEPTH,
  ...PRIMITIVES,
  ...SAVE,
  ...SEND,
};

/** Classes that are given the whole list, where others run once for each of its items. */
export const TAKES_LISTS: ReadonlySet<string> = new Set(['ImageGrid', 'ImageMergeTileList', 'RebatchImages']);

/** Classes whose result is never reused, and those that look at a file anew each time. */
export const NEVER_CACHED: ReadonlySet<string> = new Set([
  'SaveImageWebsocket',
  'ETN_SendImageWebSocket',
  'ETN_SaveImageCache',
]);
export const READS_FILE: ReadonlySet<string> = new Set(['LoadImage', 'LoadImageMask', 'LoadImageOutput']);
