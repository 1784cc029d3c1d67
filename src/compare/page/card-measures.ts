import { html, type Markup } from '../../report/markup.ts';
import type { AssetCard, PlacedSample } from './asset-cards.ts';
import { bestOf, differenceOf } from './better.ts';
import { measure } from './numbers.ts';
import { providerName } from './provider-name.ts';
import { sign } from './sign.ts';
import { dataTable } from './table.ts';
import { NOTHING, step, told } from './told.ts';
import type { PageView } from './view.ts';

const KEY_METRICS = 3;

/** The metrics by which providers differ most, of those where one way is better. */
export function keyMetrics(view: PageView, samples: readonly PlacedSample[]): readonly string[] {
  const differences = differencesOf(samples);
  return Object.keys(differences)
    .filter((name) => (view.metrics.get(name)?.better ?? 'neither') !== 'neither')
    .sort((a, b) => (differences[b] ?? 0) - (differences[a] ?? 0))
    .slice(0, KEY_METRICS);
}

/** By metric, how far the providers lie apart; only where they do. */
export function differencesOf(samples: readonly PlacedSample[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    namesOf(samples).flatMap((name) => {
      const difference = differenceOf(samples.map(({ sample }) => sample.measures[name]));
      return difference > 0 ? [[name, Number(difference.toPrecision(3))]] : [];
    }),
  );
}

/** All that was measured in an asset's pictures, folded away. */
export function cardMeasures(view: PageView, { id, samples }: AssetCard): Markup | undefined {
  const names = namesOf(samples);
  if (names.length === 0) return undefined;
  return html`<details class="all-measures">
    <summary>All ${names.length} measures</summary>
    ${dataTable({
      name: `Measures of ${id}`,
      columns: ['Metric', ...samples.map(({ sample }) => providerName(view, sample.provider))],
      groups: [{ rows: names.map((name) => ({ head: titleOf(view, name), cells: cellsOf(view, samples, name) })) }],
    })}
  </details>`;
}

function namesOf(samples: readonly PlacedSample[]): readonly string[] {
  return [...new Set(samples.flatMap(({ sample }) => Object.keys(sample.measures)))];
}

function titleOf({ metrics }: PageView, name: string): Markup {
  const metric = metrics.get(name);
  return metric ? html`<span title="${metric.about}">${metric.title}</span>` : html`${name}`;
}

function cellsOf({ metrics }: PageView, samples: readonly PlacedSample[], name: string): readonly Markup[] {
  const metric = metrics.get(name);
  const values = samples.map(({ sample }) => sample.measures[name]);
  const best = bestOf(values, metric);
  return samples.map(({ at }, index) => {
    const value = values[index];
    if (value === undefined) return NOTHING;
    const text = told(measure(value, metric), `${at}/measures/${step(name)}`);
    return index === best ? html`<b class="good">${sign('star')} ${text}</b>` : text;
  });
}
