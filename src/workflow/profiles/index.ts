import type { Profile } from '../profile.ts';
import { flux1Dev } from './flux1-dev.ts';
import { flux1DevFp8 } from './flux1-dev-fp8.ts';
import { flux1Schnell } from './flux1-schnell.ts';
import { flux2Klein4b } from './flux2-klein-4b.ts';
import { qwenImageLayered } from './qwen-image-layered.ts';
import { sdxl } from './sdxl.ts';
import { zImageTurbo } from './z-image-turbo.ts';

/** Free and good ones first: the order in which they are chosen when nobody wishes for one. */
export const PROFILES: readonly Profile[] = [
  zImageTurbo,
  flux2Klein4b,
  flux1DevFp8,
  flux1Dev,
  flux1Schnell,
  sdxl,
  qwenImageLayered,
];

export function findProfile(name: string): Profile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}
