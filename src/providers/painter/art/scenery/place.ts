import type { Rgb } from '../colour.ts';
import { fade, hex, mix } from '../colour.ts';
import { familyData } from '../kit.ts';
import { colourOf } from '../read-colours.ts';
import { readSubject } from '../subject.ts';
import type { Biome, PlaneKind } from '../vocabulary/biomes.ts';
import { BIOMES, PLANE_WORDS } from '../vocabulary/biomes.ts';
import type { Hour } from '../vocabulary/hours.ts';
import { HOURS } from '../vocabulary/hours.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import { NOUN_OF_WORD } from '../vocabulary/nouns.ts';
import { formsOf, lookUp, wordsOf } from '../words.ts';
import type { World } from '../world.ts';

/** Where and when a scene plays, in final colours. */
export interface Place {
  readonly skyTop: Rgb;
  readonly skyBottom: Rgb;
  readonly land: Rgb;
  readonly planes: readonly PlaneKind[];
  readonly stars: Rgb;
  readonly nebula: Rgb;
  readonly light: 'sun' | 'moon' | 'stars' | 'none';
  readonly props: readonly FamilyName[];
  /** The hour's veil over everything that is lit. */
  readonly tint: Rgb;
  readonly dim: number;
}

const BIOME_OF_WORD: ReadonlyMap<string, Biome> = new Map(
  Object.values<Biome>(BIOMES).flatMap((biome) => biome.words.map((word): [string, Biome] => [word, biome])),
);
const PLANE_OF_WORD: ReadonlyMap<string, PlaneKind> = new Map(
  Object.entries(PLANE_WORDS).flatMap(([kind, words]) =>
    words.map((word): [string, PlaneKind] => [word, kind as PlaneKind]),
  ),
);

/** What a colour may be of in a scene, other than all of it. */
const STARS: ReadonlySet<string> = new Set(['star', 'stars']);
const NEBULA: ReadonlySet<string> = new Set(['nebula', 'nebulae', 'galaxy', 'dust', 'gas']);
const AIR: ReadonlySet<string> = new Set(['sky', 'skies', 'space', 'heaven']);

/** What comes behind such a word is only near the place: `a cavern with a lake` is a cavern. */
const NEARBY = new Set([
  'with',
  'above',
  'over',
  'below',
  'under',
  'beneath',
  'behind',
  'near',
  'beside',
  'by',
  'at',
  'and',
  'in',
  'on',
  'of',
  'before',
  'between',
  'through',
]);

/**
 * The last biome named before any preposition wins (`castle garden` is a garden), else the first one behind it.
 */
function readBiome(words: readonly string[]): Biome | undefined {
  const end = words.findIndex((word, index) => index > 0 && NEARBY.has(word));
  const named = (part: readonly string[]): readonly Biome[] =>
    part.flatMap((word) => lookUp(BIOME_OF_WORD, word) ?? []);
  const [head, rest] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end)];
  return named(head).at(-1) ?? named(rest)[0];
}

/**
 * Reads place and hour: where the words name no place, the theme's; a meadow at noon when nothing is named at all.
 * Of the colours, only those in `tone` lie on all of it.
 */
export function readPlace(text: string, world: World, tone = text): Place {
  const words = wordsOf(text);
  const biome: Biome = readBiome(words) ?? readBiome(wordsOf(world.theme)) ?? BIOMES.meadow;
  const hour = biome.timeless ? undefined : readHour(words);
  const own = (nouns: ReadonlySet<string>): Rgb | undefined => colourOf(words, nouns);
  const [stars, nebula, air] = [own(STARS), own(NEBULA), own(AIR)];
  const { colours, accents } = readSubject(tone);
  const isTaken = (named: Rgb): boolean => [stars, nebula, air].some((taken) => taken?.join() === named.join());
  const colour = [...colours, ...accents].find((named) => !isTaken(named));
  const veil = air ? { colour: air, share: 0.7 } : colour && { colour, share: 0.25 };
  const sky = (index: 0 | 1): Rgb => skyColour(biome, hour, index, world, veil);
  const tint = hex(hour?.tint ?? '#000000');
  const dim = hour?.dim ?? 0;
  const land = fade(mix(hex(biome.land), colour ?? hex(biome.land), 0.3), world.look.fade);
  return {
    skyTop: sky(0),
    skyBottom: sky(1),
    land: mix(land, tint, dim),
    stars: stars ?? [255, 250, 226],
    nebula: nebula ?? [176, 88, 190],
    planes: biome.planes,
    light: lightOf(biome, hour),
    props: propsOf(words, biome),
    tint,
    dim,
  };
}

function readHour(words: readonly string[]): Hour | undefined {
  const named = words.flatMap((word) => HOURS.find((hour) => hour.words.includes(word)) ?? []);
  return named.find(({ isWeather }) => !isWeather) ?? named[0];
}

/** The plane that a layer's own words name. */
export function readPlane(text: string): PlaneKind | undefined {
  return wordsOf(text).reduce<PlaneKind | undefined>((found, word) => lookUp(PLANE_OF_WORD, word) ?? found, undefined);
}

/** A colour that the words lend to the sky. */
interface Veil {
  readonly colour: Rgb;
  readonly share: number;
}

function skyColour(biome: Biome, hour: Hour | undefined, index: 0 | 1, world: World, veil: Veil | undefined): Rgb {
  const noon = hex(biome.sky[index]);
  const timed = hour ? mix(noon, hex(hour.sky[index]), hour.share) : noon;
  return fade(veil ? mix(timed, veil.colour, veil.share) : timed, world.look.fade);
}

function lightOf(biome: Biome, hour: Hour | undefined): Place['light'] {
  return biome.light === 'sun' && hour?.stars ? 'moon' : biome.light;
}

/** Things the words name come before what usually grows there; creatures stay out of a background. */
function propsOf(words: readonly string[], biome: Biome): readonly FamilyName[] {
  const named = familiesOf(words.filter((word) => !formsOf(word).some((form) => BIOME_OF_WORD.has(form))));
  const rooted = biome.light === 'stars' ? named : named.filter((family) => family !== 'moon');
  return rooted.length > 0 ? [...rooted, ...rooted, ...biome.props.slice(0, 1)] : biome.props;
}

/** The things that a layer's own words name. */
export function namedProps(text: string): readonly FamilyName[] {
  return familiesOf(wordsOf(text));
}

function familiesOf(words: readonly string[]): readonly FamilyName[] {
  return words
    .flatMap((word) => lookUp(NOUN_OF_WORD, word) ?? [])
    .filter((family) => !familyData(family).creature && !['sun', 'cloud', 'star'].includes(family));
}
