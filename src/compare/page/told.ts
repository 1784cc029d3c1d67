import { html, type Markup } from '../../report/markup.ts';

/**
 * A number as people read it, with the place in `compare.json` that it is from: a JSON pointer (RFC 6901). With `per`,
 * it is the one divided by the other.
 */
export function told(text: string, from: string, per?: string): Markup {
  return per === undefined
    ? html`<span data-from="${from}">${text}</span>`
    : html`<span data-from="${from}" data-per="${per}">${text}</span>`;
}

/** The same in an SVG. */
export function toldInChart(text: string, from: string): Markup {
  return html`<tspan data-from="${from}">${text}</tspan>`;
}

/** What is not there has no number. */
export function tellIfThere(value: number | undefined, format: (value: number) => string, from: string): Markup {
  return value === undefined ? NOTHING : told(format(value), from);
}

export const NOTHING = html`<span class="none"><span aria-hidden="true">–</span><span class="aside">none</span></span>`;

/** One step of a JSON pointer. */
export function step(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
