import type { ManifestFile } from '../../report/manifest.ts';
import type { Comparison, Sample } from '../comparison.ts';

/** One asset in the runs of one number: what all providers made of it, with the same seed. */
export interface AssetCard {
  readonly id: string;
  readonly number: number;
  /** Anchors the card, and names what it embeds. */
  readonly anchor: string;
  /** In the order of the providers; those that have none are left out. */
  readonly samples: readonly PlacedSample[];
}

export interface PlacedSample {
  readonly sample: Sample;
  /** Where in `compare.json` it is. */
  readonly at: string;
}

/** In the order of the pack, an asset's runs one after the other. */
export function assetCards({ samples, providers }: Comparison): readonly AssetCard[] {
  const byAsset = new Map<string, Map<number, PlacedSample[]>>();
  for (const [index, sample] of samples.entries()) {
    const numbers = entryOf(byAsset, sample.id, () => new Map<number, PlacedSample[]>());
    entryOf(numbers, sample.number, () => []).push({ sample, at: `/samples/${index}` });
  }
  const rank = new Map(providers.map(({ name }, index) => [name, index]));
  const rankOf = ({ sample }: PlacedSample): number => rank.get(sample.provider) ?? rank.size;
  const cards = [...byAsset].flatMap(([id, numbers]) =>
    [...numbers].map(([number, placed]) => ({ id, number, samples: placed.sort((a, b) => rankOf(a) - rankOf(b)) })),
  );
  return cards.map((card, index) => ({ ...card, anchor: `card-${index}` }));
}

export function filesOf({ samples }: AssetCard): readonly ManifestFile[] {
  return samples.flatMap(({ sample }) => sample.files);
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
