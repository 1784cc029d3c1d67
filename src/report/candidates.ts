import { formatUsd } from './format.ts';
import type { GateResult, ManifestCandidate, ManifestFile } from './manifest.ts';
import { html, type Markup, relativeUrl } from './markup.ts';
import { isPicture } from './picture.ts';

/** How many pictures an asset took, and why: one sentence for people. */
export function candidateSentence(candidates: readonly ManifestCandidate[]): string {
  const chosen = candidates.find((candidate) => candidate.chosen);
  const head = `${candidates.length} candidates`;
  if (chosen && failuresOf(chosen).length > 0) return `${head}, and all failed; number ${chosen.number} is kept.`;
  const others = candidates.filter((candidate) => !candidate.chosen);
  const reasons = new Set(others.flatMap(failuresOf).map(({ message }) => message));
  return `${head}; ${others.length === 1 ? 'the first' : 'the others'} failed: ${[...reasons].join(' ')}`;
}

function failuresOf({ gates }: ManifestCandidate): readonly GateResult[] {
  return gates.filter(({ status }) => status === 'fail');
}

/** Each candidate with its facts; those that were not chosen with links to their pictures, which the page does not carry itself. */
export function candidateList(candidates: readonly ManifestCandidate[]): Markup {
  return html`<ol class="candidates">
    ${candidates.map(
      (candidate) =>
        html`<li>
          <span>${candidate.number}: ${candidate.chosen ? 'kept' : 'not kept'}, ${verdict(candidate)}</span>
          <small>seed ${candidate.seed}, ${formatUsd(candidate.cost.usd)}</small>
          ${candidate.chosen ? undefined : candidate.files.filter(isPicture).map(fileLink)}
        </li>`,
    )}
  </ol>`;
}

function verdict(candidate: ManifestCandidate): string {
  const names = new Set(failuresOf(candidate).map(({ name }) => name));
  return names.size === 0 ? 'passed' : `failed ${[...names].join(', ')}`;
}

function fileLink({ path }: ManifestFile): Markup {
  return html`<a href="${relativeUrl(path)}">${path}</a>`;
}
