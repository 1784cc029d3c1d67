import { html, type Markup } from '../../report/markup.ts';
import { runsOf, type PageView } from './view.ts';

/** Where every number is from, and how to ask further. */
export function pageFoot({ comparison }: PageView): Markup {
  return html`<footer>
    <h2>Where the numbers are from</h2>
    <p>
      Everything on this page is in <a href="./compare.json">compare.json</a> beside it; each number carries its place
      there (<code>data-from</code>, a JSON pointer). That was counted from the ledger
      <code>${comparison.state}</code> and the files of these runs, of the pack <code>${comparison.packFile}</code>:
    </p>
    <ul>
      ${comparison.providers.map(
        (provider) => html`<li><b>${provider.name}</b>: <code>${runsOf(provider)}</code></li>`,
      )}
    </ul>
    <p>
      <code>limner show RUN</code> tells what happened to each asset of a run; <code>limner runs --cost</code> what
      every run was charged. Pictures are the files that the runs wrote, unchanged.
    </p>
  </footer>`;
}
