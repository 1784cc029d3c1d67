import { formatType } from '../../report/format.ts';
import { html, type Content, type Markup } from '../../report/markup.ts';
import type { PageView } from './view.ts';

/** Filters, the order, the view of all cards, and the ground behind pictures; the script shows it. */
export function toolbar(view: PageView): Markup {
  const { samples, providers } = view.comparison;
  const types = new Map<string, string>(samples.map(({ type, kind }) => [kind ?? type, formatType(type, kind)]));
  const numbers = [...new Set(samples.map(({ number }) => number))];
  return html`<form class="filter" role="search" aria-label="Assets" hidden>
    <input type="search" name="text" placeholder="Find by id" aria-label="Find by id" />
    ${select('type', 'Type', [['', 'All types'], ...types])} ${select('gate', 'Gates', GATES)}
    ${select('unmade', 'Not made', [
      ['', 'Made or not'],
      ['any', 'Not made by some'],
      ...providers.map(({ name }, index): Option => [String(index), `Not made by ${name}`]),
    ])}
    ${
      numbers.length > 1
        ? select('number', 'Run', [
            ['', 'All runs'],
            ...numbers.map((number): Option => [String(number), `Run ${number}`]),
          ])
        : undefined
    }
    ${select('order', 'Order', [
      ['', 'In the order of the pack'],
      ...measuredNames(view).map((name): Option => [name, `Differs most: ${view.metrics.get(name)?.title ?? name}`]),
    ])}
    ${choices('view', 'View of all', VIEWS)} ${choices('ground', 'Ground', grounds(view))}
    <output aria-live="polite"></output>
  </form>`;
}

type Option = readonly [value: string, text: Content];

const GATES: readonly Option[] = [
  ['', 'All gates'],
  ['fail', 'A gate failed'],
  ['warn', 'A gate warns, none failed'],
  ['pass', 'All gates passed'],
];

export const VIEWS: readonly Option[] = [
  ['side', 'Side by side'],
  ['slider', 'Slider'],
  ['flicker', 'Flicker'],
];

function grounds({ comparison }: PageView): readonly Option[] {
  const plain = ['checker', 'white', 'black', 'magenta'].map((name): Option => [name, name]);
  return comparison.background === undefined ? plain : [...plain, ['game', 'the game’s own']];
}

function measuredNames(view: PageView): readonly string[] {
  const measured = new Set(view.comparison.samples.flatMap(({ measures }) => Object.keys(measures)));
  return [...new Set([...view.metrics.keys(), ...measured])].filter((name) => measured.has(name));
}

function select(name: string, label: string, options: readonly Option[]): Markup {
  return html`<select name="${name}" aria-label="${label}">
    ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
  </select>`;
}

/** Radio buttons that look like one control; the first is chosen. */
export function choices(name: string, legend: string, options: readonly Option[]): Markup {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(
      ([value, text], index) =>
        html`<label
          ><input type="radio" name="${name}" value="${value}" ${index === 0 ? html` checked` : undefined} /><span
            >${text}</span
          ></label
        >`,
    )}
  </fieldset>`;
}
