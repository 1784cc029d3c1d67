import { html, type Content, type Markup } from '../../report/markup.ts';

/** The page's sections, in order, as its contents list them. */
export const SECTIONS = {
  verdict: 'Verdict',
  works: 'Works',
  speed: 'Speed',
  cost: 'Cost',
  measured: 'Quality, measured',
  judged: 'Quality, judged',
  pictures: 'Side by side',
} as const;

export type SectionName = keyof typeof SECTIONS;

export function section(name: SectionName, content: Content): Markup {
  return html`<section id="${name}" aria-labelledby="${name}-title">
    <h2 id="${name}-title">${SECTIONS[name]}</h2>
    ${content}
  </section>`;
}

export function contents(): Markup {
  return html`<nav class="contents" aria-label="Contents">
    <ul>
      ${Object.entries(SECTIONS).map(([name, title]) => html`<li><a href="#${name}">${title}</a></li>`)}
    </ul>
  </nav>`;
}
