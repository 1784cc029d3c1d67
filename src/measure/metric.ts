/** One thing that can be measured in a picture, and what the number means. */
export interface Metric {
  /** `kebab-case`; the key in `Measures` and the name of its page. */
  readonly name: string;
  readonly title: string;
  /** Of the number, in words: `pixels`, `share`, `ΔE`, … */
  readonly unit: string;
  /** The least and the most that it can be; `Infinity` where there is no bound. */
  readonly range: readonly [least: number, most: number];
  /** Which way is better, where one way is. */
  readonly better: 'more' | 'less' | 'neither';
  /** What it tells and how it is counted, in a few whole sentences. */
  readonly about: string;
  /** Where the method comes from. */
  readonly source: string;
}

/** Numbers by the name of their metric. What cannot be measured in a picture is absent. */
export type Measures = Readonly<Record<string, number>>;
