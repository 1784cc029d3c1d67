import { describe, expect, test } from 'vitest';
import { hex } from '../colour.ts';
import { BASE } from '../paint-samples.ts';
import { COLOUR_WORDS } from '../vocabulary/colours.ts';
import type { PlaneKind } from '../vocabulary/planes.ts';
import { BIOMES, NOWHERE } from '../vocabulary/biomes.ts';
import { worldOf } from '../world.ts';
import { findBiome, readPlane } from './place-words.ts';
import { readPlace } from './place.ts';
import { isPlainSurface } from './unknown.ts';

const WORLD = { ...worldOf(BASE), theme: '' };

describe('reading a place', () => {
  test('finds the biome and the hour', () => {
    expect(readPlace('a city at night', WORLD)).toMatchObject({ light: 'moon' });
    expect(readPlace('a glowing mushroom cavern', WORLD)).toMatchObject({ light: 'none' });
    expect(readPlace('a glowing mushroom cavern', WORLD).props).toContain('mushroom');
  });

  test('is open land at noon when nothing is named', () => {
    expect(readPlace('', WORLD)).toMatchObject({ planes: NOWHERE.planes, light: 'sun', dim: 0 });
  });

  test('takes from the theme what the words leave open', () => {
    const galaxy = { ...WORLD, theme: 'a war at the edge of the galaxy' };
    expect(readPlace('sharp letters', galaxy)).toMatchObject({ light: 'stars' });
    expect(readPlace('a forest', galaxy)).toMatchObject({ light: 'sun' });
  });

  test('is the place itself, not what lies near it', () => {
    expect(readPlace('a cavern with a still lake', WORLD)).toEqual(readPlace('a cavern', WORLD));
    expect(readPlace('a castle garden', WORLD)).toEqual(readPlace('a garden', WORLD));
  });

  test('shows a moon in the sky, not on the ground', () => {
    expect(readPlace('a forest under a full moon', WORLD)).toMatchObject({ light: 'moon' });
    expect(readPlace('a forest under a full moon', WORLD).props).not.toContain('moon');
    expect(readPlace('space with a moon', WORLD).props).toContain('moon');
  });

  test('gives stars, nebula and sky the colours that are named before them', () => {
    const place = readPlace('white stars and a red nebula on a dark blue sky, in space', WORLD);
    expect([place.stars, place.nebula]).toEqual([hex(COLOUR_WORDS['white'] ?? ''), hex(COLOUR_WORDS['red'] ?? '')]);
    const [red, , blue] = place.skyBottom;
    expect(blue).toBeGreaterThan(red * 1.4);
  });

  test('is at the hour that is named, whatever the weather', () => {
    expect(readPlace('a misty forest at dawn', WORLD)).toMatchObject({ isLow: true, weather: 'fog' });
    expect(readPlace('dark green pines in a forest', WORLD).light).toBe('sun');
  });
});

describe('places', () => {
  test.each([
    ['a dense pine forest', 'forest'],
    ['the inside of a castle hall', 'hall'],
    ['castle interior', 'hall'],
    ['castle garden', 'meadow'],
    ['a small town in the snow', 'village'],
    ['neon city at night', 'city'],
    ['coral reef', 'underwater'],
    ['a tropical island beach', 'beach'],
    ['an ancient forest', 'forest'],
    ['a dungeon with a river of lava', 'dungeon'],
  ] as const)('%j is drawn as %s', (text, name) => {
    expect(findBiome(text, { theme: '' })).toBe(BIOMES[name]);
  });

  test('come from the theme when the words name none, and are open land when nothing does', () => {
    expect(readPlace('a boss arena', { ...WORLD, theme: 'a land of ice and snow' }).planes).toBe(BIOMES.snow.planes);
    expect(readPlace('a boss arena', WORLD).planes).toBe(NOWHERE.planes);
  });
});

describe('weather', () => {
  test.each([
    ['a forest in the rain', 'rain'],
    ['a stormy sea', 'storm'],
    ['a misty valley at dawn', 'fog'],
    ['a town in falling snow', 'snow'],
    ['a village in the snow', 'snow'],
    ['a snowstorm in the mountains', 'snow'],
    ['a snowy field', 'snow'],
    ['a snow land', undefined],
    ['a castle hall during a storm', undefined],
    ['a cave in the rain', undefined],
    ['a sunny meadow', undefined],
  ])('of %j is %s', (text, weather) => {
    expect(readPlace(text, WORLD).weather).toBe(weather);
  });

  test('leaves the hour its sky: a misty dawn is redder than a mist', () => {
    const [red, , blue] = readPlace('a misty valley at dawn', WORLD).skyBottom;
    expect(red - blue).toBeGreaterThan(20);
  });
});

describe('layers', () => {
  test.each<readonly [string, PlaneKind | undefined]>([
    ['sky', undefined],
    ['background', undefined],
    ['foreground', undefined],
    ['far clouds', 'clouds'],
    ['stars', 'stars'],
    ['setting sun', 'disc'],
    ['far mountains', 'mountains'],
    ['distant hills', 'hills'],
    ['mid pines', 'pines'],
    ['near ferns', 'ferns'],
    ['forest', 'trees'],
    ['tree line', 'trees'],
    ['bushes', 'trees'],
    ['tall grass', 'grass'],
    ['distant ocean', 'sea'],
    ['city skyline', 'city'],
    ['houses', 'village'],
    ['street lamps', 'lamps'],
    ['stone pillars', 'pillars'],
    ['back wall', 'hall'],
    ['stalactites', 'stalactites'],
    ['jagged rocks', 'rocks'],
    ['sand dunes', 'dunes'],
    ['icebergs', 'mountains'],
    ['erupting volcano', 'volcano'],
    ['lava river', 'lava'],
    ['morning fog', 'mist'],
    ['ruined temple', 'ruins'],
    ['castle', 'towers'],
    ['hanging vines', 'vines'],
    ['coral', 'reef'],
    ['kelp', 'weeds'],
    ['wooden fence', 'fence'],
    ['gravestones', 'graves'],
    ['palm trees', 'palms'],
    ['pine forest', 'pines'],
    ['dead trees', 'deadtrees'],
    ['floating islands', 'islands'],
    ['nebula', 'nebula'],
    ['planets', 'props'],
    ['falling rain', 'weather'],
  ])('named %j show %s', (name, kind) => {
    expect(readPlane(name)).toBe(kind);
  });
});

test.each([
  ['stone wall', true],
  ['a damp stone wall with moss', true],
  ['wooden planks', true],
  ['brick wall', true],
  ['grass texture', true],
  ['sand texture', true],
  ['a forest', false],
  ['a castle wall', false],
  ['a meadow with a stone wall', false],
])('whether %j is a plain surface: %s', (text, isPlain) => {
  expect(isPlainSurface(text)).toBe(isPlain);
});
