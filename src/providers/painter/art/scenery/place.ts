import type { Rgb } from '../colour.ts';
import { fade, hex, mix } from '../colour.ts';
import { colourOf } from '../read-colours.ts';
import { readSubject } from '../subject.ts';
import type { Biome } from '../vocabulary/biomes.ts';
import { NOWHERE } from '../vocabulary/biomes.ts';
import type { Hour, WeatherName } from '../vocabulary/hours.ts';
import { WEATHERS } from '../vocabulary/hours.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import type { PlaneKind } from '../vocabulary/planes.ts';
import { wordsOf } from '../words.ts';
import type { World } from '../world.ts';
import { findBiome, propsOf, readHour, readWeather } from './place-words.ts';

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
  /** The sun stands at the horizon. */
  readonly isLow: boolean;
  readonly weather: WeatherName | undefined;
  readonly caps: boolean;
  readonly moss: boolean;
  readonly indoors: boolean;
}

/** What a colour may be of in a scene, other than all of it. */
const STARS: ReadonlySet<string> = new Set(['star', 'stars']);
const NEBULA: ReadonlySet<string> = new Set(['nebula', 'nebulae', 'galaxy', 'dust', 'gas']);
const AIR: ReadonlySet<string> = new Set(['sky', 'skies', 'space', 'heaven']);

/**
 * Reads place, hour and weather: where the words name no place, the theme's; open land at noon when nothing is named at
 * all. Of the colours, only those in `tone` lie on all of it.
 */
export function readPlace(text: string, world: World, tone = text): Place {
  const words = wordsOf(text);
  const biome: Biome = findBiome(text, world) ?? NOWHERE;
  const hour = biome.timeless ? undefined : readHour(words);
  const weather = biome.timeless || biome.indoors ? undefined : readWeather(words, biome);
  const own = (nouns: ReadonlySet<string>): Rgb | undefined => colourOf(words, nouns);
  const [stars, nebula, air] = [own(STARS), own(NEBULA), own(AIR)];
  const { colours, accents } = readSubject(tone);
  const isTaken = (named: Rgb): boolean => [stars, nebula, air].some((taken) => taken?.join() === named.join());
  const colour = [...colours, ...accents].find((named) => !isTaken(named));
  const veil = air ? { colour: air, share: 0.7 } : colour && { colour, share: 0.25 };
  const sky = (index: 0 | 1): Rgb => skyColour({ biome, hour, weather, veil }, index, world);
  const bare = mix(hex(biome.land), colour ?? hex(biome.land), 0.3);
  const land = fade(weather === 'snow' ? mix(bare, [236, 243, 250], 0.6) : bare, world.look.fade);
  const { tint, dim } = lightFall(biome, hour, weather);
  return {
    skyTop: sky(0),
    skyBottom: sky(1),
    land: mix(land, tint, biome.indoors ? dim * 0.45 : dim),
    stars: stars ?? [255, 250, 226],
    nebula: nebula ?? [176, 88, 190],
    planes: biome.planes,
    light: lightOf(biome, hour),
    props: propsOf(words, biome),
    tint,
    dim,
    isLow: hour?.isLow ?? false,
    weather,
    caps: weather === 'snow' || (biome.caps ?? false),
    moss: biome.moss ?? false,
    indoors: biome.indoors ?? false,
  };
}

/** What the hour and then the weather do to everything that they fall on. */
function lightFall(
  biome: Biome,
  hour: Hour | undefined,
  weather: WeatherName | undefined,
): Pick<Place, 'tint' | 'dim'> {
  const sky = weather && biome.light === 'sun' ? WEATHERS[weather] : undefined;
  if (!sky) return { tint: hex(hour?.tint ?? '#000000'), dim: hour?.dim ?? 0 };
  if (!hour) return { tint: hex(sky.tint), dim: sky.dim };
  return { tint: mix(hex(hour.tint), hex(sky.tint), 0.25), dim: Math.max(hour.dim, sky.dim) };
}

/** A colour that the words lend to the sky. */
interface Veil {
  readonly colour: Rgb;
  readonly share: number;
}

interface Air {
  readonly biome: Biome;
  readonly hour: Hour | undefined;
  readonly weather: WeatherName | undefined;
  readonly veil: Veil | undefined;
}

function skyColour({ biome, hour, weather, veil }: Air, index: 0 | 1, world: World): Rgb {
  const noon = hex(biome.sky[index]);
  const timed = hour && !biome.indoors ? mix(noon, hex(hour.sky[index]), hour.share) : noon;
  const clouds = weather && WEATHERS[weather];
  const covered = clouds ? mix(timed, hex(clouds.sky[index]), hour ? clouds.share * 0.3 : clouds.share) : timed;
  return fade(veil ? mix(covered, veil.colour, veil.share) : covered, world.look.fade);
}

function lightOf(biome: Biome, hour: Hour | undefined): Place['light'] {
  return biome.light === 'sun' && hour?.stars ? 'moon' : biome.light;
}
