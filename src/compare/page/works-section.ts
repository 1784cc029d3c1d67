import { html, type Markup } from '../../report/markup.ts';
import { groupTable } from './group-table.ts';
import { percent } from '../figures.ts';
import { perAsset } from './numbers.ts';
import { section } from './section.ts';
import { NOTHING, step, told } from './told.ts';
import type { PageView, PlacedGroup } from './view.ts';

/** Whether all asset types are made, and with how many calls and requests. */
export function worksSection(view: PageView): Markup {
  return section('works', [
    html`<p class="lead">
      How many of the assets asked for came back, why the others did not, and what went over the network for each.
      Refused is what a provider cannot make and was not asked for: nothing was paid.
    </p>`,
    groupTable(view, {
      name: 'What was made, by asset type and provider',
      columns: ['Asked', 'Made', 'Failed', 'Refused', 'Why not', 'Attempts', 'Calls an asset', 'Requests an asset'],
      cells: worksCells,
    }),
  ]);
}

function worksCells({ group, at }: PlacedGroup): readonly Markup[] {
  const { works } = group;
  const from = `${at}/works`;
  const each = (total: number, name: string): Markup =>
    works.samples === 0 ? NOTHING : told(perAsset(total / works.samples), `${from}/${name}`, `${from}/samples`);
  const made = percent(works.samples === 0 ? 0 : works.made / works.samples);
  return [
    told(String(works.samples), `${from}/samples`),
    html`${told(String(works.made), `${from}/made`)} <small>${told(made, `${from}/made`, `${from}/samples`)}</small>`,
    trouble(works.failed, `${from}/failed`),
    trouble(works.refused, `${from}/refused`),
    codeList(works.codes, `${from}/codes`),
    told(String(works.attempts), `${from}/attempts`),
    each(works.calls, 'calls'),
    each(works.requests, 'requests'),
  ];
}

function trouble(count: number, from: string): Markup {
  return html`<span class="${count > 0 ? 'bad' : ''}">${told(String(count), from)}</span>`;
}

function codeList(codes: Readonly<Record<string, number>>, from: string): Markup {
  const entries = Object.entries(codes);
  if (entries.length === 0) return NOTHING;
  return html`<ul>
    ${entries.map(
      ([code, count]) => html`<li><code>${code}</code> × ${told(String(count), `${from}/${step(code)}`)}</li>`,
    )}
  </ul>`;
}
