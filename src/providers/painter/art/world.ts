import type { ImageJob } from '../../provider.ts';
import type { Light, Ramp, Rgb } from './colour.ts';
import { fade, fromHue, mix, rampOf } from './colour.ts';
import { hashText } from './random.ts';
import type { Look } from './styles.ts';
import { lookOf } from './styles.ts';

/** What all pictures of one game share: its look, and the colours that its shadows and lights lean to. */
export interface World {
  readonly look: Look;
  /** The pack's own words, for what an asset's words leave open. */
  readonly theme: string;
  readonly light: Light;
  /** What all colours lean to, and how far. */
  readonly cast: { readonly colour: Rgb; readonly share: number };
}

/** Words of a theme that tell the colour of its air, as a hue in turns. */
const AIRS: readonly (readonly [hue: number, words: RegExp])[] = [
  [0.55, /\b(ic[ey]|frozen|frost|snow\w*|winter|arctic|glacier|cold)\b/i],
  [0.04, /\b(lava|volcan\w*|hell\w*|inferno|fire|burning|ember\w*|mars)\b/i],
  [0.1, /\b(desert|sand\w*|savanna|egypt\w*|western|autumn|sunset|dusty)\b/i],
  [0.3, /\b(forest|jungle|swamp|garden|meadow|grove|nature|leaf|moss\w*|slime\w*)\b/i],
  [0.5, /\b(ocean|sea|underwater|reef|ships?|pirates?|island|rain\w*)\b/i],
  [0.7, /\b(night|space|galax\w*|star\w*|cosm\w*|cyber\w*|neon|dream\w*)\b/i],
  [0.77, /\b(underground|cave\w*|dungeon|crypt|haunted|ghost\w*|vampire\w*|magic\w*|witch\w*|spooky|graveyard)\b/i],
  [0.92, /\b(candy|sweet\w*|love|pink|fairy|princess|blossom)\b/i],
];

/** How far every colour leans to the air's. */
const CAST = 0.11;

/** From theme and style alone, so that every asset of a pack is lit by one lamp and stands in one air. */
export function worldOf(job: ImageJob): World {
  const hash = hashText(job.theme);
  const air = AIRS.find(([, words]) => words.test(job.theme))?.[0];
  const hue = air ?? ((hash >> 16) & 255) / 255;
  const shadeHue = air === undefined ? 0.62 + ((hash & 255) / 255) * 0.2 : hue + (hue < 0.45 ? -0.06 : 0.06);
  const glowHue = 0.1 + (((hash >> 8) & 255) / 255) * 0.06;
  return {
    look: lookOf(job.style),
    theme: job.theme,
    light: { shade: fromHue(shadeHue, 0.45, 0.24), glow: fromHue(glowHue, 0.9, 0.88) },
    cast: { colour: fromHue(hue, 0.7, 0.52), share: air === undefined ? CAST / 3 : CAST },
  };
}

/** A material of this world. */
export function material(world: World, colour: Rgb): Ramp {
  return rampOf(fade(mix(colour, world.cast.colour, world.cast.share), world.look.fade), world.light);
}
