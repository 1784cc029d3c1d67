import type { Rgb } from '../measure/count-palette.ts';
import { measurePicture } from '../measure/measure-picture.ts';
import type { Measures } from '../measure/metric.ts';
import { type PictureSummary, measureSet, summarisePicture } from '../measure/set-consistency.ts';
import { expectedPicture } from '../pipeline/expected-picture.ts';
import { readGuideImages } from '../pipeline/guide-images.ts';
import { decodePng } from '../raster/png.ts';
import type { ManifestFile } from '../report/manifest.ts';
import type { AssetStore, BlobStore } from '../store/store.ts';
import type { Group } from './comparison.ts';
import type { Measure } from './read-samples.ts';
import { meanOf } from './spread.ts';

export interface Measurer {
  readonly measure: Measure;
  /** Of what was measured by now: the mean of a provider's runs, each of which is a set. */
  readonly sets: (provider: string, type: Group['type']) => Measures;
}

/** So many pictures show how alike a set is; each is held against each. */
const ENOUGH_OF_A_SET = 200;

/** Measures pictures one at a time, and remembers of each only what tells how it goes with the others. */
export function createMeasurer(what: {
  /** Of the comparison's folder. */
  readonly store: AssetStore;
  readonly blobs: BlobStore;
  readonly palette: readonly Rgb[];
}): Measurer {
  const { store, blobs, palette } = what;
  const sets = new Map<string, PictureSummary[]>();

  function remember(summary: PictureSummary | undefined, key: string): void {
    const set = sets.get(key) ?? [];
    sets.set(key, set);
    if (summary && set.length < ENOUGH_OF_A_SET) set.push(summary);
  }

  return {
    async measure(planned, entry, turn) {
      const images = await readGuideImages(planned.request.job.guide, { blobs });
      const found: Measures[] = [];
      for (const file of entry.files.filter(isPicture)) {
        const bytes = await store.get(`${turn.folder}/${file.path}`);
        if (!bytes) continue;
        const picture = { ...expectedPicture(planned, { file, raster: decodePng(bytes), images }), palette };
        found.push(measurePicture(picture));
        const summary = summarisePicture(picture);
        for (const type of [entry.type, 'all']) remember(summary, keyOf(turn.provider, type, turn.number));
      }
      return meanOfEach(found);
    },
    sets(provider, type) {
      const start = keyOf(provider, type, '');
      const own = [...sets].filter(([key]) => key.startsWith(start));
      return meanOfEach(own.map(([, summaries]) => measureSet(summaries)));
    },
  };
}

const keyOf = (provider: string, type: string, number: number | ''): string => `${provider}\n${type}\n${number}`;

function isPicture({ role }: ManifestFile): boolean {
  return role !== 'metadata';
}

/** To four decimals: more would not be the same on every machine. */
function meanOfEach(found: readonly Measures[]): Measures {
  const names = new Set(found.flatMap((measures) => Object.keys(measures)));
  const means = [...names].map((name) => {
    const values = found.flatMap((measures) => measures[name] ?? []);
    return [name, Math.round(meanOf(values) * 1e4) / 1e4] as const;
  });
  return Object.fromEntries(means);
}
