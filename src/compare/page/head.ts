import { formatInstant, formatMs } from '../../report/format.ts';
import { html, type Content, type Markup } from '../../report/markup.ts';
import { answerOf, realityOf } from './answer.ts';
import type { AssetCard } from './asset-cards.ts';
import { money } from '../figures.ts';
import { providerName } from './provider-name.ts';
import { sign } from './sign.ts';
import { told } from './told.ts';
import type { ComparedProvider } from '../comparison.ts';
import type { PageView } from './view.ts';

/** What was compared, the answer in a sentence, and whether the money was real. */
export function pageHead(view: PageView, cards: readonly AssetCard[]): Markup {
  const { comparison } = view;
  const reality = realityOf(view);
  return html`<header class="top">
    <p class="line">limner compare · ${formatInstant(comparison.startedAt)} · limner ${comparison.limner}</p>
    <h1>${comparison.pack}: ${[view.first, ...view.others].join(' or ')}?</h1>
    <p class="answer">${answerOf(view)}</p>
    <p class="reality ${reality.isReal ? 'real' : 'rehearsed'}">
      <b>${sign(reality.isReal ? 'pass' : 'warn')} ${reality.isReal ? 'Real money.' : 'Rehearsed.'}</b> ${reality.text}
    </p>
    <ul class="providers">
      ${comparison.providers.map((provider, index) => providerFacts(view, provider, index))}
    </ul>
    <dl class="counts">
      ${fact('assets', new Set(cards.map(({ id }) => id)).size)}
      ${fact('pictures asked for', comparison.samples.length)}${fact('time', duration(comparison))}
    </dl>
  </header>`;
}

function providerFacts(view: PageView, { name, isRehearsed, runs }: ComparedProvider, index: number): Markup {
  const all = view.groupOf('all', name);
  return html`<li>
    ${providerName(view, name)}
    <span class="badge ${isRehearsed ? 'rehearsed' : ''}">${isRehearsed ? 'rehearsed, no real money' : 'real'}</span>
    <p class="line">
      ${index === 0 ? 'The one in use. ' : ''}${
        all &&
        html`${told(money(all.group.cost.usd), `${all.at}/cost/usd`)} for
        ${runs.length === 1 ? 'one run' : `${runs.length} runs`}: `
      }${runs.map(
        ({ run, seed, wallMs, folder }, number) =>
          html`${number > 0 ? ', ' : ''}<code title="seed ${seed}, in ${folder}">${run}</code> (${told(
              formatMs(wallMs),
              `/providers/${index}/runs/${number}/wallMs`,
            )})`,
      )}
    </p>
  </li>`;
}

function fact(name: string, value: Content): Markup | undefined {
  return value === undefined
    ? undefined
    : html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
}

function duration({ startedAt, finishedAt }: PageView['comparison']): string | undefined {
  const took = Date.parse(finishedAt) - Date.parse(startedAt);
  return Number.isFinite(took) ? formatMs(took) : undefined;
}
