import { html, type Markup } from '../../report/markup.ts';
import { signSymbols } from './sign.ts';
import type { PageView } from './view.ts';

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'bar'] as const;

/** Its name behind its mark, which is the same wherever the provider is met: in tables, charts and cards. */
export function providerName({ comparison }: PageView, name: string): Markup {
  const index = comparison.providers.findIndex((provider) => provider.name === name);
  return html`<span class="provider hue-${index % SHAPES.length}">${shape(index)}<b>${name}</b></span>`;
}

function shape(index: number): Markup {
  return html`<svg class="mark" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
    <use href="#mark-${index % SHAPES.length}" />
  </svg>`;
}

/** What `providerName` and `sign` refer to; once a page. */
export function pageSymbols(): Markup {
  return html`<svg width="0" height="0" aria-hidden="true" class="marks">
    ${signSymbols()}
    <symbol id="mark-0" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.5" /></symbol>
    <symbol id="mark-1" viewBox="0 0 10 10"><rect x="1" y="1" width="8" height="8" /></symbol>
    <symbol id="mark-2" viewBox="0 0 10 10"><path d="M5 0.5 9.7 9H0.3Z" /></symbol>
    <symbol id="mark-3" viewBox="0 0 10 10"><path d="M5 0 10 5 5 10 0 5Z" /></symbol>
    <symbol id="mark-4" viewBox="0 0 10 10"><rect x="0" y="3" width="10" height="4" /></symbol>
  </svg>`;
}
