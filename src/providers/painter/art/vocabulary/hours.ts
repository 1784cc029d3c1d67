/** How an hour colours a noon scene. */
export interface Hour {
  readonly words: readonly string[];
  readonly sky: readonly [string, string];
  /** Share of this hour's sky over the biome's. */
  readonly share: number;
  /** Land is mixed with `tint` by `dim`. */
  readonly tint: string;
  readonly dim: number;
  readonly stars: boolean;
  /** The sun stands at the horizon. */
  readonly isLow?: boolean;
}

export const HOURS: readonly Hour[] = [
  {
    words: ['night', 'nighttime', 'midnight', 'moonlit', 'moonlight', 'nocturnal', 'starry', 'moon'],
    sky: ['#0d1236', '#31406f'],
    share: 0.95,
    tint: '#151a45',
    dim: 0.58,
    stars: true,
  },
  {
    words: ['dawn', 'sunrise', 'morning', 'daybreak'],
    sky: ['#6f8fd8', '#ffcfae'],
    share: 0.88,
    tint: '#d0838e',
    dim: 0.24,
    stars: false,
    isLow: true,
  },
  {
    words: ['dusk', 'sunset', 'evening', 'twilight', 'golden'],
    sky: ['#45346f', '#ff9a5c'],
    share: 0.92,
    tint: '#5b2f58',
    dim: 0.42,
    stars: false,
    isLow: true,
  },
];

export type WeatherName = 'rain' | 'storm' | 'snow' | 'fog' | 'overcast';

/** What weather does to a scene, over what its hour does; an hour named beside it keeps most of its own sky. */
export interface Weather {
  readonly words: readonly string[];
  readonly sky: readonly [string, string];
  readonly share: number;
  readonly tint: string;
  readonly dim: number;
}

export const WEATHERS: Readonly<Record<WeatherName, Weather>> = {
  storm: {
    words: ['storm', 'stormy', 'thunder', 'thunderstorm', 'lightning', 'tempest', 'hurricane'],
    sky: ['#39415a', '#7d8798'],
    share: 0.9,
    tint: '#2c3350',
    dim: 0.46,
  },
  rain: {
    words: ['rain', 'rainy', 'raining', 'rainfall', 'drizzle', 'downpour', 'monsoon'],
    sky: ['#62718a', '#b4c0cc'],
    share: 0.85,
    tint: '#54627a',
    dim: 0.34,
  },
  snow: {
    words: ['snowfall', 'snowing', 'blizzard', 'snowstorm', 'snowflake'],
    sky: ['#8fa6c4', '#e2eaf2'],
    share: 0.85,
    tint: '#e6edf6',
    dim: 0.42,
  },
  fog: {
    words: ['fog', 'foggy', 'mist', 'misty', 'haze', 'hazy'],
    sky: ['#9fb2c2', '#dde5ea'],
    share: 0.8,
    tint: '#b9c6d0',
    dim: 0.3,
  },
  overcast: {
    words: ['overcast', 'cloudy', 'gloomy', 'grim'],
    sky: ['#71809a', '#c3ccd6'],
    share: 0.8,
    tint: '#5a6678',
    dim: 0.26,
  },
};
