import type { Rgba } from '../raster/raster.ts';
import { findColours, wholeWords } from './colour-words.ts';

/** A flat colour painted behind a subject, to be cut away afterwards. */
export interface KeyColour {
  /** `#rrggbb`. */
  readonly hex: string;
  readonly name: string;
  readonly rgba: Rgba;
}

/** Throws TypeError for a colour that is none of ours. */
export function keyColourOf(hex: string): Rgba {
  const key = KEY_COLOURS.find((colour) => colour.hex === hex);
  if (!key) throw new TypeError(`${hex} is no key colour.`);
  return key.rgba;
}

/** In order of preference: models know green screens best. */
export const KEY_COLOURS = [
  { hex: '#00ff00', name: 'green', rgba: [0, 255, 0, 255] },
  { hex: '#ff00ff', name: 'magenta', rgba: [255, 0, 255, 255] },
  { hex: '#0000ff', name: 'blue', rgba: [0, 0, 255, 255] },
  { hex: '#00ffff', name: 'cyan', rgba: [0, 255, 255, 255] },
  { hex: '#ffff00', name: 'yellow', rgba: [255, 255, 0, 255] },
] as const satisfies readonly KeyColour[];

/** Degrees of hue that a cut needs to tell subject from background. */
const SAFE_HUE_DISTANCE = 80;
/** Below this, a colour is a shade of grey and clashes with no key colour. */
const GREY_SPREAD = 40;

/** Hue of things that are hardly ever painted in another colour. */
const HUE_OF_NOUNS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'slime goblin orc frog toad leaf leaves tree trees bush grass cactus forest plant vine fern ferns pine pines moss jungle zombie turtle snake lizard dinosaur crocodile alien clover cucumber'
    .split(' ')
    .map((noun) => [noun, 120] as const),
  ...'water sky ice sea ocean wave river rain whale dolphin'.split(' ').map((noun) => [noun, 220] as const),
  ...'flamingo pig blossom blossoms lilac orchid'.split(' ').map((noun) => [noun, 320] as const),
]);

/** The first key colour that is far in hue from all that the words name; if none is, the farthest. */
export function chooseKeyColour(words: string): KeyColour {
  const hues = subjectHues(words);
  const distances = KEY_COLOURS.map((key) => ({ key, distance: nearestHue(key.rgba, hues) }));
  const safe = distances.find(({ distance }) => distance >= SAFE_HUE_DISTANCE);
  if (safe) return safe.key;
  return distances.reduce((best, next) => (next.distance > best.distance ? next : best)).key;
}

function subjectHues(words: string): readonly number[] {
  const colours = findColours(words).flatMap((colour) => hueOf(colour) ?? []);
  const nouns = wholeWords(words).flatMap((word) =>
    Object.hasOwn(HUE_OF_NOUNS, word) ? (HUE_OF_NOUNS[word] ?? []) : [],
  );
  // Words that name a colour know better than our guess about a noun: a red slime is not green.
  return colours.length > 0 ? colours : nouns;
}

function nearestHue(key: Rgba, hues: readonly number[]): number {
  const own = hueOf(key) ?? 0;
  return Math.min(180, ...hues.map((hue) => hueDistance(own, hue)));
}

function hueDistance(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}

function hueOf([red, green, blue]: Rgba): number | undefined {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < GREY_SPREAD) return undefined;
  if (most === red) return (60 * (green - blue)) / spread + (green < blue ? 360 : 0);
  if (most === green) return 60 * ((blue - red) / spread + 2);
  return 60 * ((red - green) / spread + 4);
}
