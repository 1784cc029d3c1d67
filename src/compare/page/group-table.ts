import { html, type Content, type Markup } from '../../report/markup.ts';
import { nameOfType } from './numbers.ts';
import { providerName } from './provider-name.ts';
import { dataTable, type Row } from './table.ts';
import { runsOf, type GroupType, type PageView, type PlacedGroup } from './view.ts';

export interface GroupTable {
  readonly name: string;
  /** After asset type and provider. */
  readonly columns: readonly Content[];
  readonly cells: (placed: PlacedGroup) => readonly Content[];
  /** All of them unless told. */
  readonly types?: readonly GroupType[];
}

/** A row for each provider of each asset type. */
export function groupTable(view: PageView, { name, columns, cells, types = view.types }: GroupTable): Markup {
  const rowOf = (type: GroupType, provider: string): Row[] => {
    const placed = view.groupOf(type, provider);
    return placed ? [{ head: providerName(view, provider), cells: cells(placed) }] : [];
  };
  return dataTable({
    name,
    columns: ['Asset type', 'Provider', ...columns],
    groups: types
      .map((type) => ({
        head: nameOfType(type),
        rows: [view.first, ...view.others].flatMap((provider) => rowOf(type, provider)),
      }))
      .filter(({ rows }) => rows.length > 0),
    source: sourceLine(view),
  });
}

/** Where the numbers of a section are from. */
export function sourceLine({ comparison }: PageView): Markup {
  return html`Counted in compare.json from the runs of the ledger:
  ${comparison.providers.map(
    (provider, index) => html`${index > 0 ? '; ' : ''}${provider.name} <code>${runsOf(provider)}</code>`,
  )}.`;
}
