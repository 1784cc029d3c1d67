import { contentPolicy, inlineElement } from '../../report/inline-code.ts';
import { html, Markup } from '../../report/markup.ts';
import { zoomDialog } from '../../report/zoom-dialog.ts';
import type { AssetCard } from './asset-cards.ts';
import { costSection } from './cost-section.ts';
import { pageFoot } from './foot.ts';
import { pageHead } from './head.ts';
import { judgedSection } from './judged-section.ts';
import { measuredSection } from './measured-section.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { pageSymbols } from './provider-name.ts';
import { contents, section } from './section.ts';
import { speedSection } from './speed-section.ts';
import { toolbar } from './toolbar.ts';
import { verdictSection } from './verdict-section.ts';
import type { PageView } from './view.ts';
import { viewControls } from './view-controls.ts';
import { worksSection } from './works-section.ts';

/** From so many cards on, those out of sight are not laid out: a page of hundreds stays quick. */
const MANY = 100;
/** Escaped text never holds it. */
const CARDS_GO_HERE = '<!-- cards -->';

export interface PageInput {
  readonly view: PageView;
  readonly cards: readonly AssetCard[];
  /** How many cards are shown from the files beside the page. */
  readonly linked: number;
  /** The picture that is the game's own ground. */
  readonly ground: string | undefined;
}

/** What comes before and after the cards. */
export function pageFrame(input: PageInput): { readonly start: string; readonly end: string } {
  const [start = '', end = ''] = page(input).text.split(CARDS_GO_HERE);
  return { start, end };
}

function page(input: PageInput): Markup {
  const { view, cards } = input;
  const policy = contentPolicy({ style: PAGE_STYLE, script: PAGE_SCRIPT });
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${view.comparison.pack}: limner compare</title>
        ${inlineElement('style', PAGE_STYLE)}
      </head>
      <body data-ground="checker">
        ${pageSymbols()} ${pageHead(view, cards)} ${contents()}
        <main>
          ${verdictSection(view)} ${worksSection(view)} ${speedSection(view, cards)} ${costSection(view)}
          ${measuredSection(view)} ${judgedSection(view)} ${pictures(input)}
        </main>
        ${pageFoot(view)} ${viewControls()} ${zoomDialog()} ${inlineElement('script', PAGE_SCRIPT)}
      </body>
    </html>`;
}

function pictures({ view, cards, linked, ground }: PageInput): Markup {
  return section('pictures', [
    linked > 0 ? html`<p class="banner">${linkedNote(linked, cards.length)}</p>` : undefined,
    toolbar(view),
    ground === undefined ? undefined : html`<img class="game-ground" src="${ground}" alt="" hidden />`,
    html`<div class="${cards.length > MANY ? 'cards many' : 'cards'}">
      ${new Markup(CARDS_GO_HERE)}
      <p class="nothing" hidden>No asset matches. <button type="button" data-reset>Show all</button></p>
    </div>`,
  ]);
}

function linkedNote(linked: number, total: number): string {
  const which = linked === total ? 'All pictures are' : `The pictures of ${linked} of ${total} cards are`;
  return `${which} shown from the files beside this page, to keep it small: move them together.`;
}
