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
  /** Gives way to an hour named beside it: a misty dawn is a dawn. */
  readonly isWeather?: boolean;
}

export const HOURS: readonly Hour[] = [
  {
    words: ['night', 'midnight', 'moonlit', 'moonlight', 'nocturnal', 'starry', 'moon'],
    sky: ['#0d1236', '#31406f'],
    share: 0.95,
    tint: '#151a45',
    dim: 0.58,
    stars: true,
  },
  {
    words: ['dawn', 'sunrise', 'morning', 'daybreak'],
    sky: ['#6f8fd0', '#ffd2b0'],
    share: 0.8,
    tint: '#c77f8e',
    dim: 0.2,
    stars: false,
  },
  {
    words: ['dusk', 'sunset', 'evening', 'twilight', 'golden'],
    sky: ['#45346f', '#ff9a5c'],
    share: 0.9,
    tint: '#5b2f58',
    dim: 0.38,
    stars: false,
  },
  {
    words: ['storm', 'stormy', 'rain', 'rainy', 'gloomy', 'foggy', 'misty', 'mist', 'overcast'],
    sky: ['#66748a', '#c3ccd4'],
    share: 0.75,
    tint: '#5a6678',
    dim: 0.3,
    stars: false,
    isWeather: true,
  },
];
