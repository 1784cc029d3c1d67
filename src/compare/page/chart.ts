import { html, type Content, type Markup } from '../../report/markup.ts';

/** Rows of marks over one axis that begins at zero. Widths are shares, so that text keeps its size on every screen. */
export interface Chart {
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  /** The axis' end, at least. */
  readonly most: number;
  readonly format: (value: number) => string;
  readonly rows: readonly ChartRow[];
  readonly lines?: readonly ChartLine[];
  readonly legend?: Content;
}

export interface ChartRow {
  readonly label: string;
  /** Beside the label, at the row's end. */
  readonly value: Content;
  /** Drawn at `(x, y)`: x as `share(value)`, y in CSS pixels from the row's top, of `ROW_MARKS` on. */
  readonly marks: (share: (value: number) => string) => Content;
  readonly hue: number;
}

export interface ChartLine {
  readonly at: number;
  readonly label: string;
  /** A limit that must be kept, or a place to compare with. */
  readonly kind: 'limit' | 'mark';
  /** On which side of the line its label stands. */
  readonly side: 'left' | 'right';
}

const ROW_HEIGHT = 42;
/** A row's marks lie in this band beneath its label. */
export const ROW_MARKS = { top: 20, height: 14 };
const HEAD_HEIGHT = 22;
const FOOT_HEIGHT = 26;

export function chart({ title, description, most, format, rows, lines = [], legend }: Chart): Markup {
  const { end, ticks } = axisOf(most);
  const share = (value: number): string => `${((100 * Math.max(0, value)) / end).toFixed(2)}%`;
  const bottom = HEAD_HEIGHT + rows.length * ROW_HEIGHT;
  return html`<figure class="chart">
    <figcaption><b>${title}</b>${legend}</figcaption>
    <svg width="100%" height="${bottom + FOOT_HEIGHT}" role="img" aria-label="${title}">
      <title>${title}</title>
      <desc>${description}</desc>
      ${ticks.map((tick) => gridLine(tick, { share, format, end, bottom }))}
      ${rows.map((row, index) => chartRow(row, HEAD_HEIGHT + index * ROW_HEIGHT, share))}
      ${lines.map((line) => markedLine(line, { share, bottom }))}
    </svg>
  </figure>`;
}

function chartRow({ label, value, marks, hue }: ChartRow, top: number, share: (value: number) => string): Markup {
  return html`<svg y="${top}" width="100%" height="${ROW_HEIGHT}" class="hue-${hue}">
    <text x="0" y="14">${label}</text>
    <text x="100%" y="14" text-anchor="end" class="value">${value}</text>
    <rect class="track" x="0" y="${ROW_MARKS.top}" width="100%" height="${ROW_MARKS.height}" />
    ${marks(share)}
  </svg>`;
}

interface Axis {
  readonly share: (value: number) => string;
  readonly end: number;
  readonly bottom: number;
}

function gridLine(tick: number, { share, format, end, bottom }: Axis & Pick<Chart, 'format'>): Markup {
  const anchor = tick === 0 ? 'start' : tick === end ? 'end' : 'middle';
  const x = share(tick);
  return html`<line class="grid" x1="${x}" x2="${x}" y1="${HEAD_HEIGHT - 4}" y2="${bottom}" />
    <text class="tick" x="${x}" y="${bottom + 17}" text-anchor="${anchor}">${format(tick)}</text>`;
}

function markedLine({ at, label, kind, side }: ChartLine, { share, bottom }: Pick<Axis, 'share' | 'bottom'>): Markup {
  const x = share(at);
  return html`<g class="${kind}">
    <line x1="${x}" x2="${x}" y1="2" y2="${bottom}" />
    <text x="${x}" y="12" dx="${side === 'left' ? -5 : 5}" text-anchor="${side === 'left' ? 'end' : 'start'}"
      >${label}</text
    >
  </g>`;
}

/** Four to seven round steps from zero that reach `most`. */
export function axisOf(most: number): { readonly end: number; readonly ticks: readonly number[] } {
  const reach = most > 0 && Number.isFinite(most) ? most : 1;
  const size = 10 ** Math.floor(Math.log10(reach));
  const unit = [0.1, 0.2, 0.25, 0.5, 1, 2].map((part) => part * size).find((wide) => reach / wide <= 6) ?? size;
  const count = Math.ceil(reach / unit - 1e-9);
  const tidy = (value: number): number => Number(value.toPrecision(9));
  return { end: tidy(count * unit), ticks: Array.from({ length: count + 1 }, (_, index) => tidy(index * unit)) };
}
