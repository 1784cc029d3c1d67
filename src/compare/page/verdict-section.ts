import { html, type Markup } from '../../report/markup.ts';
import type { Criterion } from '../comparison.ts';
import { CRITERIA, CRITERION_NAMES, outcomeBadge } from './outcome.ts';
import { nameOfType } from './numbers.ts';
import { providerName } from './provider-name.ts';
import { sign } from './sign.ts';
import { section } from './section.ts';
import { dataTable } from './table.ts';
import { NOTHING, tellIfThere, told } from './told.ts';
import type { GroupType, PageView } from './view.ts';

interface PlacedCriterion {
  readonly criterion: Criterion;
  readonly at: string;
}

/** Which criteria each provider meets, at a glance and in sentences, and the routes that follow. */
export function verdictSection(view: PageView): Markup {
  const placed = view.comparison.verdict.criteria.map((criterion, index) => ({
    criterion,
    at: `/verdict/criteria/${index}`,
  }));
  return section('verdict', [
    routeList(view),
    view.others.map((provider) =>
      providerVerdict(view, {
        provider,
        criteria: placed.filter(({ criterion }) => criterion.provider === provider),
      }),
    ),
  ]);
}

function routeList(view: PageView): Markup {
  const { routes } = view.comparison.verdict;
  return html`<h3>Suggested routes</h3>
    <ul class="routes">
      ${routes.map(
        ({ type, provider, because }) =>
          html`<li>
            <b>${nameOfType(type)}</b> ${sign('right')} <span class="aside">to</span> ${providerName(view, provider)}
            <span class="why">${because}</span>
          </li>`,
      )}
    </ul>
    <p class="command">
      To write them into the pack: <code>limner compare DIR --apply</code>, where DIR is the folder of this page.
    </p>`;
}

interface ProviderVerdict {
  readonly provider: string;
  readonly criteria: readonly PlacedCriterion[];
}

function providerVerdict(view: PageView, { provider, criteria }: ProviderVerdict): Markup {
  const isMet = ({ criterion }: PlacedCriterion): boolean => criterion.outcome === 'pass';
  const isFailed = ({ criterion }: PlacedCriterion): boolean => criterion.outcome === 'fail';
  const unmet = criteria.filter((placed) => !isMet(placed)).sort((a, b) => Number(isFailed(b)) - Number(isFailed(a)));
  const met = criteria.filter(isMet);
  return html`<h3>${providerName(view, provider)} in place of ${providerName(view, view.first)}</h3>
    ${overview(view, { provider, criteria })}
    ${
      unmet.length > 0
        ? html`<h4>Not met, or not known: ${unmet.length} of ${criteria.length}</h4>
            ${reasons(`Criteria that ${provider} does not meet`, unmet)}`
        : html`<p>Every criterion is met.</p>`
    }
    ${
      met.length > 0
        ? html`<details>
            <summary>Met: ${met.length} of ${criteria.length}</summary>
            ${reasons(`Criteria that ${provider} meets`, met)}
          </details>`
        : undefined
    }`;
}

function overview(view: PageView, { provider, criteria }: ProviderVerdict): Markup {
  const names = CRITERION_NAMES.filter((name) => criteria.some(({ criterion }) => criterion.name === name));
  const cell = (type: GroupType, name: Criterion['name']): Markup => {
    const placed = criteria.find(({ criterion }) => criterion.name === name && criterion.type === type);
    return placed ? html`${outcomeBadge(placed.criterion.outcome)} ${measuredOf(placed)}` : NOTHING;
  };
  return dataTable({
    name: `Verdict on ${provider} at a glance`,
    className: 'overview',
    columns: [
      'Asset type',
      ...names.map((name) => html`${CRITERIA[name].title} <small>${CRITERIA[name].question}</small>`),
    ],
    groups: view.types.map((type) => ({
      rows: [{ head: nameOfType(type), cells: names.map((name) => cell(type, name)) }],
    })),
  });
}

function reasons(name: string, criteria: readonly PlacedCriterion[]): Markup {
  return dataTable({
    name,
    className: 'reasons stacked',
    columns: ['Criterion', 'Asset type', 'Threshold', 'Measured', 'Outcome', 'Why'],
    groups: criteria.map((placed) => ({
      rows: [
        {
          head: CRITERIA[placed.criterion.name].title,
          cells: [
            nameOfType(placed.criterion.type),
            thresholdOf(placed),
            measuredOf(placed),
            outcomeBadge(placed.criterion.outcome),
            placed.criterion.because,
          ],
        },
      ],
    })),
  });
}

function thresholdOf({ criterion, at }: PlacedCriterion): Markup {
  return told(CRITERIA[criterion.name].threshold(criterion.threshold), `${at}/threshold`);
}

function measuredOf({ criterion, at }: PlacedCriterion): Markup {
  return tellIfThere(criterion.measured, CRITERIA[criterion.name].measured, `${at}/measured`);
}
