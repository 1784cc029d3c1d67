import type { Removal } from '../removal.ts';
import { birefnetRmbg } from './birefnet-rmbg.ts';
import { native } from './native.ts';
import { rembgBirefnet, rembgBirefnetAuto } from './rembg-birefnet.ts';

/** The background stays, or limner cuts a key colour away itself. */
export const NO_REMOVAL: Removal = { name: 'none', title: 'no cut on the server', files: {} };

/** The order in which they are chosen when nobody wishes for one. */
export const REMOVALS: readonly Removal[] = [native, birefnetRmbg, rembgBirefnet, rembgBirefnetAuto, NO_REMOVAL];

export function findRemoval(name: string): Removal | undefined {
  return REMOVALS.find((removal) => removal.name === name);
}
