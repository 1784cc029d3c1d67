import type { ImageJob } from '../../provider.ts';
import type { Light, Ramp, Rgb } from './colour.ts';
import { fade, fromHue, rampOf } from './colour.ts';
import { hashText } from './random.ts';
import type { Look } from './styles.ts';
import { lookOf } from './styles.ts';

/** What all pictures of one game share: its look, and the colours that its shadows and lights lean to. */
export interface World {
  readonly look: Look;
  /** The pack's own words, for what an asset's words leave open. */
  readonly theme: string;
  readonly light: Light;
}

/** From theme and style alone, so that every asset of a pack is lit by one lamp. */
export function worldOf(job: ImageJob): World {
  const hash = hashText(job.theme);
  const shadeHue = 0.62 + ((hash & 255) / 255) * 0.2;
  const glowHue = 0.1 + (((hash >> 8) & 255) / 255) * 0.06;
  return {
    look: lookOf(job.style),
    theme: job.theme,
    light: { shade: fromHue(shadeHue, 0.45, 0.24), glow: fromHue(glowHue, 0.9, 0.88) },
  };
}

/** A material of this world. */
export function material(world: World, colour: Rgb): Ramp {
  return rampOf(fade(colour, world.look.fade), world.light);
}
