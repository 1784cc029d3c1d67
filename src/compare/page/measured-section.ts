import { html, type Content, type Markup } from '../../report/markup.ts';
import type { Quality } from '../comparison.ts';
import { groupTable } from './group-table.ts';
import { metricTable } from './metric-table.ts';
import { percent } from '../figures.ts';
import { nameOfType } from './numbers.ts';
import { section } from './section.ts';
import { NOTHING, step, told } from './told.ts';
import type { GroupType, PageView, PlacedGroup } from './view.ts';

/** What gates and metrics say of the pictures. */
export function measuredSection(view: PageView): Markup {
  const setTypes = view.types.filter((type) =>
    [view.first, ...view.others].some(
      (provider) => Object.keys(view.groupOf(type, provider)?.group.quality.set ?? {}).length > 0,
    ),
  );
  return section('measured', [
    html`<h3>Gates</h3>
      <p class="lead">
        Gates ask what a game needs of every picture: size, transparency, cells, seams. By worst gate.
      </p>`,
    groupTable(view, {
      name: 'Gates, by asset type and provider',
      columns: ['Passed', 'Warned', 'Failed', 'What did not pass'],
      cells: gateCells,
    }),
    html`<h3>Metrics</h3>
      <p class="lead">
        Means over the pictures, medians and worst beneath. What is better is marked; an arrow shows which way. They
        compare, they do not judge: a picture may measure well and look poor.
      </p>`,
    view.types.map((type) => metrics(view, type)),
    setTypes.length > 0
      ? html`<h3>As a set</h3>
          <p class="lead">How well the pictures belong together.</p>
          ${metricTable(view, { types: setTypes, kind: 'set', name: 'Set consistency, by asset type' })}`
      : undefined,
  ]);
}

/** That of all types is open; the others are a click away. */
function metrics(view: PageView, type: GroupType): Markup {
  const table = metricTable(view, { types: [type], kind: 'measures', name: `${nameOfType(type)}: metrics` });
  return type === 'all'
    ? table
    : html`<details>
        <summary>${nameOfType(type)}</summary>
        ${table}
      </details>`;
}

function gateCells({ group, at }: PlacedGroup): readonly Markup[] {
  const { passed, warned, failed, gates } = group.quality;
  const from = `${at}/quality`;
  const all = passed + warned + failed;
  return [
    html`${told(String(passed), `${from}/passed`)} <small>${all === 0 ? '' : percent(passed / all)}</small>`,
    html`<span class="${warned > 0 ? 'warn' : ''}">${told(String(warned), `${from}/warned`)}</span>`,
    html`<span class="${failed > 0 ? 'bad' : ''}">${told(String(failed), `${from}/failed`)}</span>`,
    Object.keys(gates).length === 0
      ? NOTHING
      : html`<ul>
          ${Object.entries(gates).map(
            ([name, counts]) => html`<li><b>${name}</b>: ${gateCounts(counts, `${from}/gates/${step(name)}`)}</li>`,
          )}
        </ul>`,
  ];
}

function gateCounts(counts: Quality['gates'][string], at: string): readonly Content[] {
  const there = (['failed', 'warned'] as const).filter((name) => counts[name] > 0);
  return there.map(
    (name, index) => html`${index > 0 ? ', ' : ''}${told(String(counts[name]), `${at}/${name}`)} ${name}`,
  );
}
