import type { Metric } from '../../measure/metric.ts';
import { html, type Content, type Markup } from '../../report/markup.ts';
import type { MeasureSpread } from '../comparison.ts';
import { bestOf } from './better.ts';
import { sourceLine } from './group-table.ts';
import { measure, nameOfType } from './numbers.ts';
import { providerName } from './provider-name.ts';
import { sign, type SignName } from './sign.ts';
import { dataTable, type Row } from './table.ts';
import { NOTHING, step, told } from './told.ts';
import type { GroupType, PageView } from './view.ts';

export interface MetricTable {
  readonly name: string;
  readonly types: readonly GroupType[];
  /** Of single pictures, or of all of them as a set. */
  readonly kind: 'measures' | 'set';
}

interface Value {
  readonly mean: number;
  readonly spread?: MeasureSpread;
  readonly at: string;
}

/** A row a metric, a column a provider, and who is better. */
export function metricTable(view: PageView, { name, types, kind }: MetricTable): Markup {
  const providers = [view.first, ...view.others];
  const groups = types.map((type) => ({ head: nameOfType(type), rows: metricRows(view, type, kind) }));
  return dataTable({
    name,
    columns: [
      'Asset type',
      'Metric',
      ...providers.map((provider) => providerName(view, provider)),
      providers.length > 2 ? 'Best' : 'Better',
    ],
    groups: groups.filter(({ rows }) => rows.length > 0),
    source: sourceLine(view),
    className: 'metrics',
  });
}

function metricRows(view: PageView, type: GroupType, kind: MetricTable['kind']): readonly Row[] {
  const providers = [view.first, ...view.others];
  const columns = providers.map((provider) => readValues(view, { type, kind, provider }));
  const there = new Set(columns.flatMap((values) => [...values.keys()]));
  const order = new Set([...view.metrics.keys(), ...there]);
  return [...order]
    .filter((key) => there.has(key))
    .map((key) => {
      const metric = view.metrics.get(key);
      const values = columns.map((column) => column.get(key));
      const best = bestOf(
        values.map((value) => value?.mean),
        metric,
      );
      return {
        head: metricName(key, metric),
        cells: [...values.map((value, index) => valueCell(value, metric, index === best)), wordFor(best, providers)],
      };
    });
}

const WAYS: Readonly<Record<Metric['better'], readonly [name: SignName, words: string]>> = {
  more: ['more', 'more is better'],
  less: ['less', 'less is better'],
  neither: ['either', 'neither way is better'],
};

/** Its title and unit; what it is about unfolds. */
function metricName(key: string, metric: Metric | undefined): Content {
  if (!metric) return key;
  const [way, words] = WAYS[metric.better];
  return html`<details>
    <summary>
      ${metric.title}
      <span class="way">${sign(way)}<span class="aside">${words}</span></span>
    </summary>
    <p>${metric.about} In ${metric.unit}; ${words}.</p>
  </details>`;
}

function readValues(
  view: PageView,
  { type, kind, provider }: { readonly type: GroupType; readonly kind: MetricTable['kind']; readonly provider: string },
): ReadonlyMap<string, Value> {
  const placed = view.groupOf(type, provider);
  if (!placed) return new Map();
  const { quality } = placed.group;
  const from = `${placed.at}/quality/${kind}`;
  return kind === 'set'
    ? new Map(Object.entries(quality.set).map(([key, mean]) => [key, { mean, at: `${from}/${step(key)}` }]))
    : new Map(
        Object.entries(quality.measures).map(([key, spread]) => [
          key,
          { mean: spread.mean, spread, at: `${from}/${step(key)}` },
        ]),
      );
}

function valueCell(value: Value | undefined, metric: Metric | undefined, isBest: boolean): Markup {
  if (!value) return NOTHING;
  const { spread, at } = value;
  const main = told(measure(value.mean, metric), spread ? `${at}/mean` : at);
  return html`${isBest ? html`<b class="good">${main}</b>` : main}${
    spread &&
    html`<small
      >median ${told(measure(spread.median, metric), `${at}/median`)}, worst
      ${told(measure(spread.worst, metric), `${at}/worst`)}, of ${told(String(spread.samples), `${at}/samples`)}</small
    >`
  }`;
}

function wordFor(best: number | undefined, providers: readonly string[]): Content {
  return best === undefined ? NOTHING : html`<span class="good">${sign('star')} ${providers[best]}</span>`;
}
