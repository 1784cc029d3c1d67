import { LimnerError } from '../errors.ts';
import type { Raster, Rgba } from '../raster/raster.ts';

/** Below this share of the background's own keyness a pixel is all subject, above the other it is all background. */
const SUBJECT_BELOW = 0.12;
const BACKGROUND_ABOVE = 0.86;
/** The least share of the border that must show the key colour: a subject may stand on an edge, not on all of them. */
const LEAST_BORDER = 0.12;
/** How much more of its high channels than of its low ones a colour must have to be the key at all, 0..255. */
const LEAST_KEYNESS = 60;

/**
 * Cuts a subject out of the plain background that the prompt asked for, and takes the background's light off its edges. Models never paint
 * the exact colour, so the background is measured at the border. `key` is one of the saturated colours of `prompt/key-colour.ts`.
 * Throws LIMNER_PICTURE_UNUSABLE when the border does not show that colour.
 */
export function cutKeyColour(painted: Raster, key: Rgba): Raster {
  const channels = splitChannels(key);
  const ground = measureGround(painted, channels);
  const rgba = painted.rgba.slice();
  for (let at = 0; at < rgba.length; at += 4) {
    const share = keyness(rgba, at, channels) / ground.keyness;
    if (share <= SUBJECT_BELOW) continue;
    const cover = Math.max(0, (BACKGROUND_ABOVE - share) / (BACKGROUND_ABOVE - SUBJECT_BELOW));
    if (cover === 0) rgba.fill(0, at, at + 4);
    else unmix(rgba, at, cover, ground.colour, channels);
  }
  return { ...painted, rgba };
}

/** The channels that a saturated colour has in full, and those it has not at all. */
interface Channels {
  readonly high: readonly number[];
  readonly low: readonly number[];
}

function splitChannels(key: Rgba): Channels {
  const rgb = [0, 1, 2];
  return { high: rgb.filter((c) => (key[c] ?? 0) >= 128), low: rgb.filter((c) => (key[c] ?? 0) < 128) };
}

/** How far a colour leans towards the key: what is mixed half with the key leans half as far. 0 or less: not at all. */
function keyness(rgba: Uint8Array, at: number, { high, low }: Channels): number {
  let least = 255;
  let most = 0;
  for (const c of high) least = Math.min(least, rgba[at + c] ?? 0);
  for (const c of low) most = Math.max(most, rgba[at + c] ?? 0);
  return least - most;
}

interface Ground {
  readonly colour: readonly [number, number, number];
  readonly keyness: number;
}

function measureGround(painted: Raster, channels: Channels): Ground {
  const border = borderOf(painted);
  const shown = border.filter((at) => keyness(painted.rgba, at, channels) >= LEAST_KEYNESS);
  if (shown.length < border.length * LEAST_BORDER) {
    throw new LimnerError(
      'LIMNER_PICTURE_UNUSABLE',
      'The subject does not stand on the plain background that was asked for, so it cannot be cut out.',
      {
        next: 'Run the command again with --retries 2, or use a provider that removes backgrounds.',
      },
    );
  }
  const median = (c: number): number => {
    const values = shown.map((at) => painted.rgba[at + c] ?? 0).toSorted((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  };
  const colour = [median(0), median(1), median(2)] as const;
  return { colour, keyness: Math.max(LEAST_KEYNESS, keyness(Uint8Array.from(colour), 0, channels)) };
}

/** Where the outermost pixels are, in bytes. */
function borderOf({ width, height }: Raster): readonly number[] {
  const places: number[] = [];
  for (let x = 0; x < width; x++) places.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) places.push(y * width, y * width + width - 1);
  return places.map((place) => place * 4);
}

/** Takes the background's part out of a mixed pixel; what is left over of the key's light is taken off as well. */
function unmix(rgba: Uint8Array, at: number, cover: number, ground: Ground['colour'], { high, low }: Channels): void {
  for (let c = 0; c < 3; c++) {
    const own = ((rgba[at + c] ?? 0) - (1 - cover) * (ground[c] ?? 0)) / cover;
    rgba[at + c] = Math.max(0, Math.min(255, Math.round(own)));
  }
  let most = 0;
  for (const c of low) most = Math.max(most, rgba[at + c] ?? 0);
  for (const c of high) rgba[at + c] = Math.min(rgba[at + c] ?? 0, most);
  rgba[at + 3] = Math.round((rgba[at + 3] ?? 0) * cover);
}
