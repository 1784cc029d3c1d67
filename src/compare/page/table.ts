import { html, type Content, type Markup } from '../../report/markup.ts';

export interface Table {
  /** Names the table for those who hear it; said beside it for those who see. */
  readonly name: string;
  /** The first names the rows, the second too where rows come in groups. */
  readonly columns: readonly Content[];
  readonly groups: readonly RowGroup[];
  /** What each number is from. */
  readonly source?: Content;
  /** `stacked` turns rows into cards on narrow screens: for sentences, that are not read by scrolling. */
  readonly className?: string;
}

/** Rows that belong together; `head` stands once before them. */
export interface RowGroup {
  readonly head?: Content;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly head: Content;
  readonly cells: readonly Content[];
}

/** A table that scrolls by itself, also by keyboard, where it is wider than the page. */
export function dataTable({ name, columns, groups, source, className = '' }: Table): Markup {
  return html`<figure class="table ${className}">
    <div class="scroll" role="region" aria-label="${name}" tabindex="0">
      <table role="table">
        <caption class="aside">
          ${name}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
          </tr>
        </thead>
        ${groups.map((group) => rowGroup(group, columns))}
      </table>
    </div>
    ${source && html`<figcaption>${source}</figcaption>`}
  </figure>`;
}

/** Roles are said outright, for styles that lay rows out otherwise would unsay them. */
function rowGroup({ head, rows }: RowGroup, columns: readonly Content[]): Markup {
  const labels = columns.slice(head === undefined ? 1 : 2).map((column) => (typeof column === 'string' ? column : ''));
  return html`<tbody role="rowgroup">
    ${rows.map(
      (row, index) =>
        html`<tr role="row">
          ${
            index === 0 && head !== undefined
              ? html`<th scope="rowgroup" role="rowheader" rowspan="${rows.length}">${head}</th>`
              : undefined
          }
          <th scope="row" role="rowheader">${row.head}</th>
          ${row.cells.map((cell, place) => html`<td role="cell" data-label="${labels[place]}">${cell}</td>`)}
        </tr>`,
    )}
  </tbody>`;
}
