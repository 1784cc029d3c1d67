import { html, type Markup } from '../../report/markup.ts';

/** Drawn, because not every machine has letters for them. Words always stand beside. */
const SIGNS = {
  pass: 'M2.5 7.5 5.8 11 11.5 3.5',
  fail: 'M3 3 11 11M11 3 3 11',
  unknown: 'M4.2 4.8C4.2 1.6 10 1.8 9.8 5 9.7 7 7 7 7 9M7 11.6V12',
  warn: 'M7 1.5 13 12.5H1ZM7 5.5V8.5M7 10.4V10.6',
  star: 'M7 1.5 8.7 5.2 12.7 5.6 9.7 8.3 10.6 12.3 7 10.2 3.4 12.3 4.3 8.3 1.3 5.6 5.3 5.2Z',
  more: 'M7 12V2.5M3 6.5 7 2.5 11 6.5',
  less: 'M7 2V11.5M3 7.5 7 11.5 11 7.5',
  either: 'M2 7H12',
  right: 'M2 7H11.5M7.5 3 11.5 7 7.5 11',
} as const;

export type SignName = keyof typeof SIGNS;

export function sign(name: SignName): Markup {
  return html`<svg class="sign" width="14" height="14" aria-hidden="true"><use href="#sign-${name}" /></svg>`;
}

/** What `sign` refers to; once a page. */
export function signSymbols(): readonly Markup[] {
  return Object.entries(SIGNS).map(
    ([name, path]) => html`<symbol id="sign-${name}" viewBox="0 0 14 14"><path d="${path}" /></symbol>`,
  );
}
